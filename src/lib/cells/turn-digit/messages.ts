import { defineMessages } from '$lib/ui/messages';

/** The words of the figure in which a digit is turned into another. */
export const messages = defineMessages({
  en: {
    caption: (from: number, into: number) => `Try it · turn this ${from} into an answer of ${into}`,
    digit: 'the digit, to paint on',
    hint: (into: number) => `the gradient’s hint, towards ${into}`,
    hintWords: 'Ink: more ink here helps. Red: less.',
    cell: (row: number, column: number, value: string) => `row ${row}, column ${column}: ${value}`,
    brush: 'Paint',
    ink: 'ink',
    paper: 'paper',
    into: 'into',
    follow: 'Follow the hint by one pixel',
    back: 'As it was',
    changed: (count: number) => (count === 1 ? '1 pixel changed' : `${count} pixels changed`),
    done: (from: number, into: number, count: number) =>
      `It says ${into} now: ${count} of 784 pixels have turned the ${from}.`,
    bars: 'Ten probabilities',
  },
  zh: {
    caption: (from: number, into: number) => `动手 · 让网络把这个 ${from} 答成 ${into}`,
    digit: '可以涂改的数字',
    hint: (into: number) => `梯度的提示：朝向 ${into}`,
    hintWords: '墨色：这里加墨有帮助；红色：减墨有帮助。',
    cell: (row: number, column: number, value: string) => `第 ${row} 行，第 ${column} 列：${value}`,
    brush: '画笔',
    ink: '墨',
    paper: '纸',
    into: '变成',
    follow: '按提示改一个像素',
    back: '恢复原样',
    changed: (count: number) => `改了 ${count} 个像素`,
    done: (from: number, into: number, count: number) =>
      `现在它答 ${into}：784 个像素中只改了 ${count} 个，这个 ${from} 就被认成了 ${into}。`,
    bars: '十个概率',
  },
});
