import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: { caption: 'In code', script: 'The script', engine: 'This site’s source' },
  zh: { caption: '代码', script: '脚本', engine: '本站源码' },
});
