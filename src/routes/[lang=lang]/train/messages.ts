import { defineMessages } from '$lib/ui/messages';

/** The words of the training page. */
export const messages = defineMessages({
  en: {
    title: 'Train the network',
    lead: 'The parameters begin as random numbers. Each batch of digits moves all 61,706 of them a little downhill on the loss: watch what comes of it on digits that the network has never seen.',
    rejected: (fields: string) =>
      `This link said something unusable about: ${fields}. The usual value stands there instead.`,
  },
  zh: {
    title: '训练网络',
    lead: '参数最初只是随机数。每一批数字都让全部 61,706 个参数沿着损失下降的方向挪动一点；看看它在从未见过的数字上会变成什么样。',
    rejected: (fields: string) => `链接中这些项无法使用：${fields}。已换成默认值。`,
  },
});
