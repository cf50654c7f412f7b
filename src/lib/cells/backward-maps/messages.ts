import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of a layer's gradients. */
export const messages = defineMessages({
  en: { caption: (layer: string) => `Figure · ${layer} and its gradient, from one digit` },
  zh: { caption: (layer: string) => `图 · 一个数字在 ${layer} 的数值与梯度` },
});
