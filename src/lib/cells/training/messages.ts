import { defineMessages } from '$lib/ui/messages';

/** The words of training in a lesson. */
export const messages = defineMessages({
  en: {
    caption: (count: string) => `Training: ${count} digits, and others it never sees`,
    start: 'Train here',
    stop: 'Stop',
    goOn: 'Go on',
    again: 'Train again',
    batch: (step: string, steps: string) => `batch ${step} of ${steps}`,
    batches: 'each batch',
    learned: 'digits it learns from',
    unseen: 'unseen digits',
    epochs: 'epoch',
    nothingYet:
      'Two curves will stand here: how many it reads right of the digits it learns from, and of unseen ones.',
    known: (learned: string, unseen: string) =>
      `Of the digits it learns from it reads ${learned} right, of unseen ones ${unseen}.`,
    knownAtEnd: (learned: string, unseen: string) =>
      `Of the digits it learned from it reads ${learned} right, of unseen ones ${unseen}. What lies between is what it knows of these digits alone: it overfits.`,
    broken: 'The run broke off. The training page says why.',
    ranAway: 'The loss ran away.',
    more: 'The same run on the training page: its kernels, its mistakes, all its settings',
  },
  zh: {
    caption: (count: string) => `训练：${count} 个数字，另有它从没见过的`,
    start: '在这里训练',
    stop: '停止',
    goOn: '继续',
    again: '再训练一次',
    batch: (step: string, steps: string) => `第 ${step} 批，共 ${steps} 批`,
    batches: '每一批',
    learned: '学习用的数字',
    unseen: '没见过的数字',
    epochs: '轮',
    nothingYet: '这里会出现两条曲线：学习用的数字认对多少，没见过的数字认对多少。',
    known: (learned: string, unseen: string) =>
      `学习用的数字认对 ${learned}，没见过的认对 ${unseen}。`,
    knownAtEnd: (learned: string, unseen: string) =>
      `学习用的数字认对 ${learned}，没见过的认对 ${unseen}。两者之差，就是它只对这些数字才知道的东西：过拟合。`,
    broken: '训练中断了，原因见训练页面。',
    ranAway: '损失发散了。',
    more: '在训练页面查看这次训练：卷积核、错误、全部设置',
  },
});
