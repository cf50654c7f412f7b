import { defineMessages } from '$lib/ui/messages';

/** The words of the button that loads a file of weights. */
export const weightsFileMessages = defineMessages({
  en: {
    load: 'Load weights…',
    refused: (file: string, reason: string) =>
      `${file} cannot be looked through. ${reason} The weights are as they were.`,
    unreadable: 'The browser could not read it.',
  },
  zh: {
    load: '载入权重…',
    refused: (file: string, reason: string) => `无法使用 ${file}。${reason}权重保持不变。`,
    unreadable: '浏览器读不了这个文件。',
  },
});
