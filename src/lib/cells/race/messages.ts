import { defineMessages } from '$lib/ui/messages';

/** The words of two runs in a lesson. */
export const messages = defineMessages({
  en: {
    caption: 'Two runs at once: what they read of unseen digits',
    start: 'Let them run',
    stop: 'Stop',
    goOn: 'Go on',
    again: 'Once more',
    ranAway: 'ran away',
    broken: 'broke off',
    progressOf: (name: string) => `Progress: ${name}`,
    more: 'The same two runs with all their settings',
  },
  zh: {
    caption: '两次训练同时进行：没见过的数字认对多少',
    start: '开始',
    stop: '停止',
    goOn: '继续',
    again: '再来一次',
    ranAway: '发散',
    broken: '中断',
    progressOf: (name: string) => `进度：${name}`,
    more: '打开这两次训练，查看全部设置',
  },
});
