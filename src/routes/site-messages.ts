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
    search: 'Search',
    searchKeys: 'Search (/ or Ctrl+K)',
    glossary: 'Glossary',
    teach: 'For teachers',
    darkTheme: 'Dark theme',
    newerEdition: 'A newer edition of this notebook is ready.',
    newerAfterRun:
      'A newer edition of this notebook is ready; it waits until the training has ended.',
    takeUp: 'Load it now',
    later: 'Later',
    themeNotKept: (reason: string) => `${reason} The theme holds until you leave.`,
    card: 'A handwritten 4 on its way through LeNet-5: its feature maps and the ten probabilities',
    needsScript:
      'This page computes every number in your browser, which takes JavaScript. The lessons can be read without it.',
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
    search: '搜索',
    searchKeys: '搜索（/ 或 Ctrl+K）',
    glossary: '术语表',
    teach: '教师专页',
    darkTheme: '深色主题',
    newerEdition: '本笔记本有新版本，已下载完毕。',
    newerAfterRun: '本笔记本有新版本，已下载完毕；等训练结束后再启用。',
    takeUp: '立即启用',
    later: '以后再说',
    themeNotKept: (reason: string) => `${reason}离开本站后，主题会恢复原样。`,
    card: '手写数字 4 通过 LeNet-5：各层的特征图和十个概率',
    needsScript:
      '这个页面的每个数都在浏览器里现场计算，需要开启 JavaScript。课程正文无需它也能阅读。',
    sources:
      '依据 LeCun、Bottou、Bengio 与 Haffner 的论文 “Gradient-based learning applied to document recognition”，Proceedings of the IEEE 86(11)，1998。',
    digits: '手写数字：MNIST，作者 Yann LeCun、Corinna Cortes 与 Christopher J. C. Burges。',
  },
});
