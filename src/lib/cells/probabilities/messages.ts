import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of the ten probabilities. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · ten scores, ten probabilities',
    digit: (label: number) => `the digit, a ${label}`,
    probabilities: 'Probabilities',
  },
  zh: {
    caption: '图 · 十个得分，十个概率',
    digit: (label: number) => `手写数字 ${label}`,
    probabilities: '概率',
  },
});
