import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of one update. */
export const messages = defineMessages({
  en: {
    caption: (layer: string) => `Figure · one update of ${layer}, from one digit`,
    rate: (lr: string) => `learning rate η = ${lr}`,
    updated: 'the weights after the step, on the scale of those before it',
  },
  zh: {
    caption: (layer: string) => `图 · 由一个数字得到的 ${layer} 的一次更新`,
    rate: (lr: string) => `学习率 η = ${lr}`,
    updated: '这一步之后的权重，色标与之前相同',
  },
});
