import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    inCode: 'In code',
    source: (name: string, file: string) => `${name}, from ${file}`,
  },
  zh: {
    inCode: '代码',
    source: (name: string, file: string) => `${name}，出自 ${file}`,
  },
});
