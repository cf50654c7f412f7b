import { defineMessages } from '$lib/ui/messages';

/** The words of the figure in which two layers become one. */
export const messages = defineMessages({
  en: {
    caption: 'Try it · two layers without an activation between',
    relu: 'ReLU between the layers',
    first: 'first layer',
    second: 'second layer',
    input: 'input',
    between: 'between',
    output: 'output',
    weight: (layer: number, row: number, column: number) =>
      `layer ${layer}: weight ${row},${column}`,
    bias: (layer: number, row: number) => `layer ${layer}: bias ${row}`,
    two: 'Two layers, one after the other',
    one: 'One layer: the product of the matrices',
    parameters: (count: number) => `${count} parameters`,
    same: (value: string) =>
      `The same for every input: both give ${value}. Two layers say no more than one. ✓`,
    other: (two: string, one: string) =>
      `With the ReLU between them they differ: ${two} and ${one}. No single matrix does what these two layers do.`,
    alike: (value: string) =>
      `Here both give ${value}: nothing between is negative, and the ReLU changes nothing. Move an input.`,
    chart: (bends: boolean): string =>
      bends
        ? 'The output as the first input goes from −4 to 4: a line with bends; dashed, the straight line of the one layer.'
        : 'The output as the first input goes from −4 to 4: a straight line.',
    along: 'output, as the first input moves',
  },
  zh: {
    caption: '动手 · 中间没有激活函数的两层',
    relu: '两层之间加 ReLU',
    first: '第一层',
    second: '第二层',
    input: '输入',
    between: '中间',
    output: '输出',
    weight: (layer: number, row: number, column: number) => `第 ${layer} 层：权重 ${row},${column}`,
    bias: (layer: number, row: number) => `第 ${layer} 层：偏置 ${row}`,
    two: '先后两层',
    one: '只有一层：两个矩阵的乘积',
    parameters: (count: number) => `${count} 个参数`,
    same: (value: string) => `无论输入什么都一样：两边都是 ${value}。两层能表达的并不比一层多。✓`,
    other: (two: string, one: string) =>
      `中间加了 ReLU，两边就不同了：${two} 和 ${one}。没有哪一个矩阵能代替这两层。`,
    alike: (value: string) =>
      `这里两边都是 ${value}：中间没有负数，ReLU 不起作用。移动一个输入看看。`,
    chart: (bends: boolean): string =>
      bends
        ? '第一个输入从 −4 变到 4 时的输出：一条折线；虚线是那一层给出的直线。'
        : '第一个输入从 −4 变到 4 时的输出：一条直线。',
    along: '第一个输入变化时的输出',
  },
});
