import { defineMessages } from '$lib/ui/messages';

/** The words around the mistakes of a run. */
export const messages = defineMessages({
  en: {
    caption: 'The mistakes of your run',
    none: 'No run has been tested since you opened this site. Train one in the lesson, and its mistakes stand here.',
    train: 'Or train on a page of its own',
  },
  zh: {
    caption: '这次训练的错误',
    none: '打开本站以来还没有测试过你训练的网络。在这一课里训练一次，它的错误就列在这里。',
    train: '或者打开训练页面',
  },
});
