import { defineMessages } from '$lib/ui/messages';

/** The words of the home page. */
export const messages = defineMessages({
  en: {
    title: 'LeNet-5 notebook: open a network and read every number in it',
    description:
      'A notebook in the browser that teaches LeNet-5: lessons, calculators, one digit forward and back step by step, and training in the tab.',
    kicker: 'LeNet-5, 1998',
    heading: 'Open a neural network and read every number in it',
    lead: (layers: string, parameters: string) =>
      `LeNet-5 reads handwritten digits with ${layers} layers and ${parameters} trained parameters. Here it runs in your browser, on real digits, and hides nothing: you can follow one digit forward, follow its error back, and watch the weights move.`,
    begin: 'Begin with the first lesson',
    straight: 'Step one digit through',
    figure: 'The network · each plane leads to its lesson',
    figureLabel: 'The seven layers of LeNet-5, from the input to the output',
    modern:
      'Drawn from the network that runs here, which is the one most readers meet: rectifiers, max pooling and softmax. The lessons say where the network of 1998 differs.',
    convolution: (kernel: string) => `${kernel} convolution`,
    pooling: (kernel: string) => `${kernel} max pooling`,
    linear: 'full connection',
    input: 'Input',
    output: 'Output',
    doors: 'What you can do here',
    lessonsTitle: 'Read a lesson',
    lessonsText:
      'Short lessons, a layer at a time: its formula, its picture on a real digit, its count of parameters, its code.',
    calculatorTitle: 'Turn a calculator',
    calculatorText:
      'Output size, parameters and multiply-adds for any kernel, stride and padding, with the formula beside the answer.',
    builderTitle: 'Build a network',
    builderText:
      'Layer upon layer, from LeNet-1 to VGG-16 or your own: shapes and costs run through it, and PyTorch comes out.',
    stepTitle: 'Step one digit',
    stepText:
      'Any of MNIST’s or one that you draw: forward through every layer, the loss, back through every gradient, one update: and the loss has fallen.',
    scratchTitle: 'Write formulas of your own',
    scratchText:
      'A scratch notebook of formulas, sliders and plots that follow one another; it stays on your machine.',
    trainTitle: 'Train it here',
    trainText:
      'On real digits, in this tab: watch the loss fall and the first kernels take shape, and see how it does on digits it has not met.',
  },
  zh: {
    title: 'LeNet-5 笔记本：打开一个网络，读懂其中每一个数',
    description:
      '浏览器里的 LeNet-5 笔记本：课程、计算器、让一个数字逐步前向与反向传播，并在标签页里完成训练。',
    kicker: 'LeNet-5，1998 年',
    heading: '打开一个神经网络，读懂其中每一个数',
    lead: (layers: string, parameters: string) =>
      `LeNet-5 用 ${layers} 层、${parameters} 个可训练参数识别手写数字。在这里，它就在你的浏览器里处理真实的数字，毫无隐藏：你可以跟随一个数字向前，跟随它的误差向后，并看着权重移动。`,
    begin: '从第一课开始',
    straight: '让一个数字走一遍',
    figure: '网络 · 点击任意一层进入它的课程',
    figureLabel: 'LeNet-5 的七层，从输入到输出',
    modern:
      '图按这里实际运行的网络绘制，也是多数读者最先遇到的版本：ReLU、最大池化与 softmax。课程会说明 1998 年的网络有何不同。',
    convolution: (kernel: string) => `${kernel} 卷积`,
    pooling: (kernel: string) => `${kernel} 最大池化`,
    linear: '全连接',
    input: '输入',
    output: '输出',
    doors: '在这里可以做什么',
    lessonsTitle: '读一课',
    lessonsText: '一节节短课，每次一层：它的公式、它在真实数字上的图、它的参数个数、它的代码。',
    calculatorTitle: '用计算器',
    calculatorText: '任意卷积核、步幅与填充下的输出尺寸、参数个数与乘加次数，公式就在答案旁边。',
    builderTitle: '搭一个网络',
    builderText:
      '一层一层地搭，从 LeNet-1 到 VGG-16，或者自己的网络：尺寸和代价一路算下去，还能导出 PyTorch 代码。',
    stepTitle: '单步走一个数字',
    stepText:
      'MNIST 的任何一个，或者你自己写的：前向穿过每一层，得到损失，反向经过每一个梯度，更新一次：损失随之下降。',
    scratchTitle: '写自己的公式',
    scratchText: '一个草稿本：公式、滑块与曲线彼此相连，随改随算，只保存在你的电脑上。',
    trainTitle: '在这里训练',
    trainText:
      '用真实的数字，就在这个标签页里：看损失下降、第一层卷积核成形，再看它认不认得没见过的数字。',
  },
});
