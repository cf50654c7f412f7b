import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of a layer's maps. */
export const messages = defineMessages({
  en: {
    caption: (layer: string) => `Figure · ${layer}, from one digit`,
    input: 'Figure · one digit, as the network gets it',
  },
  zh: {
    caption: (layer: string) => `图 · 一个数字在 ${layer}`,
    input: '图 · 网络看到的一个数字',
  },
});
