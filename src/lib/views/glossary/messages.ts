import { defineMessages } from '$lib/ui/messages';

/** The words around an entry of the glossary. */
export const messages = defineMessages({
  en: {
    d2l: '《动手学深度学习》 (d2l-zh)',
    nndl: '《神经网络与深度学习》 (邱锡鹏)',
    pytorch: 'PyTorch',
    explained: 'Explained in',
    lesson: (number: number, title: string) => `lesson ${number}, ${title}`,
    glossary: 'Glossary',
    close: 'Close',
    unknown: 'The glossary has no such entry.',
  },
  zh: {
    d2l: '《动手学深度学习》',
    nndl: '《神经网络与深度学习》',
    pytorch: 'PyTorch',
    explained: '讲解',
    lesson: (number: number, title: string) => `第 ${number} 课：${title}`,
    glossary: '术语表',
    close: '关闭',
    unknown: '术语表里没有这一条。',
  },
});
