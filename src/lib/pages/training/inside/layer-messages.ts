import { defineMessages } from '$lib/ui/messages';

/** The words of what a network looks like inside while it learns. */
export const layerMessages = defineMessages({
  en: {
    title: 'Layer by layer',
    layer: 'layer',
    output: 'output',
    weights: 'weights',
    gradients: 'gradients',
    ratio: 'ratio',
    dead: 'dead units',
    deadOf: (dead: string, units: string) => `${dead} of ${units}`,
    note: 'Root mean squares: of each layer’s weights, and of their gradients over the last batch. Where the ratio grows from batch to batch, the layer is running away.',
    deadNote:
      'A unit is dead if ReLU made it zero for every digit of the last test: its slope is zero too, so it learns no more. A channel of a convolution counts as one.',

    mapsTitle: 'What it sees in a digit',
    digit: 'digit',
    maps: (layer: string, digit: number) => `The maps of ${layer}, from a ${digit}`,
    mapsNote:
      'The maps that the first convolutions and what follows them make of this digit, with the weights as they are now; each layer has its own scale, from zero as paper to its largest as ink.',
  },
  zh: {
    title: '逐层查看',
    layer: '层',
    output: '输出',
    weights: '权重',
    gradients: '梯度',
    ratio: '比值',
    dead: '死亡单元',
    deadOf: (dead: string, units: string) => `${dead} / ${units}`,
    note: '均方根：每层的权重，以及最近一批上它们的梯度。比值一批比一批大，说明这一层正在发散。',
    deadNote:
      '如果在最近一次测试的所有数字上 ReLU 都把某个单元变成零，它就是“死”的：梯度也为零，不再学习。卷积的一个通道算一个单元。',

    mapsTitle: '它在数字里检测到什么',
    digit: '数字',
    maps: (layer: string, digit: number) => `数字 ${digit} 在 ${layer} 的特征图`,
    mapsNote:
      '用现在的权重，前面的卷积层及其后的池化层从这个数字得到的特征图；每层有自己的刻度：零为底色，最大值离底色最远。',
  },
});
