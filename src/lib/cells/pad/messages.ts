import { defineMessages } from '$lib/ui/messages';

/** The words of the pad in a lesson. */
export const messages = defineMessages({
  en: { caption: 'Draw a digit · read by the trained network' },
  zh: { caption: '写一个数字 · 由训练过的网络来读' },
});
