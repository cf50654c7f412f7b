import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    caption: 'Before you read on',
    right: 'right',
    wrong: 'not so',
    more: 'With your answer, what belongs to it appears below.',
  },
  zh: {
    caption: '先想一想',
    right: '正确',
    wrong: '不对',
    more: '选出答案后，下面会显示相应的内容。',
  },
});
