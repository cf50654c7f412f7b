import { defineMessages } from '$lib/ui/messages';

/** The words around the gradient check. */
export const checkMessages = defineMessages({
  en: {
    title: 'Is this gradient right?',
    lead: 'Move one weight a little both ways, and see whether the loss changes as its gradient says. It begins with the opened weight.',
  },
  zh: {
    title: '这个梯度对吗？',
    lead: '把一个权重向两边各移动一点，看损失的变化是否与梯度相符。从打开的那个权重开始。',
  },
});
