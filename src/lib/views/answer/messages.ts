import { defineMessages } from '$lib/ui/messages';

/** The words of ten scores, what softmax makes of them, and the loss. */
export const messages = defineMessages({
  en: {
    digit: (label: number) => `the digit, a ${label}`,
    scores: 'Scores',
    probabilities: 'Probabilities',
    softmax: 'softmax',
    log: '−log',
    loss: 'Loss',
    right: (says: number) => `It says ${says}, and it is ${says} ✓`,
    wrong: (says: number, is: number) => `It says ${says}, and it is ${is} ✗`,
    given: (label: number, share: string) => `${label} was given ${share}`,
  },
  zh: {
    digit: (label: number) => `手写数字 ${label}`,
    scores: '得分',
    probabilities: '概率',
    softmax: 'softmax',
    log: '−log',
    loss: '损失',
    right: (says: number) => `它答 ${says}，正是 ${says} ✓`,
    wrong: (says: number, is: number) => `它答 ${says}，其实是 ${is} ✗`,
    given: (label: number, share: string) => `给 ${label} 的概率是 ${share}`,
  },
});
