import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the drawn layer. Rows and columns are counted from 0, as in the code. */
export const messages = defineMessages({
  en: {
    caption: 'The window, step by step',
    input: 'input',
    paddedInput: 'padded input',
    kernel: 'kernel',
    output: 'output',
    croppedOutput: 'output, with what is cut off',
    cell: (row: number, column: number) => `row ${row}, column ${column}`,
    margin: (row: number, column: number) => `row ${row}, column ${column}: padding`,
    cutOff: (row: number, column: number) => `row ${row}, column ${column}: cut off`,
    readTimes: (row: number, column: number, count: number) =>
      `row ${row}, column ${column}: read by ${formatInteger(count)}`,
    fedTimes: (row: number, column: number, count: number) =>
      `row ${row}, column ${column}: fed by ${formatInteger(count)}`,
    reads: (row: number, column: number, rows: string, columns: string) =>
      `Output ${row}, ${column} reads rows ${rows} and columns ${columns} of the input.`,
    spreads: (row: number, column: number, rows: string, columns: string) =>
      `Input ${row}, ${column} is spread over rows ${rows} and columns ${columns} of the output.`,
    onMargin: (count: number) =>
      count === 1 ? 'One of them is padding.' : `${formatInteger(count)} of them are padding.`,
    cutAway: (count: number) =>
      count === 1 ? 'One of them is cut off.' : `${formatInteger(count)} of them are cut off.`,
    readBy: (row: number, column: number, count: number) =>
      `Input ${row}, ${column} is read by ${formatInteger(count)} ${count === 1 ? 'output' : 'outputs'}, by each with another weight.`,
    fedBy: (row: number, column: number, count: number) =>
      `Output ${row}, ${column} is a sum over ${formatInteger(count)} ${count === 1 ? 'input' : 'inputs'}, each with another weight.`,
    unread: (row: number, column: number) => `Input ${row}, ${column} is read by no window.`,
    unfed: (row: number, column: number) =>
      `Output ${row}, ${column} lies under no input: only the bias arrives there.`,
    unreadLines: (rows: number, columns: number) =>
      `Hatched in red: ${count(rows, 'row')} and ${count(columns, 'column')} that no window reads.`,
    unfedLines: (rows: number, columns: number) =>
      `Hatched in red: ${count(rows, 'row')} and ${count(columns, 'column')} that no input reaches.`,
    tooLarge: (largest: number) =>
      `This layer is too large to be drawn: up to ${largest} cells along a side can be seen.`,
    position: 'position of the window',
  },
  zh: {
    caption: '窗口，一步一步地移动',
    input: '输入',
    paddedInput: '填充后的输入',
    kernel: '卷积核',
    output: '输出',
    croppedOutput: '输出（含被裁掉的边缘）',
    cell: (row: number, column: number) => `第 ${row} 行第 ${column} 列`,
    margin: (row: number, column: number) => `第 ${row} 行第 ${column} 列：填充`,
    cutOff: (row: number, column: number) => `第 ${row} 行第 ${column} 列：被裁掉`,
    readTimes: (row: number, column: number, count: number) =>
      `第 ${row} 行第 ${column} 列：被读 ${formatInteger(count)} 次`,
    fedTimes: (row: number, column: number, count: number) =>
      `第 ${row} 行第 ${column} 列：${formatInteger(count)} 个来源`,
    reads: (row: number, column: number, rows: string, columns: string) =>
      `输出 ${row}, ${column} 读取输入的第 ${rows} 行、第 ${columns} 列。`,
    spreads: (row: number, column: number, rows: string, columns: string) =>
      `输入 ${row}, ${column} 散布到输出的第 ${rows} 行、第 ${columns} 列。`,
    onMargin: (count: number) => `其中 ${formatInteger(count)} 个是填充。`,
    cutAway: (count: number) => `其中 ${formatInteger(count)} 个被裁掉。`,
    readBy: (row: number, column: number, count: number) =>
      `输入 ${row}, ${column} 被 ${formatInteger(count)} 个输出读取，每个输出用的权重各不相同。`,
    fedBy: (row: number, column: number, count: number) =>
      `输出 ${row}, ${column} 由 ${formatInteger(count)} 个输入相加而成，每个输入乘的权重各不相同。`,
    unread: (row: number, column: number) => `输入 ${row}, ${column} 没有任何窗口读取。`,
    unfed: (row: number, column: number) => `输出 ${row}, ${column} 上没有输入，只有偏置。`,
    unreadLines: (rows: number, columns: number) =>
      `红色斜线：有 ${rows} 行、${columns} 列没有任何窗口读取。`,
    unfedLines: (rows: number, columns: number) =>
      `红色斜线：有 ${rows} 行、${columns} 列没有任何输入到达。`,
    tooLarge: (largest: number) => `这一层太大，画不下：每边最多画 ${largest} 格。`,
    position: '窗口的位置',
  },
});

function count(lines: number, word: string): string {
  return `${lines} ${word}${lines === 1 ? '' : 's'}`;
}
