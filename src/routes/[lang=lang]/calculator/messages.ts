import { defineMessages } from '$lib/ui/messages';

/** The words of the calculator's page. */
export const messages = defineMessages(
  {
    title: 'Layer calculator',
    lead: 'What size comes out of a convolution or a pooling layer, and what does it cost? Change a number: everything else follows, and the link in the address bar with it.',
    rejected: (fields: string) =>
      `This link said something unusable about: ${fields}. The usual value stands there instead.`,
  },
  {
    title: '层计算器',
    lead: '卷积层和池化层的输出有多大，代价是多少？改动任何一个数，其余的会随之更新，地址栏里的链接也一样。',
    rejected: (fields: string) => `链接中这些项无法使用：${fields}。已换成默认值。`,
  },
);
