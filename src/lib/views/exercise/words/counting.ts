import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const wholeMapParameters = defineMessages<RuleWords<'whole-map-parameters'>>({
  en: {
    noBias: (s) => `These are the weights. Each of the ${s.out} units also has a bias.`,
    noSide: (s) => `Each map that it reads has ${s.side} × ${s.side} numbers, not one.`,
    noDepth: (s) => `A kernel reaches through all ${s.in} maps.`,
    oneUnit: (s) => `That is one unit. There are ${s.out}.`,
    sideOnce: (s) => `A map of side ${s.side} has ${s.side} × ${s.side} numbers.`,
    hint1: 'The kernel is as large as the map: it has one place, and one weight for each number.',
    hint2: 'So it counts like a full connection: all inputs, a bias, for each unit.',
    solution: (s) =>
      `Each of the ${s.out} units has a weight for each of the ${s.in} × ${s.side} × ${s.side} numbers, and one bias.`,
  },
  zh: {
    noBias: (s) => `这些是权重。${s.out} 个单元还各有一个偏置。`,
    noSide: (s) => `它读取的每张图有 ${s.side} × ${s.side} 个数，不是一个。`,
    noDepth: (s) => `卷积核要穿过全部 ${s.in} 张图。`,
    oneUnit: (s) => `这是一个单元的。一共有 ${s.out} 个。`,
    sideOnce: (s) => `边长为 ${s.side} 的图有 ${s.side} × ${s.side} 个数。`,
    hint1: '卷积核和图一样大：只有一个位置，每个数对应一个权重。',
    hint2: '所以和全连接一样数：每个单元连所有输入，再加一个偏置。',
    solution: (s) => `${s.out} 个单元各有 ${s.in} × ${s.side} × ${s.side} 个权重和一个偏置。`,
  },
});

export const subsamplingParameters = defineMessages<RuleWords<'subsampling-parameters'>>({
  en: {
    maxPooling: 'That is so for max pooling. The subsampling of 1998 is trained.',
    noBias: 'Each map has a coefficient, and a bias besides.',
    onePair: 'Each map has its own two.',
    asConvolution: 'The four numbers of a window are added up, and have one coefficient together.',
    fourWeights: 'The four numbers of a window share one coefficient; and there is a bias.',
    hint1: 'The four numbers of a window are added up first.',
    hint2: 'Their sum is multiplied by one number, and another is added: both belong to the map.',
    solution: 'A coefficient and a bias for each map:',
  },
  zh: {
    maxPooling: '最大池化才是这样。1998 年的下采样有要训练的参数。',
    noBias: '每张图有一个系数，另外还有一个偏置。',
    onePair: '每张图各有自己的两个。',
    asConvolution: '窗口里的四个数先相加，共用一个系数。',
    fourWeights: '窗口里的四个数共用一个系数；另外还有一个偏置。',
    hint1: '窗口里的四个数先相加。',
    hint2: '和乘一个数，再加一个数：这两个数都属于这张图。',
    solution: '每张图一个系数、一个偏置：',
  },
});

export const convolutionConnections = defineMessages<RuleWords<'convolution-connections'>>({
  en: {
    parameters: 'That is how many are stored. Each is used at every place of its map.',
    noBias: 'The paper counts the use of the bias as a connection too.',
    noDepth: (s) => `Each number reads all ${s.in} maps.`,
    oneMap: (s) => `That is one map. There are ${s.out}.`,
    oneSide: (s) => `A map of side ${s.side} has ${s.side} × ${s.side} places.`,
    hint1: 'Begin with one number: how many weights are used for it, and the bias?',
    hint2: 'Then: how many numbers does the layer make?',
    solution: 'What one number uses, times the places, times the maps:',
  },
  zh: {
    parameters: '这是存储的个数。每个参数在图的每个位置都用一次。',
    noBias: '论文把偏置的使用也算作连接。',
    noDepth: (s) => `每个数读取全部 ${s.in} 张图。`,
    oneMap: (s) => `这是一张图的。一共有 ${s.out} 张。`,
    oneSide: (s) => `边长为 ${s.side} 的图有 ${s.side} × ${s.side} 个位置。`,
    hint1: '先看一个数：它用到几个权重，加上偏置？',
    hint2: '然后：这一层一共产生几个数？',
    solution: '一个数用到的，乘位置数，乘图的张数：',
  },
});

