import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of one update. */
export const messages = defineMessages({
  en: { caption: (layer: string) => `Figure · one update of ${layer}, from one digit` },
  zh: { caption: (layer: string) => `图 · 由一个数字得到的 ${layer} 的一次更新` },
});
