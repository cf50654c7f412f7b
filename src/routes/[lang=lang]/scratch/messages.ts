import { defineMessages } from '$lib/ui/messages';

/** The words of the scratch notebook's page. */
export const messages = defineMessages({
  en: {
    title: 'Scratch notebook',
    lead: 'Your own formulas, sliders and plots. Change a number, and everything that depends on it follows.',
    description:
      'A notebook of formulas, sliders and plots: what you change reruns all that depends on it. It stays on your machine, and leaves as a file or a link.',
  },
  zh: {
    title: '草稿本',
    lead: '写你自己的公式、滑块和图像。改动一个数，凡是用到它的都会随之更新。',
    description:
      '由公式、滑块和图像组成的笔记本：改动之处会带动一切依赖它的内容。内容保存在你的设备上，可导出为文件或链接。',
  },
});
