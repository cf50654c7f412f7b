import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    caption: 'Calculator · how many updates',
    samples: 'digits',
    batch: 'batch size',
    epochs: 'epochs',
    perEpoch: 'updates per epoch',
    total: 'updates in all',
  },
  zh: {
    caption: '计算器 · 更新多少次',
    samples: '数字的个数',
    batch: '批量大小',
    epochs: '轮数',
    perEpoch: '每轮更新次数',
    total: '总更新次数',
  },
});
