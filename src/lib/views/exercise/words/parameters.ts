import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const convolution = defineMessages<RuleWords<'convolution-parameters'>>({
  en: {
    noDepth: (s) =>
      `That gives each kernel one sheet. But it must look into all ${s.in} maps: how many sheets does one kernel need?`,
    noBias: (s) => `These are the weights. Each of the ${s.out} maps also has a bias.`,
    oneBias: 'One bias for the whole layer? Each map that it makes has its own.',
    biasForEachSheet: (s) =>
      `That gives every sheet a bias. The ${s.in} sums of a kernel are added up first, and then one bias for the map.`,
    biasForEachInput:
      'That counts a bias for each map that goes in. The biases belong to the maps that come out.',
    oneKernel: (s) => `That is one kernel with its bias. ${s.out} maps take ${s.out} of them.`,
    kernelSide: (s) => `A sheet of ${s.kernel} × ${s.kernel} has more than ${s.kernel} weights.`,
    hint1:
      'Begin with one kernel: through how many maps does it reach, and how many weights has it in each?',
    hint2: 'To the weights of one kernel comes one bias. Then: how many kernels are there?',
    solution: (s) =>
      `One kernel is a block of ${s.in} × ${s.kernel} × ${s.kernel} weights with one bias; there are ${s.out} of them.`,
  },
  zh: {
    noDepth: (s) => `这样每个卷积核只有一片。可是它要同时看 ${s.in} 张特征图：一个卷积核需要几片？`,
    noBias: (s) => `这些是权重。${s.out} 张输出特征图还各有一个偏置。`,
    oneBias: '整层只有一个偏置吗？每张输出特征图都有自己的偏置。',
    biasForEachSheet: (s) =>
      `这样每一片都带了偏置。实际上先把 ${s.in} 个和加起来，再给这张图加一个偏置。`,
    biasForEachInput: '这是按输入特征图数偏置。偏置属于输出特征图。',
    oneKernel: (s) => `这是一个卷积核连同它的偏置。${s.out} 张图需要 ${s.out} 个。`,
    kernelSide: (s) => `${s.kernel} × ${s.kernel} 的一片不止 ${s.kernel} 个权重。`,
    hint1: '先看一个卷积核：它穿过几张特征图，在每张图上有几个权重？',
    hint2: '一个卷积核的权重再加一个偏置。然后问：一共有几个卷积核？',
    solution: (s) =>
      `一个卷积核是 ${s.in} × ${s.kernel} × ${s.kernel} 的一块权重，外加一个偏置；这样的卷积核有 ${s.out} 个。`,
  },
});

export const firstConvolution = defineMessages<RuleWords<'first-convolution-parameters'>>({
  en: {
    noBias: (s) => `These are the weights. Each of the ${s.out} maps also has a bias.`,
    oneBias: 'One bias for the whole layer? Each map that it makes has its own.',
    oneKernel: (s) => `That is one kernel with its bias. ${s.out} maps take ${s.out} of them.`,
    kernelSide: (s) => `A kernel of ${s.kernel} × ${s.kernel} has more than ${s.kernel} weights.`,
    everyPixel:
      'That would be a full connection, with a weight for every pixel. A kernel only covers its window, and slides.',
    everyPlace:
      'That counts every use of a weight: the paper calls these connections. The weights are shared by all places, and stored once.',
    hint1: 'How many weights has one kernel? The size of the picture has no part in it.',
    hint2: 'To each kernel comes one bias; and each map has a kernel of its own.',
    solution: (s) =>
      `Each of the ${s.out} kernels has ${s.kernel} × ${s.kernel} weights and one bias, whatever the size of the picture.`,
  },
  zh: {
    noBias: (s) => `这些是权重。${s.out} 张输出特征图还各有一个偏置。`,
    oneBias: '整层只有一个偏置吗？每张输出特征图都有自己的偏置。',
    oneKernel: (s) => `这是一个卷积核连同它的偏置。${s.out} 张图需要 ${s.out} 个。`,
    kernelSide: (s) => `${s.kernel} × ${s.kernel} 的卷积核不止 ${s.kernel} 个权重。`,
    everyPixel: '那是全连接：每个像素一个权重。卷积核只覆盖一个窗口，然后滑动。',
    everyPlace: '这里数的是权重的每一次使用，论文称之为连接。各个位置共享同一组权重，只存一份。',
    hint1: '一个卷积核有几个权重？图片的大小与此无关。',
    hint2: '每个卷积核再加一个偏置；每张特征图有自己的卷积核。',
    solution: (s) =>
      `${s.out} 个卷积核各有 ${s.kernel} × ${s.kernel} 个权重和一个偏置，与图片大小无关。`,
  },
});

