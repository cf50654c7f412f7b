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
    caption: '表 I · 谁看见谁',
    total: (pairs: string, all: string, taps: string, maps: string, parameters: string) =>
      `${all} 对中连了 ${pairs} 对：${pairs} × ${taps} + ${maps} = ${parameters} 个参数。`,
    chosen: (map: number, inputs: string, count: number, taps: string, parameters: string) =>
      `第 ${map} 张图看见 ${inputs}：它的卷积核有 ${count} × ${taps} 个权重，连同偏置共 ${parameters} 个参数。`,
    blind: (map: number) => `第 ${map} 张图现在什么也看不到，只剩偏置。`,
    hint: '点某一列的编号，看那个卷积核；点一个方格，连上或断开一对。',
    reset: '恢复表 I',
  },
});
