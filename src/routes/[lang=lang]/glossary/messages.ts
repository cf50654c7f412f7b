import { defineMessages } from '$lib/ui/messages';

/** The words of the glossary's page. */
export const messages = defineMessages({
  en: {
    title: 'Glossary',
    notebook: 'LeNet-5 notebook',
    lead: 'The words of the field in English and Chinese, what PyTorch and two Chinese textbooks call them, and where they are explained.',
    description:
      'A glossary of convolutional networks in English and Chinese, with the names that PyTorch and two Chinese textbooks use.',
    filter: 'Filter',
    filterHint: 'a word in either language, or a name in PyTorch',
    count: (shown: number, all: number) =>
      shown === all ? `${all} terms` : `${shown} of ${all} terms`,
    nothing: 'No term contains that.',
  },
  zh: {
    title: '术语表',
    notebook: 'LeNet-5 笔记本',
    lead: '术语的中英文对照，PyTorch 中的名称，《动手学深度学习》与《神经网络与深度学习》（邱锡鹏）中的译法，以及在哪一课讲解。',
    description: '卷积神经网络术语的中英文对照，附 PyTorch 名称和两本中文教材的译法。',
    filter: '筛选',
    filterHint: '输入中文、英文或 PyTorch 名称',
    count: (shown: number, all: number) =>
      shown === all ? `共 ${all} 条` : `${all} 条中的 ${shown} 条`,
    nothing: '没有包含这个词的条目。',
  },
});
