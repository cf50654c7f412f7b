import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const normalisedGrey = defineMessages<RuleWords<'normalised-grey'>>({
  en: {
    noMean: 'That leaves out the mean, which is subtracted first.',
    noStd: 'That leaves out the division by the standard deviation.',
    noScale: 'First the grey level is divided by 255: ToTensor makes 0 to 1 of 0 to 255.',
    meanLast: 'The mean is subtracted before the division, not after it.',
    scaleAlone: 'That is what ToTensor makes of it. Normalize comes after.',
    hint1: 'Two steps: ToTensor makes a number from 0 to 1, Normalize shifts and scales it.',
    hint2: (s) => `${s.grey} of 255 is ${s.grey / 255}. Now the mean, then the deviation.`,
    solution: 'Divide by 255, subtract the mean, divide by the standard deviation:',
  },
  zh: {
    noMean: '漏了均值：要先减去它。',
    noStd: '漏了除以标准差。',
    noScale: '灰度先要除以 255：ToTensor 把 0～255 变成 0～1。',
    meanLast: '先减均值，再除以标准差，次序不能反。',
    scaleAlone: '这是 ToTensor 的结果。后面还有 Normalize。',
    hint1: '分两步：ToTensor 得到 0 到 1 之间的数，Normalize 再平移、缩放。',
    hint2: (s) => `${s.grey} 除以 255 得 ${s.grey / 255}。接着减均值，再除以标准差。`,
    solution: '除以 255，减去均值，再除以标准差：',
  },
});

export const kernelBackwards = defineMessages<RuleWords<'kernel-backwards'>>({
  en: {
    noLastWindow: 'That is by how much the map is smaller: the kernel is one wider.',
    wrongSign: 'The 1 has the wrong sign: bring it to the other side of the formula first.',
    halved: 'That would be the border that makes up for the kernel. What is asked is the kernel.',
    asKernel: 'That is the size of the map. How large is the window that makes it?',
    hint1: (s) =>
      `Write the size formula with these numbers: ${s.output} = (${s.input} − K)/1 + 1.`,
    hint2: (s) => `The kernel moves ${s.output} − 1 times by one pixel, and ends at the edge.`,
    solution: 'The formula, solved for the kernel:',
  },
  zh: {
    noLastWindow: '这是特征图缩小的量。卷积核的边长还要再加 1。',
    wrongSign: '1 的符号反了：先把它移到等号另一边。',
    halved: '这是抵消卷积核所需的填充。问的是卷积核的边长。',
    asKernel: '这是特征图的边长。得到它的窗口有多大？',
    hint1: (s) => `把数代入尺寸公式：${s.output} = (${s.input} − K)/1 + 1。`,
    hint2: (s) => `卷积核移动 ${s.output} − 1 次，每次一个像素，最后正好到边缘。`,
    solution: '由公式解出卷积核的边长：',
  },
});

export const joinedBias = defineMessages<RuleWords<'joined-bias'>>({
  en: {
    biasesAdded: 'The first bias goes through the second layer too: it is multiplied there.',
    secondOnly: 'The first bias does not get lost: the second layer multiplies it.',
    noSecond: 'That leaves out the bias of the second layer.',
    firstWeight: 'The first bias is added behind the first weight. Which weight does it meet?',
    theWeight: 'That is the weight of the one layer. Its bias is asked for.',
    hint1: 'Put the first formula into the second, and multiply out.',
    hint2: 'What stands without an x is the bias.',
    solution: 'The first bias times the second weight, and the second bias:',
  },
  zh: {
    biasesAdded: '第一层的偏置也要经过第二层：在那里要乘以权重。',
    secondOnly: '第一层的偏置没有消失：第二层把它乘以权重。',
    noSecond: '漏了第二层的偏置。',
    firstWeight: '第一层的偏置是乘过第一个权重之后才加上的。它遇到的是哪个权重？',
    theWeight: '这是那一层的权重。问的是它的偏置。',
    hint1: '把第一个式子代入第二个，再展开。',
    hint2: '不含 x 的部分就是偏置。',
    solution: '第一层的偏置乘以第二层的权重，再加第二层的偏置：',
  },
});

export const sight = defineMessages<RuleWords<'sight'>>({
  en: {
    noJump: 'After the pooling, neighbouring cells are 2 pixels apart: each step counts twice.',
    noPooling: 'The window of the pooling itself also adds a pixel.',
    wholeKernel: 'The first cell of the kernel is counted already: only its other cells add.',
    lastOnly: 'That is the kernel on the map below it. How many pixels lie behind that?',
    product: 'The windows overlap, so their sizes are not multiplied.',
    hint1: 'Go layer by layer: r grows by (K − 1) · J, and J doubles at the pooling.',
    hint2: (s) =>
      `After the first convolution r = ${s.kernel1}, J = 1; after the pooling r = ${s.kernel1 + 1}, J = 2.`,
    solution: 'Each layer adds its kernel less one, times the distance of the cells below it:',
  },
  zh: {
    noJump: '池化之后，相邻两格相距 2 个像素：每一步要算两个。',
    noPooling: '池化的窗口本身也增加一个像素。',
    wholeKernel: '卷积核的第一格已经算过：只加其余的格。',
    lastOnly: '这是卷积核在下一层特征图上的大小。它背后有多少像素？',
    product: '窗口互相重叠，所以不是相乘。',
    hint1: '逐层来：r 增加 (K − 1) · J，经过池化 J 加倍。',
    hint2: (s) => `第一个卷积之后 r = ${s.kernel1}，J = 1；池化之后 r = ${s.kernel1 + 1}，J = 2。`,
    solution: '每一层增加“卷积核减一”乘以下一层相邻两格的距离：',
  },
});

