import { defineMessages } from '$lib/ui/messages';

/** The words of two runs side by side. */
export const pairMessages = defineMessages({
  en: {
    first: 'first run',
    second: 'second run',
    differs: (setting: string, value: string) => `${setting} ${value}`,
    batches: (name: string) => `${name}, batches`,
    unseen: (name: string) => `${name}, unseen digits`,
    loss: 'Loss',
    accuracy: 'Accuracy',
    epoch: 'epoch',
    lossSummary: (runs: string) => `The loss of both runs over the epochs. ${runs}`,
    accuracySummary: (runs: string) =>
      `The share of digits that both runs get right, over the epochs. ${runs}`,
    course: (name: string, batches: string, unseen: string) =>
      `${name}: on the batches ${batches}, on the unseen digits ${unseen}.`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    nothingYet: 'nothing yet',
    after: (epoch: string, runs: string) =>
      `After ${epoch === '1' ? '1 epoch' : `${epoch} epochs`}, right of the unseen digits: ${runs}.`,
    right: (name: string, share: string) => `${name} ${share}`,
    list: (runs: readonly string[]) => runs.join(', '),
  },
  zh: {
    first: '第一次训练',
    second: '第二次训练',
    differs: (setting: string, value: string) => `${setting} ${value}`,
    batches: (name: string) => `${name}，训练批`,
    unseen: (name: string) => `${name}，未见过的数字`,
    loss: '损失',
    accuracy: '准确率',
    epoch: '轮',
    lossSummary: (runs: string) => `两次训练的损失随轮数的变化。${runs}`,
    accuracySummary: (runs: string) => `两次训练答对的比例随轮数的变化。${runs}`,
    course: (name: string, batches: string, unseen: string) =>
      `${name}：训练批${batches}，未见过的数字${unseen}。`,
    fromTo: (from: string, to: string) => `从 ${from} 到 ${to}`,
    nothingYet: '还没有数据',
    after: (epoch: string, runs: string) => `${epoch} 轮之后，未见过的数字中答对的比例：${runs}。`,
    right: (name: string, share: string) => `${name} ${share}`,
    list: (runs: readonly string[]) => runs.join('，'),
  },
});
