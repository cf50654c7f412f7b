import { defineMessages } from '$lib/ui/messages';

/** The words of the former address of the lesson on the way back. */
export const messages = defineMessages({
  en: {
    title: 'The way back has become seven lessons',
    lead: 'The lesson on backpropagation that stood here has come apart. Each of its steps now stands in a lesson of its own:',
  },
  zh: {
    title: '反向传播这一课已分成七课',
    lead: '原来在这里的反向传播一课已经分开，每个步骤现在都在各自的课里：',
  },
});