export const subsamplingConnections = defineMessages<RuleWords<'subsampling-connections'>>({
  en: {
    parameters: 'That is how many are trained. Each is used at every place of its map.',
    noBias: 'The bias is a connection too.',
    twoEach: 'The coefficient is used for four numbers: the paper counts a connection for each.',
    oneMap: (s) => `That is one map. There are ${s.maps}.`,
    inputSide: 'The side given is that of the maps that come out.',
    hint1: 'One number that comes out is connected with four that go in, and with its bias.',
    hint2: 'How many numbers come out?',
    solution: 'Five connections for each number that comes out:',
  },
  zh: {
    parameters: '这是要训练的个数。每个参数在图的每个位置都用一次。',
    noBias: '偏置也是一个连接。',
    twoEach: '系数用于四个数：论文对每个都算一个连接。',
    oneMap: (s) => `这是一张图的。一共有 ${s.maps} 张。`,
    inputSide: '给出的边长是输出图的边长。',
    hint1: '输出的一个数连着输入的四个数，还连着偏置。',
    hint2: '一共输出几个数？',
    solution: '每个输出的数五个连接：',
  },
});

export const tableCrosses = defineMessages<RuleWords<'table-crosses'>>({
  en: {
    fullTable: (s) => `That is a full table, in which every map sees all ${s.in}.`,
    maps: 'These are the maps: the columns of the table. How many crosses are in each?',
    withBias: 'A bias has no cross: the table says which maps are seen.',
    oneOfEach: 'That is one column of each sort.',
    hint1: 'A column has a cross for each map that its kernel sees.',
    hint2: 'Count the three sorts apart, and add.',
    solution: 'The crosses of a column, times the columns, for each sort:',
  },
  zh: {
    fullTable: (s) => `这是全连接的表：每张图都看到全部 ${s.in} 张。`,
    maps: '这是图的张数，即表的列数。每列有几个叉？',
    withBias: '偏置没有叉：表里写的是看到哪些图。',
    oneOfEach: '这是每种各一列。',
    hint1: '卷积核看到几张图，那一列就有几个叉。',
    hint2: '三种分开数，再相加。',
    solution: '每种：一列的叉数乘列数，再相加：',
  },
});

export const softmaxShare = defineMessages<RuleWords<'softmax-share'>>({
  en: {
    noPower: 'That divides the scores themselves. First each becomes a power of e.',
    noSum: 'That is the power alone. Divide it by the sum of all three.',
    ofTheOthers: 'Its own power belongs to the sum too.',
    wrongScore: 'That is the probability of the second score.',
    even: 'So it would be if the three scores were equal.',
    hint1: 'Raise e to each of the scores.',
    hint2: 'Divide the first power by the sum of the three.',
    solution: 'The first power, as a part of the sum of all three:',
  },
  zh: {
    noPower: '这是直接用得分相除。先要对每个得分取 e 的幂。',
    noSum: '这只是幂。还要除以三个幂的和。',
    ofTheOthers: '和里也包括它自己的幂。',
    wrongScore: '这是第二个得分的概率。',
    even: '三个得分相等时才是这样。',
    hint1: '对每个得分取 e 的幂。',
    hint2: '用第一个幂除以三个幂的和。',
    solution: '第一个幂在三个幂之和中所占的份额：',
  },
});

export const gatedGradient = defineMessages<RuleWords<'gated-gradient'>>({
  en: {
    passed:
      'The sum was negative: the ReLU made it 0, whatever it was. So the loss does not depend on it.',
    stopped: 'The sum was positive: the ReLU let it through, and lets its gradient through.',
    timesSum: 'The size of the sum does not matter, only its sign.',
    slope: 'That is the slope of the ReLU. It is multiplied by the gradient that comes back.',
    theSum: 'That is the sum itself. Its gradient is asked for.',
    sign: 'The ReLU does not change the sign of a gradient.',
    hint1: 'The slope of the ReLU is 1 for a positive sum, 0 for a negative one.',
    hint2: 'Multiply what comes back by this slope.',
    solution: 'What comes back, times the slope of the ReLU:',
  },
  zh: {
    passed: '这个和是负的：无论多少，ReLU 都让它变成 0。所以损失与它无关。',
    stopped: '这个和是正的：ReLU 让它通过，也让它的梯度通过。',
    timesSum: '和的大小无关，只看符号。',
    slope: '这是 ReLU 的斜率。还要乘传回来的梯度。',
    theSum: '这是和本身。问的是它的梯度。',
    sign: 'ReLU 不改变梯度的符号。',
    hint1: '和为正时 ReLU 的斜率是 1，为负时是 0。',
    hint2: '用传回来的梯度乘这个斜率。',
    solution: '传回来的梯度，乘 ReLU 的斜率：',
  },
});
