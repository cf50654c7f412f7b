import { defineMessages } from '$lib/ui/messages';

/** The words of the dialog in which a digit is drawn for the microscope. */
export const drawMessages = defineMessages({
  en: {
    title: 'Draw a digit',
    meant: 'The digit it is meant to be, which the loss needs to know:',
    sayWhich: 'Say first which digit it is meant to be.',
  },
  zh: {
    title: '画一个数字',
    meant: '它本来是哪个数字（计算损失需要知道）：',
    sayWhich: '请先说明它本来是哪个数字。',
  },
});
