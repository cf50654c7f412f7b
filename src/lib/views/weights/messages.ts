import { defineMessages } from '$lib/ui/messages';

/** The words of the switch of weights. */
export const messages = defineMessages({
  en: {
    weights: 'weights',
    fresh: 'random',
    mini: '1,000 digits',
    trained: 'all of MNIST',
    says: (answer: number, isRight: boolean) => `says ${answer} ${isRight ? '✓' : '✗'}`,
    runs: 'your runs',
    run: (name: string) => `your run: ${name}`,
  },
  zh: {
    weights: '权重',
    fresh: '随机',
    mini: '1,000 个数字',
    trained: '全部 MNIST',
    says: (answer: number, isRight: boolean) => `答 ${answer} ${isRight ? '✓' : '✗'}`,
    runs: '你的训练',
    run: (name: string) => `你的训练：${name}`,
  },
});
