import { defineMessages } from '$lib/ui/messages';

/** The words of a number that is opened below its figure. */
export const openedMessages = defineMessages({
  en: {
    opened: (number: string) => `Opened: ${number}`,
    microscope: 'Open in the microscope',
    close: 'Close',
  },
  zh: {
    opened: (number: string) => `已打开：${number}`,
    microscope: '在显微镜中打开',
    close: '关闭',
  },
});
