import { defineMessages } from '$lib/ui/messages';

/** The names of the weights that one can look through. */
export const weightsMessages = defineMessages({
  en: {
    weights: 'weights',
    seed: 'seed',
    fresh: 'fresh, from a seed',
    mini: 'after 1,000 digits',
    trained: 'after all of MNIST',
    run: (name: string) => `your run: ${name}`,
  },
  zh: {
    weights: '权重',
    seed: '种子',
    fresh: '初始，由种子生成',
    mini: '学过 1,000 个数字',
    trained: '学完整个 MNIST',
    run: (name: string) => `你的训练：${name}`,
  },
});
