import { defineMessages } from '$lib/ui/messages';

/** The words of the turned kernel in a lesson. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · one gradient comes back through C3',
    choose: 'Choose another: each cell is the gradient of a number that C3 has read.',
  },
  zh: {
    caption: '图 · 一个梯度穿过 C3 返回',
    choose: '可以换一个：每一格都是 C3 读过的某个数的梯度。',
  },
});
