import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the digit picker. */
export const pickerMessages = defineMessages({
  en: {
    title: 'Choose a digit',
    which: 'Which digit',
    from: 'From',
    test: 'test',
    train: 'training',
    hard: 'the hard ones',
    hardLead: (count: number) =>
      `${formatInteger(count)} digits of the test set that even the network trained on all of MNIST misreads, the worst first. Below each is written which digit it is.`,
    isA: (label: number) => `a ${label}`,
    digit: (part: string, index: number, label: number) => `${part} ${index}, a ${label}`,
  },
  zh: {
    title: '选择一个手写数字',
    which: '哪个数字',
    from: '来自',
    test: '测试集',
    train: '训练集',
    hard: '难认的',
    hardLead: (count: number) =>
      `测试集里的 ${formatInteger(count)} 个数字，连用整个 MNIST 训练过的网络也会认错，错得最厉害的在前。下面写着它本来是几。`,
    isA: (label: number) => `是 ${label}`,
    digit: (part: string, index: number, label: number) => `${part} ${index}，数字 ${label}`,
  },
});
