import { defineMessages } from '$lib/ui/messages';

/** The words of the digit picker. */
export const pickerMessages = defineMessages(
  {
    title: 'Choose a digit',
    close: 'Close',
    which: 'Which digit',
    from: 'From',
    test: 'test',
    train: 'training',
    digit: (part: string, index: number, label: number) => `${part} ${index}, a ${label}`,
  },
  {
    title: '选择一个手写数字',
    close: '关闭',
    which: '哪个数字',
    from: '来自',
    test: '测试集',
    train: '训练集',
    digit: (part: string, index: number, label: number) => `${part} ${index}，数字 ${label}`,
  },
);
