import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const windowCount = defineMessages<RuleWords<'window-count'>>({
  en: {
    noFloor:
      'There is no part of a window: what is left over at the end is not used, so round down.',
    noLastWindow: 'That counts the steps. The window that one begins with is one more.',
    borderOnce: 'The border stands on both sides.',
    noBorder: 'That leaves out the border.',
    noStride: (s) =>
      `That is with a stride of 1. Here the window moves ${s.stride} pixels at a time.`,
    hint1:
      'How wide is the picture with its border, and how far can the window move before it meets the end?',
    hint2: 'Divide that way by the stride, round down, and count the first window too.',
    solution:
      'The border counts twice, the kernel once; that way in strides, rounded down, and one for the first window.',
  },
  zh: {
    noFloor: '没有“半个窗口”：末尾剩下的不用，所以向下取整。',
    noLastWindow: '这是移动的次数。开头的那个窗口还要加上 1。',
    borderOnce: '填充在两侧都有。',
    noBorder: '这里漏掉了填充。',
    noStride: (s) => `这是步幅为 1 的情形。这里窗口每次移动 ${s.stride} 个像素。`,
    hint1: '图片加上填充有多宽？窗口到头之前能移动多远？',
    hint2: '用这段距离除以步幅，向下取整，再把第一个窗口算上。',
    solution: '填充算两次，卷积核算一次；这段距离按步幅数，向下取整，再加上第一个窗口。',
  },
});

export const convolutionShape = defineMessages<RuleWords<'convolution-shape'>>({
  en: {
    borderOnce: 'The border stands on both sides.',
    noBorder: 'That leaves out the border.',
    noLastWindow: 'That counts the steps of the window. The one that it begins with is one more.',
    keepsSide: (s) =>
      `The side stays as it is only if the border makes up for the kernel: ${s.kernel} would take ${(s.kernel - 1) / 2} on each side.`,
    inputChannels: (s) =>
      `The ${s.in} is what goes in. Each kernel makes one map: how many come out?`,
    allSheets:
      'That counts every sheet of every kernel. Their sums are added up: one kernel makes one map.',
    channelsLast: 'The numbers are right. PyTorch names the maps first: maps × height × width.',
    hint1: 'One kernel makes one map. And the side: with the border, less the kernel, and one.',
    hint2: 'The order is maps × height × width.',
    solution:
      'As many maps as kernels; each side is the picture with both borders, less the kernel, and one:',
  },
  zh: {
    borderOnce: '填充在两侧都有。',
    noBorder: '这里漏掉了填充。',
    noLastWindow: '这是窗口移动的次数。开头的那个窗口还要加上 1。',
    keepsSide: (s) =>
      `只有填充正好抵消卷积核时边长才不变：大小为 ${s.kernel} 的卷积核要每侧填充 ${(s.kernel - 1) / 2}。`,
    inputChannels: (s) => `${s.in} 是输入的张数。每个卷积核生成一张特征图：输出几张？`,
    allSheets: '这是数每个卷积核的每一片。各片的和要加起来：一个卷积核只生成一张特征图。',
    channelsLast: '数都对。PyTorch 先写通道数：通道 × 高 × 宽。',
    hint1: '一个卷积核生成一张特征图。边长则是：加上两侧填充，减去卷积核，再加一。',
    hint2: '顺序是：通道 × 高 × 宽。',
    solution: '有几个卷积核就有几张特征图；每条边是图片加两侧填充，减去卷积核，再加一：',
  },
});

export const poolingShape = defineMessages<RuleWords<'pooling-shape'>>({
  en: {
    strideOne: 'That is with a stride of 1. The windows of pooling stand side by side.',
    fewerMaps: 'Each map is pooled by itself: there are as many as before.',
    noPooling: 'Four numbers become one: the sides do not stay as they are.',
    channelsLast: 'The numbers are right. PyTorch names the maps first: maps × height × width.',
    hint1: 'Each window of 2 × 2 becomes one number.',
    hint2: 'The number of maps stays as it is.',
    solution: 'Windows of 2 × 2 side by side halve each side; the maps stay as many:',
  },
  zh: {
    strideOne: '这是步幅为 1 的情形。池化的窗口互不重叠。',
    fewerMaps: '每张特征图各自池化：张数不变。',
    noPooling: '四个数变成一个：边长不会保持原样。',
    channelsLast: '数都对。PyTorch 先写通道数：通道 × 高 × 宽。',
    hint1: '每个 2 × 2 的窗口变成一个数。',
    hint2: '特征图的张数不变。',
    solution: '互不重叠的 2 × 2 窗口使每条边减半；张数不变：',
  },
});

export const connectionShape = defineMessages<RuleWords<'connection-shape'>>({
  en: {
    inputs: 'That is what goes in. How many numbers come out?',
    weights: 'That is the shape of the weights. What comes out is one number for each row of them.',
    hint1: 'A full connection makes one number for each of its outputs.',
    hint2: 'There are no maps any more: the shape has one size.',
    solution: 'One number for each output:',
  },
  zh: {
    inputs: '这是输入的个数。输出几个数？',
    weights: '这是权重的形状。权重的每一行输出一个数。',
    hint1: '全连接的每个输出是一个数。',
    hint2: '这里已经没有特征图：形状只有一个数。',
    solution: '每个输出一个数：',
  },
});