export const sparseConvolution = defineMessages<RuleWords<'sparse-convolution-parameters'>>({
  en: {
    fullTable: (s) =>
      `That lets all maps see all ${s.in}. Here most of them see three or four, and their kernels are thinner blocks.`,
    noDepth: 'That gives each kernel one sheet. It has one for each map that it sees.',
    noBias: 'These are the weights. Each map that comes out also has a bias.',
    biasForEachPair:
      'That counts a bias for each pair of maps. The sums of a kernel are added up first, and then one bias for the map.',
    oneOfEach: 'That is one kernel of each sort. How many are there of each?',
    hint1: (s) =>
      `Count the three sorts apart. A kernel that sees three maps has 3 × ${s.kernel} × ${s.kernel} weights.`,
    hint2: 'Each kernel has one bias, however many maps it sees.',
    solution: 'Three sorts of kernel, each with its own depth and one bias:',
  },
  zh: {
    fullTable: (s) =>
      `这样所有特征图都看到全部 ${s.in} 张。这里大多数只看三张或四张，卷积核也就薄一些。`,
    noDepth: '这样每个卷积核只有一片。它看到几张特征图，就有几片。',
    noBias: '这些是权重。每张输出特征图还有一个偏置。',
    biasForEachPair:
      '这是给每一对特征图都算一个偏置。实际上先把几个和加起来，再给这张图加一个偏置。',
    oneOfEach: '这是每种卷积核各取一个。每种各有几个？',
    hint1: (s) => `三种卷积核分开数。看三张特征图的卷积核有 3 × ${s.kernel} × ${s.kernel} 个权重。`,
    hint2: '每个卷积核只有一个偏置，无论它看几张特征图。',
    solution: '三种卷积核，各有自己的深度和一个偏置：',
  },
});

export const fullConnection = defineMessages<RuleWords<'full-connection-parameters'>>({
  en: {
    noBias: (s) => `These are the weights. Each of the ${s.out} outputs also has a bias.`,
    oneBias: 'One bias for the whole layer? Each output has its own.',
    biasForEachInput: 'That counts a bias for each input. The biases belong to the outputs.',
    ends: 'That counts the two ends. Every output is connected with every input.',
    hint1: (s) => `One output reads all ${s.in} inputs: how many weights does it take?`,
    hint2: 'Each output also has one bias.',
    solution: (s) => `Each of the ${s.out} outputs has ${s.in} weights and one bias.`,
  },
  zh: {
    noBias: (s) => `这些是权重。${s.out} 个输出还各有一个偏置。`,
    oneBias: '整层只有一个偏置吗？每个输出都有自己的偏置。',
    biasForEachInput: '这是按输入数偏置。偏置属于输出。',
    ends: '这是把两端相加。每个输出都与每个输入相连。',
    hint1: (s) => `一个输出读取全部 ${s.in} 个输入：它需要几个权重？`,
    hint2: '每个输出还有一个偏置。',
    solution: (s) => `${s.out} 个输出各有 ${s.in} 个权重和一个偏置。`,
  },
});

export const maxPooling = defineMessages<RuleWords<'max-pooling-parameters'>>({
  en: {
    asConvolution: 'Pooling has no kernel of weights: it takes the largest number of its window.',
    window: 'That is how many numbers a window has. None of them is a weight.',
    eachWindow: 'These are the places of the windows. Nothing in them is trained.',
    trained:
      'So it was in 1998: the subsampling had a coefficient and a bias for each map. Max pooling has neither.',
    hint1: 'Which numbers does taking the largest of four need?',
    hint2: 'Would training have anything to change in it?',
    solution: 'Taking the largest of a window needs no number that is trained.',
  },
  zh: {
    asConvolution: '池化没有带权重的卷积核：它只取窗口里最大的数。',
    window: '这是一个窗口里的数的个数，其中没有权重。',
    eachWindow: '这是窗口的位置数，其中没有要训练的东西。',
    trained: '1998 年是这样：下采样的每张图有一个系数和一个偏置。最大池化两者都没有。',
    hint1: '取四个数中最大的一个，需要哪些数？',
    hint2: '训练能改变其中的什么吗？',
    solution: '取窗口的最大值不需要任何要训练的数。',
  },
});
