import { defineMessages } from './messages';

/** The words of every dialog. */
export const dialogMessages = defineMessages({
  en: { close: 'Close' },
  zh: { close: '关闭' },
});
