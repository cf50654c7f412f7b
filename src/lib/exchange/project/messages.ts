import { defineMessages } from '$lib/ui/messages';

/** The words of the button that packs a PyTorch project. */
export const projectMessages = defineMessages({
  en: {
    project: 'PyTorch project (zip)',
    packing: 'Packing…',
    failed: 'The project could not be packed: an error in this page. Reload it and try again.',
  },
  zh: {
    project: 'PyTorch 项目（zip）',
    packing: '正在打包……',
    failed: '打包时本页出错。请重新加载后再试。',
  },
});
