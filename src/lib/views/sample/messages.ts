import { defineMessages } from '$lib/ui/messages';

/** What a figure says while its digit is on its way. */
export const messages = defineMessages({
  en: {
    waiting: 'A digit is on its way through the network …',
    needsScript:
      'This picture is computed in your browser from a real digit, which takes JavaScript. The text does without it.',
    notPrinted:
      'This picture was still on its way when the page was printed. Printed once more, the page has it.',
  },
  zh: {
    waiting: '网络正在计算一个手写数字……',
    needsScript: '这幅图由浏览器用一个真实的手写数字现场计算，需要开启 JavaScript；正文不受影响。',
    notPrinted: '打印时这幅图还没有准备好。再打印一次，它就会出现。',
  },
});
