import { defineMessages } from '$lib/ui/messages';

/** The words of the training page. */
export const messages = defineMessages({
  en: {
    title: 'Train the network',
    lead: 'The parameters begin as random numbers. Each batch of digits moves all of them a little downhill on the loss: watch what comes of it on digits that the network has never seen.',
    pair: 'Two runs side by side: a plain and a residual network, or two learning rates',
    rejected: (fields: string) =>
      `This link said something unusable about: ${fields}. The usual value stands there instead.`,
  },
  zh: {
    title: '训练网络',
    lead: '参数最初只是随机数。每一批数字都让网络的全部参数沿着损失下降的方向挪动一点；看看网络认没见过的数字认得怎么样。',
    pair: '两次训练并排看：普通网络与残差网络，或两个学习率',
    rejected: (fields: string) => `链接中这些项无法使用：${fields}。已换成默认值。`,
  },
});
