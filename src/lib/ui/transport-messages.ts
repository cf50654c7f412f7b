import { defineMessages } from './messages';

/** The names of the buttons that go through steps. */
export const transportMessages = defineMessages({
  en: {
    first: 'First step',
    back: 'Step back',
    step: 'Step',
    last: 'Last step',
    play: 'Play',
    pause: 'Pause',
  },
  zh: {
    first: '第一步',
    back: '后退一步',
    step: '下一步',
    last: '最后一步',
    play: '播放',
    pause: '暂停',
  },
});
