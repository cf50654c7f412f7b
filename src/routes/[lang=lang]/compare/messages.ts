import { defineMessages } from '$lib/ui/messages';

/** The words of the page that shows both networks. */
export const messages = defineMessages({
  en: {
    title: '1998 beside today',
    lead: 'One digit through the LeNet-5 of the paper and through the one that is written today: what each layer makes of it, what it costs, and what each answers.',
    rejected: (digit: string) =>
      `This link has a digit that cannot be used: ${digit}. The usual one is shown instead.`,
  },
  zh: {
    title: '1998 年与今天',
    lead: '同一个数字，分别送进论文里的 LeNet-5 和今天写法的 LeNet-5：每一层得到什么、花费多少、各自回答什么。',
    rejected: (digit: string) => `链接里的数字无法使用：${digit}。这里换成了默认的数字。`,
  },
});
