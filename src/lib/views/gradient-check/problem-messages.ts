import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { shorten } from '$lib/ui/shorten';
import { shapeWords } from '../tensor/words';
import type { WeightProblem } from './read-fields';

/** Why ε cannot be used. */
export const epsilonMessages = defineMessages({
  en: {
    nonsense: 'Write ε as a number, such as 1e-5 or 0.001.',
    zero: 'At ε = 0 nothing moves, and the quotient is 0/0. Take a small number above 0.',
    negative: 'ε is a distance, up and down alike. Take a number above 0.',
    tiny: 'Below 1e-12 almost nothing of w ± ε is left after rounding. Take at least 1e-12.',
    huge: 'A weight moved by more than 1 is another network. Take 1 at most.',
  },
  zh: {
    nonsense: '请把 ε 写成一个数，例如 1e-5 或 0.001。',
    zero: 'ε = 0 时什么都不移动，商是 0/0。请取一个大于 0 的小数。',
    negative: 'ε 是上下移动的距离，请取大于 0 的数。',
    tiny: '小于 1e-12 时，w ± ε 舍入之后几乎什么也不剩。请至少取 1e-12。',
    huge: '权重移动超过 1 就是另一个网络了。请最多取 1。',
  },
});

const weightMessages = defineMessages({
  en: {
    nonsense: 'Write a name and its numbers, counted from 0, such as c3.weight[7,2,1,1].',
    unknown: (tensor: string, known: string) =>
      `There is no ${shorten(tensor)} here. What can be moved: ${known}.`,
    computed: (tensor: string) =>
      `${tensor} is computed, not learned. Choose a weight or a bias, such as c3.weight[7,2,1,1].`,
    axes: (tensor: string, shape: string, axes: number) =>
      `${tensor} has ${shape} numbers: it takes ${axes} ${axes === 1 ? 'index' : 'indices'}, counted from 0.`,
    outside: (tensor: string, position: number, asked: number, largest: number) =>
      `${tensor}: index ${position} goes from 0 to ${largest}, and ${asked} is outside.`,
  },
  zh: {
    nonsense: '请写名称和从 0 数起的下标，例如 c3.weight[7,2,1,1]。',
    unknown: (tensor: string, known: string) =>
      `这里没有 ${shorten(tensor)}。可以移动的有：${known}。`,
    computed: (tensor: string) =>
      `${tensor} 是算出来的，不是学来的。请选一个权重或偏置，例如 c3.weight[7,2,1,1]。`,
    axes: (tensor: string, shape: string, axes: number) =>
      `${tensor} 有 ${shape} 个数，需要 ${axes} 个从 0 数起的下标。`,
    outside: (tensor: string, position: number, asked: number, largest: number) =>
      `${tensor}：第 ${position} 个下标从 0 到 ${largest}，${asked} 超出了范围。`,
  },
});

/** What is wrong with a reference to a weight, as a sentence. */
export function weightSentence(problem: WeightProblem, locale: Locale): string {
  const t = weightMessages[locale];
  switch (problem.reason) {
    case 'nonsense':
      return t.nonsense;
    case 'unknown':
      return t.unknown(problem.tensor, problem.known.join(', '));
    case 'computed':
      return t.computed(problem.tensor);
    case 'axes':
      return t.axes(problem.tensor, shapeWords(problem.shape), problem.shape.length);
    case 'outside':
      return t.outside(problem.tensor, problem.position, problem.asked, problem.largest);
  }
}
