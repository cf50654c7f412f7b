import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of the loss. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · the loss of one digit',
    probabilities: 'Probabilities',
    loss: 'loss',
  },
  zh: { caption: '图 · 一个数字的损失', probabilities: '概率', loss: '损失' },
});
