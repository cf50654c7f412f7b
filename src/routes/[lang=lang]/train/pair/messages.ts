import { defineMessages } from '$lib/ui/messages';

/** The words of the page of two runs. */
export const messages = defineMessages({
  en: {
    title: 'Two runs side by side',
    lead: 'Two networks learn at the same time from the same digits. What differs between them is all that their curves can differ by.',
    first: (setting: string) => `first run, ${setting}`,
    second: (setting: string) => `second run, ${setting}`,
    pair: (names: readonly string[]) => `what is compared (${names.join('; ')})`,
    rejected: (fields: readonly string[]) =>
      `This link has settings that cannot be used: ${fields.join('; ')}. The usual values are taken instead.`,
  },
  zh: {
    title: '两次训练并排看',
    lead: '两个网络同时学习同样的数字。曲线的差别，只可能来自两者设置的差别。',
    first: (setting: string) => `第一次训练的${setting}`,
    second: (setting: string) => `第二次训练的${setting}`,
    pair: (names: readonly string[]) => `比较什么（${names.join('；')}）`,
    rejected: (fields: readonly string[]) =>
      `链接中这些项无法使用：${fields.join('；')}。已换成默认值。`,
  },
});