export const codeDistance = defineMessages<RuleWords<'code-distance'>>({
  en: {
    bits: 'That counts the pixels. How much does each of them add to the distance?',
    notSquared: 'From −1 to +1 is 2. The distance adds up squares.',
    root: 'The output of 1998 is the squared distance: no root is taken.',
    allSquared: 'Square first, pixel by pixel, and add up then.',
    pixels: 'These are the pixels that agree. They add nothing.',
    hint1:
      'Where two codes differ, one is +1 and the other −1. What is the square of the difference?',
    hint2: 'Where they agree, the difference is 0.',
    solution: 'Each differing pixel adds the square of 2:',
  },
  zh: {
    bits: '这是像素的个数。每个像素给距离增加多少？',
    notSquared: '从 −1 到 +1 相差 2。距离加的是平方。',
    root: '1998 年的输出是距离的平方，不开方。',
    allSquared: '先逐个像素平方，再相加。',
    pixels: '这些是相同的像素，它们不增加距离。',
    hint1: '两个编码不同的地方，一个是 +1，一个是 −1。差的平方是多少？',
    hint2: '相同的地方，差为 0。',
    solution: '每个不同的像素增加 2 的平方：',
  },
});

export const firstOfTwo = defineMessages<RuleWords<'first-of-two'>>({
  en: {
    share: 'That divides the scores themselves. The softmax raises e to each of them first.',
    other: 'That is the probability of the second.',
    ratio: 'That compares the two powers. Divide by their sum, so that both add up to 1.',
    powerOnly: 'That is the power of the first score. It is divided by the sum of both.',
    hint1: 'First raise e to each of the two scores.',
    hint2: (s) =>
      `Only the difference counts: ${s.first} and ${s.second} differ by ${Math.abs(s.first - s.second)}.`,
    solution: 'The first power, divided by the sum of both:',
  },
  zh: {
    share: '这是直接拿得分相除。softmax 要先以 e 为底、以得分为指数求幂。',
    other: '这是第二个的概率。',
    ratio: '这是两个幂之比。要除以它们的和，这样两个概率加起来才是 1。',
    powerOnly: '这是第一个得分的幂。还要除以两个幂的和。',
    hint1: '先以 e 为底，对两个得分分别求幂。',
    hint2: (s) =>
      `起作用的只是差：${s.first} 与 ${s.second} 相差 ${Math.abs(s.first - s.second)}。`,
    solution: '第一个幂除以两个幂的和：',
  },
});

export const convolutionProducts = defineMessages<RuleWords<'convolution-products'>>({
  en: {
    weights: 'These are the weights. Each is used once at every place of the window.',
    withBias:
      'That counts the biases too: the paper calls these connections. A bias is added, not multiplied.',
    everyPixel: (s) =>
      `A kernel of ${s.kernel} does not fit at every pixel: how many places are there?`,
    oneMap: (s) => `That is one map. There are ${s.out}.`,
    noDepth: (s) => `Each kernel reaches through all ${s.in} maps.`,
    hint1: 'How many weights are there, without the biases?',
    hint2: (s) => `Each is used at ${s.side - s.kernel + 1} × ${s.side - s.kernel + 1} places.`,
    solution: 'The places of the window times the weights:',
  },
  zh: {
    weights: '这是权重的个数。窗口每到一个位置，每个权重都用一次。',
    withBias: '这里把偏置也算上了：论文称之为连接。偏置是加上的，不是乘的。',
    everyPixel: (s) => `边长 ${s.kernel} 的卷积核不是每个像素都放得下：有几个位置？`,
    oneMap: (s) => `这是一张特征图。一共有 ${s.out} 张。`,
    noDepth: (s) => `每个卷积核贯穿全部 ${s.in} 张图。`,
    hint1: '不算偏置，有多少个权重？',
    hint2: (s) => `每个权重用在 ${s.side - s.kernel + 1} × ${s.side - s.kernel + 1} 个位置上。`,
    solution: '窗口的位置数乘以权重数：',
  },
});

export const adamMemory = defineMessages<RuleWords<'adam-memory'>>({
  en: {
    weightsOnly: 'That is enough to read. Training keeps more than the parameters.',
    noAverages: 'Adam also keeps two averages for each parameter.',
    oneAverage: 'So it is with momentum. Adam keeps two averages.',
    hint1: 'For each parameter: itself, its gradient, and two averages.',
    hint2: 'Each of these numbers takes 4 bytes.',
    solution: 'Four numbers for each parameter, four bytes each:',
  },
  zh: {
    weightsOnly: '只做推理，这就够了。训练时存的不只是参数。',
    noAverages: 'Adam 还为每个参数存两个平均值。',
    oneAverage: '用动量时是这样。Adam 存两个平均值。',
    hint1: '每个参数要存：它自己、它的梯度和两个平均值。',
    hint2: '每个数占 4 字节。',
    solution: '每个参数四个数，每个数四字节：',
  },
});
