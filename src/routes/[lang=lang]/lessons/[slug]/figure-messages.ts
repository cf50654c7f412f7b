import { defineMessages } from '$lib/ui/messages';

/** The words below a figure, and those on a link that names what is not there. */
export const messages = defineMessages({
  en: {
    digit: 'Sample digit',
    copy: 'Copy a link to this figure',
    copied: 'Copied.',
    notCopied: 'The browser does not let this page copy.',
    rejected: (parts: string) =>
      `This part of the link names nothing here, so that the lesson’s own setting counts: ${parts}`,
    whole: 'Show the whole lesson',
  },
  zh: {
    digit: '样本数字',
    copy: '复制这幅图的链接',
    copied: '已复制。',
    notCopied: '浏览器不允许本页复制。',
    rejected: (parts: string) => `链接中的这一部分在本课里没有对应，已按课文原来的设置显示：${parts}`,
    whole: '显示整课',
  },
});
