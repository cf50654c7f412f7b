import { defineMessages } from '$lib/ui/messages';

/** The words of the button that copies the link. */
export const copyMessages = defineMessages({
  en: {
    copy: 'Copy link',
    copied: 'Copied',
    notCopied: 'The address bar holds the link.',
  },
  zh: {
    copy: '复制链接',
    copied: '已复制',
    notCopied: '链接就在地址栏里。',
  },
});
