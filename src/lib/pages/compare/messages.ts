import type { Layer } from '$lib/network';
import { formatInteger, formatPercent } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The kinds of layer that neither network has. */
const unnamed: Partial<Record<Layer['kind'], string>> = {};

const many = (count: number) => formatInteger(count);

/** The words of the page that shows both networks. */
export const messages = defineMessages({
  en: {
    choose: 'Choose a digit',
    draw: 'Draw one',
    drawTitle: 'Draw a digit',
    goOn: 'Send it through both',
    coming: 'Both networks are on their way …',
    missing: 'A part of this page could not be fetched.',
    again: 'Try again',
    digit: (label: number) => `The digit, a ${label}`,
    drawn: 'Your digit',
    untrained:
      'The trained weights of 1998 could not be fetched: its network is shown as it starts, and its answers are chance.',
    then: '1998',
    now: 'Today',
    caption: 'Layer by layer',
    layer: 'Layer',
    kind: (kind: Layer['kind'], pairs: number) =>
      ({
        ...unnamed,
        conv: 'convolution, 5 × 5',
        sparse: `convolution by Table I, ${pairs} of 96 pairs`,
        subsample: 'sum of four, times a coefficient, plus a bias',
        maxPool: 'the largest of four',
        linear: 'fully connected',
        rbf: 'squared distance to ten codes',
      })[kind] ?? kind,
    through: (name: string) => `, then ${name === 'ScaledTanh' ? '1.7159 tanh(⅔x)' : name}`,
    size: (shape: readonly number[]) =>
      shape.filter((side, at) => at === 0 || side > 1).join(' × '),
    counts: (parameters: number, connections: number) =>
      `${many(parameters)} parameters, ${many(connections)} connections`,
    none: 'no parameters',
    all: 'All layers',
    maps: (layer: string, when: string) => `What ${layer} makes, ${when}`,
    distances: 'The ten distances: the smallest answers',
    probabilities: 'The ten probabilities: the largest answers',
    step: 'Open every number',
    errors: 'How many of the same test digits each gets wrong',
    errorsLead: (total: number) =>
      `Both networks read the ${many(total)} test digits that come with this page. Neither has learned from them.`,
    count: 'Count the errors',
    counting: (done: number, total: number) => `${many(done)} of ${many(total)} read`,
    wrong: (wrong: number, total: number) =>
      `${many(wrong)} of ${many(total)} wrong, ${formatPercent(wrong / total, 1)}`,
    both: 'Both wrong',
    only: (when: string) => `Only ${when} wrong`,
    nobody: 'none',
    misread: (label: number, then: number, now: number) =>
      `a ${label}: 1998 says ${then}, today ${now}`,
    show: (words: string) => `Show ${words}`,
  },
  zh: {
    choose: '选择一个数字',
    draw: '写一个',
    drawTitle: '写一个数字',
    goOn: '送入两个网络',
    coming: '两个网络正在赶来……',
    missing: '这个页面有一部分没能取到。',
    again: '重试',
    digit: (label: number) => `这个数字是 ${label}`,
    drawn: '你写的数字',
    untrained: '1998 年网络训练好的权重没能取到：这里显示的是它的初始状态，回答全凭偶然。',
    then: '1998 年',
    now: '今天',
    caption: '逐层对照',
    layer: '层',
    kind: (kind: Layer['kind'], pairs: number) =>
      ({
        ...unnamed,
        conv: '卷积，5 × 5',
        sparse: `按表 I 连接的卷积，96 对中的 ${pairs} 对`,
        subsample: '四个数之和，乘系数，加偏置',
        maxPool: '四个数中最大的',
        linear: '全连接',
        rbf: '到十个编码的距离的平方',
      })[kind] ?? kind,
    through: (name: string) => `，再经过 ${name === 'ScaledTanh' ? '1.7159 tanh(⅔x)' : name}`,
    size: (shape: readonly number[]) =>
      shape.filter((side, at) => at === 0 || side > 1).join(' × '),
    counts: (parameters: number, connections: number) =>
      `${many(parameters)} 个参数，${many(connections)} 个连接`,
    none: '没有参数',
    all: '全部',
    maps: (layer: string, when: string) => `${when}的 ${layer} 得到的`,
    distances: '十个距离：最小的是答案',
    probabilities: '十个概率：最大的是答案',
    step: '打开每一个数',
    errors: '同样的测试数字，各错多少',
    errorsLead: (total: number) =>
      `两个网络都读一遍随页面附带的 ${many(total)} 个测试数字。它们都没有学过这些数字。`,
    count: '数一数错误',
    counting: (done: number, total: number) => `已读 ${many(done)} 个，共 ${many(total)} 个`,
    wrong: (wrong: number, total: number) =>
      `${many(total)} 个里错 ${many(wrong)} 个，${formatPercent(wrong / total, 1)}`,
    both: '两个都错',
    only: (when: string) => `只有${when}的错`,
    nobody: '没有',
    misread: (label: number, then: number, now: number) =>
      `${label}：1998 年的说 ${then}，今天的说 ${now}`,
    show: (words: string) => `查看 ${words}`,
  },
});
