import { defineMessages } from '$lib/ui/messages';

/** The words of the calculator where it solves for what was left blank. */
export const solutionMessages = defineMessages({
  en: {
    and: ' and ',
    height: 'Height:',
    width: 'Width:',
    ways: (count: string, output: string, isOne: boolean) =>
      isOne
        ? `One setting gives an output of ${output}.`
        : `${count} settings give an output of ${output}, the most usual first.`,
    none: (output: string, nearest: string) =>
      `No whole number gives an output of ${output}. The nearest is ${nearest}.`,
    noneTried: (output: string, nearest: string) =>
      `Nothing that was tried gives an output of ${output}. The nearest is ${nearest}.`,
    nothing: 'No whole number fits at all.',
    upTo: (field: string, largest: string) => `${field} up to ${largest}`,
    tried: (ranges: string) => `Tried: ${ranges}.`,
    anyLarger: 'With a single window, any larger stride does the same.',
    showAll: (count: string) => `Show all ${count}`,
    showFirst: (count: string) => `Show the first ${count}`,
  },
  zh: {
    and: '，',
    height: '高：',
    width: '宽：',
    ways: (count: string, output: string, isOne: boolean) =>
      isOne
        ? `只有一种设置能得到 ${output} 的输出。`
        : `有 ${count} 种设置能得到 ${output} 的输出，最常见的在前。`,
    none: (output: string, nearest: string) =>
      `没有整数能得到 ${output} 的输出，最接近的是 ${nearest}。`,
    noneTried: (output: string, nearest: string) =>
      `试过的设置都得不到 ${output} 的输出，最接近的是 ${nearest}。`,
    nothing: '没有任何整数放得下。',
    upTo: (field: string, largest: string) => `${field}到 ${largest}`,
    tried: (ranges: string) => `已试过：${ranges}。`,
    anyLarger: '只有一个窗口时，更大的步幅结果相同。',
    showAll: (count: string) => `显示全部 ${count} 种`,
    showFirst: (count: string) => `显示前 ${count} 种`,
  },
});
