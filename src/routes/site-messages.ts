import { defineMessages } from '$lib/ui/messages';

/** The words of the frame around every page. */
export const messages = defineMessages({
  en: {
    notebook: 'LeNet-5 notebook',
    skip: 'Skip to content',
    sections: 'Sections',
    lessons: 'Lessons',
    calculator: 'Calculators',
    builder: 'Builder',
    step: 'Microscope',
    train: 'Training',
    scratch: 'Scratch',
    language: 'Language',
    darkTheme: 'Dark theme',
    themeNotKept: (reason: string) => `${reason} The theme holds until you leave.`,
    sources:
      'After LeCun, Bottou, Bengio and Haffner, “Gradient-based learning applied to document recognition”, Proceedings of the IEEE 86(11), 1998.',
    digits: 'Digits: MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges.',
  },
  zh: {
    notebook: 'LeNet-5 笔记本',
    skip: '跳到正文',
    sections: '栏目',
    lessons: '课程',
    calculator: '计算器',
    builder: '搭建网络',
    step: '显微镜',
    train: '训练',
    scratch: '草稿本',
    language: '语言',
    darkTheme: '深色主题',
    themeNotKept: (reason: string) => `${reason}离开本站后，主题会恢复原样。`,
    sources:
      '依据 LeCun、Bottou、Bengio 与 Haffner 的论文 “Gradient-based learning applied to document recognition”，Proceedings of the IEEE 86(11)，1998。',
    digits: '手写数字：MNIST，作者 Yann LeCun、Corinna Cortes 与 Christopher J. C. Burges。',
  },
});
