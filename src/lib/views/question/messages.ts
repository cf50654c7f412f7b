import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: { caption: 'Before you read on', right: 'right', wrong: 'not so' },
  zh: { caption: '先想一想', right: '正确', wrong: '不对' },
});
