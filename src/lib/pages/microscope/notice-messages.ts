import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** What is said of a link, of weights that could not be had, and of a file of weights. */
export const noticeMessages = defineMessages({
  en: {
    unloaded: 'These weights could not be fetched; random ones are used instead.',
    unloadedOther:
      'These weights belong to the LeNet-5 of this notebook; this network begins with random ones.',
    unstepped: (reason: string) =>
      `The network of this link cannot be stepped through. ${reason} The LeNet-5 of this notebook is shown instead.`,
    unloadedRun:
      'This browser keeps no run of that name with a network like this one; random weights are used instead. Runs stay in the browser that trained them.',
    fromFile: (file: string) =>
      `These are the weights of ${file}. A link cannot carry them: whoever opens it sees random ones.`,
    ignored: (names: string, count: number) =>
      `The file holds ${count === 1 ? 'a tensor' : `${formatInteger(count)} tensors`} that this network does not have: ${names}. ${count === 1 ? 'It is' : 'They are'} left out.`,
    converted: (types: string) => `Its numbers were converted to float32 from ${types}.`,
    zeros:
      'These weights were trained with zeros around the digits, as this page did before its network read 32 × 32. Now background lies there, so they may answer a little differently than they did.',
    rejected: (fields: readonly string[]) =>
      `This link has settings that cannot be used: ${fields.join('; ')}. The usual values are taken instead.`,
    missing: (asked: string, shown: string) =>
      `There is no number ${asked} here; ${shown} is the nearest.`,
    refused: (file: string, reason: string) =>
      `${file} cannot be used. ${reason} The weights are as they were.`,
    unreadable: 'The browser could not read it.',
  },
  zh: {
    unloaded: '这组权重没能取到，已改用初始权重。',
    unloadedOther: '这组权重属于本笔记本的 LeNet-5；这个网络从初始权重开始。',
    unstepped: (reason: string) =>
      `链接里的网络不能逐步走一遍。${reason}这里改用本笔记本的 LeNet-5。`,
    unloadedRun:
      '本浏览器没有保存这样一次训练（或者网络结构不同），已改用初始权重。训练只保存在训练它的浏览器里。',
    fromFile: (file: string) =>
      `现在看到的是 ${file} 的权重。链接带不走它们：打开链接的人看到的是初始权重。`,
    ignored: (names: string, count: number) =>
      `文件里有 ${formatInteger(count)} 个张量不属于这个网络：${names}。它们没有被使用。`,
    converted: (types: string) => `其中的数已从 ${types} 转换为 float32。`,
    zeros:
      '这组权重训练时，数字四周填的是 0（本页的网络改读 32 × 32 之前就是这样）。现在填的是背景，所以得分可能与当时略有不同。',
    rejected: (fields: readonly string[]) =>
      `链接中这些项无法使用：${fields.join('；')}。已换成默认值。`,
    missing: (asked: string, shown: string) => `这里没有 ${asked} 这个数；最接近的是 ${shown}。`,
    refused: (file: string, reason: string) => `无法使用 ${file}。${reason}权重保持不变。`,
    unreadable: '浏览器读不了这个文件。',
  },
});
