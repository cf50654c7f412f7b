import { defineMessages } from '$lib/ui/messages';

/** The words of a lesson's microscope. */
export const messages = defineMessages({
  en: {
    caption: 'Microscope · one number, opened',
    whole: 'Open in the microscope',
  },
  zh: {
    caption: '显微镜 · 打开一个数',
    whole: '在显微镜中打开',
  },
});
