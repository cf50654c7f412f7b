import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the figure in which the network is slid over a row of digits. */
export const messages = defineMessages({
  en: {
    caption: 'Stage · the whole network, slid over a row',
    title: 'One network over a row of digits',
    add: 'Add a digit',
    addOne: (digit: number) => `add a ${digit}`,
    remove: 'Take the last away',
    gap: 'distance',
    pixels: (count: number) => (Math.abs(count) === 1 ? `${count} pixel` : `${count} pixels`),
    row: (digits: string, width: number) => `The digits ${digits} in a row, 32 × ${width} pixels`,
    input: (width: number) => `input, 32 × ${width}`,
    output: (places: number) => `output, 10 × 1 × ${places}: ten probabilities at each place`,
    outputs: 'Ten probabilities at each place of the window',
    cell: (place: number, digit: number, share: string) =>
      `place ${place}, digit ${digit}: ${share}`,
    hint: 'Point at a column: the frame shows what the network sees there.',
    reads: 'It reads',
    nothing: 'nothing',
    stands: 'There stands',
    at: (place: number, digit: number, share: string) =>
      `At place ${place} the largest score is that of ${digit} (${share}).`,
    how: 'multiply-adds',
    once: 'the whole network once, C5 as a convolution',
    byHand: (places: number) =>
      places === 1
        ? 'the network on its one place by itself'
        : `the network on each of ${places} places by itself`,
    saved: (times: string) =>
      `${times} times as many: neighbouring windows share most of C1 to S4.`,
    alone: 'With one digit there is one place, and both are the same.',
    same: (count: number) => `All ${formatInteger(count)} scores are the same both ways ✓`,
    differ: (difference: string) => `The scores differ by up to ${difference}.`,
    computing: 'sliding …',
    coming: 'The network is on its way …',
    dead: 'The computation has stopped.',
    retry: 'Start it again',
  },
  zh: {
    caption: '整个网络在一行数字上滑动',
    title: '一个网络，读一行数字',
    add: '添加数字',
    addOne: (digit: number) => `添加 ${digit}`,
    remove: '去掉最后一个',
    gap: '间距',
    pixels: (count: number) => `${count} 像素`,
    row: (digits: string, width: number) => `一行数字 ${digits}，32 × ${width} 像素`,
    input: (width: number) => `输入，32 × ${width}`,
    output: (places: number) => `输出，10 × 1 × ${places}：每个位置十个概率`,
    outputs: '窗口在每个位置的十个概率',
    cell: (place: number, digit: number, share: string) => `位置 ${place}，类别 ${digit}：${share}`,
    hint: '指向任意一列：方框就是网络在那里看到的部分。',
    reads: '读出',
    nothing: '没有读出',
    stands: '实际是',
    at: (place: number, digit: number, share: string) =>
      `在位置 ${place}，得分最高的是 ${digit}（${share}）。`,
    how: '乘加次数',
    once: '整个网络只算一遍，C5 当作卷积',
    byHand: (places: number) => `网络在 ${places} 个位置上各算一遍`,
    saved: (times: string) => `后者是前者的 ${times} 倍：相邻窗口从 C1 到 S4 的计算大多可以共用。`,
    alone: '只有一个数字时只有一个位置，两种算法完全一样。',
    same: (count: number) => `两种算法的 ${formatInteger(count)} 个得分全部相同 ✓`,
    differ: (difference: string) => `得分最多相差 ${difference}。`,
    computing: '正在滑动……',
    coming: '网络正在加载……',
    dead: '计算停止了。',
    retry: '重新开始',
  },
});
