import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of an exercise, whatever it asks. */
export const messages = defineMessages({
  en: {
    exercise: (place: number, count: number) => `Exercise ${place} of ${formatInteger(count)}`,
    minutes: (minutes: number) => (minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`),
    done: 'done',
    check: 'Check',
    hint: 'A hint',
    showHow: 'Show me how',
    another: 'A new one',
    again: 'Once more',
    right: 'right',
    notYet: 'not yet',
    solution: 'How it is done',
    needsScript: 'Checking an answer takes JavaScript.',
    isCalculation: (value: string, calculation: string) => `${value} is ${calculation}.`,
    wrong: 'That is not it.',
    wrongLine: 'This line does what it should.',
    missing: 'All that you ticked is right. Something is still missing.',
    rightSoFar: (count: number) =>
      count === 0
        ? 'Something else comes first.'
        : count === 1
          ? 'The first is right. After it comes something else.'
          : `The first ${formatInteger(count)} are right. After them comes something else.`,
    beginsWith: (step: string) => `It begins with: ${step}`,
    unreadNumber: 'A number belongs here; a calculation such as 6*(5*5+1) is read too.',
    unreadShape: 'A shape belongs here, such as 6 × 28 × 28.',
    unreadChoice: 'Choose an answer first.',
    unreadLine: 'Choose a line first.',
    order: 'Steps in your order',
    move: (step: string, place: number, count: number) =>
      `Move “${step}”, place ${place} of ${formatInteger(count)}`,
    up: (step: string) => `“${step}” up`,
    down: (step: string) => `“${step}” down`,
    moved: (step: string, place: number, count: number) =>
      `“${step}” is now ${place} of ${formatInteger(count)}`,
    line: (number: number) => `line ${number}`,
    unreadCell: 'Choose a cell first.',
    wrongCell: 'Not this cell.',
    figure: 'Choose a cell: arrow keys move, Enter chooses',
    cell: (row: number, column: number) => `row ${row}, column ${column}`,
    chosen: (place: string) => `Chosen: ${place}`,
    layer: 'layer',
    convolution: (kernel: number, out: number) => `${out} kernels of ${kernel} × ${kernel}`,
    pooling: (kernel: number) => `max pooling ${kernel} × ${kernel}`,
    connection: (out: number) => `${out} outputs`,
    shape: 'shape',
    parameters: 'parameters',
    inLayer: (layer: string, sentence: string) => `${layer}: ${sentence}`,
  },
  zh: {
    exercise: (place: number, count: number) => `练习 ${place}，共 ${formatInteger(count)} 题`,
    minutes: (minutes: number) => `约 ${minutes} 分钟`,
    done: '已完成',
    check: '检查',
    hint: '提示',
    showHow: '看解法',
    another: '换一题',
    again: '再做一次',
    right: '正确',
    notYet: '还不对',
    solution: '解法',
    needsScript: '检查答案需要开启 JavaScript。',
    isCalculation: (value: string, calculation: string) => `${value} 等于 ${calculation}。`,
    wrong: '不是这个答案。',
    wrongLine: '这一行没有问题。',
    missing: '选中的都对，但还没有选全。',
    rightSoFar: (count: number) =>
      count === 0
        ? '第一步应该是另一个。'
        : `前 ${formatInteger(count)} 步对了，后面应该是另一个。`,
    beginsWith: (step: string) => `第一步是：${step}`,
    unreadNumber: '这里应填一个数，也可以写算式，例如 6*(5*5+1)。',
    unreadShape: '这里应填一个形状，例如 6 × 28 × 28。',
    unreadChoice: '请先选一个答案。',
    unreadLine: '请先选一行。',
    order: '你排的顺序',
    move: (step: string, place: number, count: number) =>
      `移动“${step}”，第 ${place} 个，共 ${formatInteger(count)} 个`,
    up: (step: string) => `“${step}”上移`,
    down: (step: string) => `“${step}”下移`,
    moved: (step: string, place: number, count: number) =>
      `“${step}”现在是第 ${place} 个，共 ${formatInteger(count)} 个`,
    line: (number: number) => `第 ${number} 行`,
    unreadCell: '请先选一个格子。',
    wrongCell: '不是这个格子。',
    figure: '选一个格子：方向键移动，回车选定',
    cell: (row: number, column: number) => `第 ${row} 行，第 ${column} 列`,
    chosen: (place: string) => `已选：${place}`,
    layer: '层',
    convolution: (kernel: number, out: number) => `${out} 个 ${kernel} × ${kernel} 卷积核`,
    pooling: (kernel: number) => `${kernel} × ${kernel} 最大池化`,
    connection: (out: number) => `${out} 个输出`,
    shape: '形状',
    parameters: '参数',
    inLayer: (layer: string, sentence: string) => `${layer}：${sentence}`,
  },
});
