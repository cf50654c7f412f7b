import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of a layer's weights. */
export const messages = defineMessages({
  en: { caption: (layer: string) => `Figure · the weights of ${layer}` },
  zh: { caption: (layer: string) => `图 · ${layer} 的权重` },
});
