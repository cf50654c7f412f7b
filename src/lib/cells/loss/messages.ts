import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of the loss. */
export const messages = defineMessages({
  en: { caption: 'Figure · the loss of one digit' },
  zh: { caption: '图 · 一个数字的损失' },
});
