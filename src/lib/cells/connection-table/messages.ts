import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages(
  {
    caption: 'Table I · who sees whom',
    inputs: 'map of S2',
    column: (map: number) => `Map ${map} of C3`,
    row: (map: number) => `S2·${map}`,
    wired: 'sees it',
    notWired: 'does not see it',
    total: (pairs: string, all: string, taps: string, maps: string, parameters: string) =>
      `${pairs} of ${all} pairs are wired: ${pairs} × ${taps} + ${maps} = ${parameters} parameters.`,
    chosen: (map: number, inputs: string, count: number, taps: string, parameters: string) =>
      `Map ${map} sees ${inputs}: its kernel has ${count} × ${taps} weights, with its bias ${parameters} parameters.`,
    hint: 'Press the number of a column to see that kernel.',
  },
  {
    caption: '表 I · 谁看见谁',
    inputs: 'S2 的图',
    column: (map: number) => `C3 的第 ${map} 张图`,
    row: (map: number) => `S2·${map}`,
    wired: '看见',
    notWired: '看不见',
    total: (pairs: string, all: string, taps: string, maps: string, parameters: string) =>
      `${all} 对中连了 ${pairs} 对：${pairs} × ${taps} + ${maps} = ${parameters} 个参数。`,
    chosen: (map: number, inputs: string, count: number, taps: string, parameters: string) =>
      `第 ${map} 张图看见 ${inputs}：它的卷积核有 ${count} × ${taps} 个权重，连同偏置共 ${parameters} 个参数。`,
    hint: '点某一列的编号，看那个卷积核。',
  },
);
