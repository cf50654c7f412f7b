import { defineMessages } from '$lib/ui/messages';

/** What a network answers, in words. */
export const messages = defineMessages({
  en: {
    reads: 'It reads',
    perhaps: (digit: number) => `or perhaps ${digit}`,
    isRight: (digit: number) => `It is a ${digit} ✓`,
    isWrong: (digit: number) => `It is a ${digit} ✗`,
    nothing: 'Draw a digit',
    noNumbers: 'Its weights are no longer numbers, and it has no answer.',
    waiting: 'The network is on its way …',
    bars: 'Ten probabilities',
    cannotRead:
      'These weights were drawn at random and have learned nothing: whatever is drawn gets about the same answer.',
    useTrained: 'Read with trained weights',
  },
  zh: {
    reads: '网络的回答：',
    perhaps: (digit: number) => `也可能是 ${digit}`,
    isRight: (digit: number) => `答对了，是 ${digit} ✓`,
    isWrong: (digit: number) => `实际是 ${digit} ✗`,
    nothing: '写一个数字',
    noNumbers: '它的权重已经不是有限的数，给不出回答。',
    waiting: '网络正在加载……',
    bars: '十个概率',
    cannotRead: '这些权重是随机抽取的，还什么都没有学会：无论写什么，回答都差不多。',
    useTrained: '改用训练过的权重',
  },
});
