import { defineMessages } from '$lib/ui/messages';

/** The words about what a network has learned. */
export const outcomeMessages = defineMessages({
  en: {
    title: 'What it takes for what',
    tableCaption:
      'Row: what the digit is. Column: what the network takes it for. The fuller the red, the commoner the mistake. A number opens its digits.',
    right: 'right',
    cell: (count: string, label: number, predicted: number) =>
      label === predicted
        ? `${count} times a ${label} is read right`
        : `${count} times a ${label} is taken for a ${predicted}`,
    halves: (first: string, second: string) =>
      `The first 5,000 test digits: ${first} right; the last 5,000: ${second}.`,
    asMnistSays:
      'As the makers of MNIST say, the first half is the easier one: so never test on a part of the set.',
    notAsMnistSays:
      'The makers of MNIST call the first half the easier one; for this network it is not. Either way, never test on a part of the set.',
    worst: 'The worst mistakes',
    kind: (label: number, predicted: number) =>
      label === predicted
        ? `${label}s read right, the least sure first`
        : `${label}s taken for a ${predicted}`,
    allMistakes: 'All mistakes',
    digit: (index: number, label: number, predicted: number) =>
      `Test digit ${index}: a ${label}, taken for a ${predicted}`,
    taken: (label: number, predicted: number) => `${label} → ${predicted}`,
    open: 'Open this digit in the microscope, with these weights',
    aboutLinks:
      'The largest loss first; the number is the loss. A press opens the digit in the microscope, with the weights of this run.',
    noLinks:
      'The largest loss first; the number is the loss. The microscope can look through kept runs only.',
  },
  zh: {
    title: '混淆矩阵：把什么认成了什么',
    tableCaption:
      '行：数字实际是几；列：网络认成了几。红色越满，这种错误越常见。点一个数，就能看到对应的那些数字。',
    right: '准确率',
    cell: (count: string, label: number, predicted: number) =>
      label === predicted
        ? `${label} 认对 ${count} 次`
        : `${label} 被认成 ${predicted}，共 ${count} 次`,
    halves: (first: string, second: string) =>
      `测试集前 5,000 个数字的准确率为 ${first}，后 5,000 个为 ${second}。`,
    asMnistSays: '正如 MNIST 的作者所说，前一半更容易：所以不要只用测试集的一部分来测试。',
    notAsMnistSays:
      'MNIST 的作者说前一半更容易；对这个网络来说并非如此。无论如何，不要只用测试集的一部分来测试。',
    worst: '最严重的错误',
    kind: (label: number, predicted: number) =>
      label === predicted ? `认对的 ${label}，把握最小的在前` : `被认成 ${predicted} 的 ${label}`,
    allMistakes: '所有错误',
    digit: (index: number, label: number, predicted: number) =>
      `测试集第 ${index} 个数字：实际是 ${label}，被认成 ${predicted}`,
    taken: (label: number, predicted: number) => `${label} → ${predicted}`,
    open: '用这组权重在显微镜中打开这个数字',
    aboutLinks: '损失最大的排在前面，数字就是损失。点一下，就用这次训练的权重在显微镜中打开。',
    noLinks: '损失最大的排在前面，数字就是损失。显微镜只能查看已保存的训练。',
  },
});
