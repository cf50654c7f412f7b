import { defineMessages } from './messages';
import type { RememberingProblem } from './remembered';

/** Why the browser does not remember something: a sentence for each reason. */
export const rememberingMessages = defineMessages<Record<RememberingProblem, string>>({
  en: {
    forbidden: 'This browser gives the page no storage in this window.',
    full: 'The storage that this browser gives the page is full.',
  },
  zh: {
    forbidden: '浏览器在这个窗口中不为本页提供存储空间。',
    full: '浏览器分配给本页的存储空间已满。',
  },
});
