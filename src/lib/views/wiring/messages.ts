import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    caption: 'How many parameters has C3?',
    sheet: 'a sheet each',
    full: 'a block each',
    table: 'by Table I',
    wrong: 'wrong',
    today: 'as built today',
    paper: 'as in 1998',
    why: 'Three counts of one layer',
    sheetWords:
      'Often counted, and wrong. A single sheet of 5 × 5 lies on one map, so the other five would never be read. A kernel of C3 is as deep as its input.',
    fullWords:
      'A kernel is a block: one sheet of 5 × 5 for each of the six maps, added up, and one bias. Sixteen such blocks make the sixteen maps. This is what Conv2d(6, 16, 5) builds.',
    tableWords:
      'In 1998 most maps of C3 saw only some of the six: it saved connections and, more important, made the maps learn different things. Press a map’s number to see its kernel; press a square to join or part a pair.',
    picture: (map: number) => `Kernel ${map} of C3`,
    inputMap: (map: number) => `S2·${map}`,
    unread: 'not read',
    slice: '5 × 5',
    output: (map: number) => `C3·${map}`,
    oneKernel: (sheets: number, weights: string, parameters: string) =>
      `One kernel: ${sheets} × 25 = ${weights} weights and a bias, ${parameters} parameters.`,
    blind: (map: number) => `Map ${map} sees nothing now: only its bias is left.`,
    tableCaption: 'Who sees whom: a row for each map of S2, a column for each map of C3',
    column: (map: number) => `kernel ${map}`,
    pair: (input: number, output: number) => `C3·${output} sees S2·${input}`,
    pairs: (wired: number, all: number) => `${wired} of ${all} pairs are joined.`,
    reset: 'Table I again',
  },
  zh: {
    caption: 'C3 有多少个参数？',
    sheet: '每个卷积核只有一片',
    full: '每个卷积核贯穿六张图',
    table: '按表 I',
    wrong: '错误',
    today: '如今的做法',
    paper: '1998 年的做法',
    why: '同一层的三种数法',
    sheetWords:
      '常见的数法，但是错的。单独一片 5 × 5 只能盖住一张图，另外五张就永远读不到了。C3 的卷积核和它的输入一样深。',
    fullWords:
      '卷积核是一块：六张图各有一片 5 × 5，加在一起，再加一个偏置。十六块这样的卷积核得到十六张图。Conv2d(6, 16, 5) 建的就是这个。',
    tableWords:
      '1998 年时，C3 的大多数图只看六张中的几张：既省连接，更重要的是让各张图学到不同的东西。点一张图的编号看它的卷积核；点一个方格，连上或断开一对。',
    picture: (map: number) => `C3 的卷积核 ${map}`,
    inputMap: (map: number) => `S2·${map}`,
    unread: '未读',
    slice: '5 × 5',
    output: (map: number) => `C3·${map}`,
    oneKernel: (sheets: number, weights: string, parameters: string) =>
      `一个卷积核：${sheets} × 25 = ${weights} 个权重和一个偏置，共 ${parameters} 个参数。`,
    blind: (map: number) => `图 ${map} 现在不读任何输入，只剩偏置。`,
    tableCaption: '谁连接谁：每行是 S2 的一张图，每列是 C3 的一张图',
    column: (map: number) => `卷积核 ${map}`,
    pair: (input: number, output: number) => `C3·${output} 连接 S2·${input}`,
    pairs: (wired: number, all: number) => `${all} 对中连了 ${wired} 对。`,
    reset: '恢复表 I',
  },
});
