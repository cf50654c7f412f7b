import { defineMessages } from '$lib/ui/messages';

/** The words of the calculator's page. */
export const messages = defineMessages({
  en: {
    title: 'Layer calculator',
    lead: 'What size comes out of a layer, what does it cost, and which pixels does it read? Change a number: everything else follows, and the link in the address bar with it.',
    depth: 'A kernel has depth',
    sight: 'A unit sees a patch',
    builder: 'Many layers one after another: the network builder',
    rejected: (fields: readonly string[]) =>
      `This link has settings that cannot be used: ${fields.join('; ')}. The usual values are taken instead.`,
  },
  zh: {
    title: '层计算器',
    lead: '一层的输出有多大，代价是多少，读的是哪些像素？改动任何一个数，其余的会随之更新，地址栏里的链接也一样。',
    depth: '卷积核有深度',
    sight: '一个单元只看到一块',
    builder: '把许多层连起来：搭建网络',
    rejected: (fields: readonly string[]) =>
      `链接中这些项无法使用：${fields.join('；')}。已换成默认值。`,
  },
});
