import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of the ten probabilities. */
export const messages = defineMessages({
  en: { caption: 'Figure · ten scores, ten probabilities' },
  zh: { caption: '图 · 十个得分，十个概率' },
});
