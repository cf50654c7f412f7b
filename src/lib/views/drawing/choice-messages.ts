import { defineMessages } from '$lib/ui/messages';

/** The words of the choice of a digit. */
export const choiceMessages = defineMessages({
  en: {
    digit: 'Digit',
    sample: (digit: number) => `a ${digit}`,
    own: 'the digit you drew',
    draw: 'Draw your own',
  },
  zh: {
    digit: '数字',
    sample: (digit: number) => `数字 ${digit}`,
    own: '你写的数字',
    draw: '自己写一个',
  },
});
