import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';
import { mostUpdates, type MicroscopeLink } from '$lib/views/stepping/link';

const words = defineMessages({
  en: {
    digit: 'the digit (such as test-18, train-3, or one that was drawn here)',
    weights: 'the weights (fresh, mini, trained, or a run kept in this browser)',
    seed: 'the seed (a whole number from 0 to 2,147,483,647)',
    step: 'the step (a whole number from 1 to the last one)',
    by: 'how far a step goes (layer, channel or element)',
    updates: `the updates made before (a whole number from 0 to ${mostUpdates})`,
    rule: 'the rule (sgd, momentum, adam or, for a network that ends in distances, sdlm)',
    lr: 'the learning rate (a number above 0 and at most 10)',
    open: 'the opened number (such as c3.output[7,2,4], at most 80 characters)',
    network: 'the network (at most 8,000 characters)',
    tour: 'the stop of the tour (a whole number from 0 to 99)',
  },
  zh: {
    digit: '数字（例如 test-18、train-3，或在这里手写的数字）',
    weights: '权重（fresh、mini、trained，或本浏览器保存的训练）',
    seed: '种子（0 到 2,147,483,647 的整数）',
    step: '步骤（1 到最后一步的整数）',
    by: '每步走多远（layer、channel 或 element）',
    updates: `已更新的次数（0 到 ${mostUpdates} 的整数）`,
    rule: '优化器（sgd、momentum、adam；以距离结尾的网络还有 sdlm）',
    lr: '学习率（大于 0、不超过 10 的数）',
    open: '打开的数（例如 c3.output[7,2,4]，不超过 80 个字符）',
    network: '网络（不超过 8,000 个字符）',
    tour: '导览的站点（0 到 99 的整数）',
  },
});

/** What a field of a link is, in words, and what it may be. */
export const linkFieldWords = (field: keyof MicroscopeLink, locale: Locale): string =>
  words[locale][field];
