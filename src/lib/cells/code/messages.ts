import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    inCode: 'In code',
    save: 'Save the script',
    source: (name: string, file: string) => `${name}, from ${file}`,
  },
  zh: {
    inCode: '代码',
    save: '保存脚本',
    source: (name: string, file: string) => `${name}，出自 ${file}`,
  },
});
