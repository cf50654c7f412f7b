import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages(
  { caption: 'Before you read on', right: 'right', wrong: 'not so' },
  { caption: '先想一想', right: '正确', wrong: '不对' },
);
