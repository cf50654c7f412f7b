import { defineMessages } from '$lib/ui/messages';

/** The words of the button that loads a file of weights. */
export const weightsFileMessages = defineMessages({
  en: {
    load: 'Load weights…',
  },
  zh: {
    load: '打开权重文件……',
  },
});
