import { defineMessages } from '$lib/ui/messages';

/** The words of the menu of weights. */
export const weightsMessages = defineMessages({
  en: { weights: 'weights', seed: 'seed' },
  zh: { weights: '权重', seed: '种子' },
});
