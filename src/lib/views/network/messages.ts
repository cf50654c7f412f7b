import { defineMessages } from '$lib/ui/messages';

/** The words on the planes of the network. */
export const messages = defineMessages({
  en: {
    label: 'The layers of LeNet-5, from the input to the output',
    input: 'Input',
    output: 'Output',
    conv2d: (kernelSize: number) => `${kernelSize}×${kernelSize} convolution`,
    maxPool2d: (kernelSize: number) => `${kernelSize}×${kernelSize} max pooling`,
    linear: 'full connection',
  },
  zh: {
    label: 'LeNet-5 的各层，从输入到输出',
    input: '输入',
    output: '输出',
    conv2d: (kernelSize: number) => `${kernelSize}×${kernelSize} 卷积`,
    maxPool2d: (kernelSize: number) => `${kernelSize}×${kernelSize} 最大池化`,
    linear: '全连接',
  },
});
