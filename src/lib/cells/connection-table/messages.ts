import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    caption: 'Table I · who sees whom',
    total: (pairs: string, all: string, taps: string, maps: string, parameters: string) =>
      `${pairs} of ${all} pairs are joined: ${pairs} × ${taps} + ${maps} = ${parameters} parameters.`,
    chosen: (map: number, inputs: string, count: number, taps: string, parameters: string) =>
      `Map ${map} sees ${inputs}: its kernel has ${count} × ${taps} weights, with its bias ${parameters} parameters.`,
    blind: (map: number) => `Map ${map} sees nothing now: only its bias is left.`,
    hint: 'Press a column’s number to see that kernel, a square to join or part a pair.',
    reset: 'Table I again',
  },
  zh: {
    caption: '表 I · 谁连接谁',
    total: (pairs: string, all: string, taps: string, maps: string, parameters: string) =>
      `${all} 对中连了 ${pairs} 对：${pairs} × ${taps} + ${maps} = ${parameters} 个参数。`,
    chosen: (map: number, inputs: string, count: number, taps: string, parameters: string) =>
      `图 ${map} 连接 ${inputs}：它的卷积核有 ${count} × ${taps} 个权重，连同偏置共 ${parameters} 个参数。`,
    blind: (map: number) => `图 ${map} 现在不读任何输入，只剩偏置。`,
    hint: '点某一列的编号，看那个卷积核；点一个方格，连上或断开一对。',
    reset: '恢复表 I',
  },
});
