import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the three ways to see a gradient that comes back through a convolution. */
export const messages = defineMessages({
  en: {
    title: 'Three ways to see it, one number',
    which: 'Way',
    scatter: 'Scatter',
    gather: 'Gather',
    turned: 'Turned kernel',
    scatterLead:
      'Seen from the outputs: each hands its gradient back over its whole window, every cell times its weight. This number is what the windows leave at its place.',
    gatherLead:
      'Seen from this number: it collects the gradient of every output whose window it was in, times the weight that lay on it. Going one way through the outputs goes the other way through the kernel.',
    turnedLead:
      'So lay the kernel, turned by 180°, over the gradients around this place: a convolution once more, with zeros outside. That is why it is called full.',
    channel: (channel: number) => `output channel ${channel}`,
    kernel: 'kernel',
    turnedKernel: 'kernel, turned by 180°',
    gradients: 'gradients of the outputs',
    around: 'gradients around this place, zeros outside',
    products: 'products',
    spread: 'what has been handed back so far',
    steps: 'Step by step',
    contribution: (at: number, count: number) => `output ${at} of ${formatInteger(count)}`,
    tap: (at: number, count: number) => `tap ${at} of ${formatInteger(count)}`,
    soFar: (sum: string) => `so far ${sum}`,
    inChannel: (sum: string) => `this channel: ${sum}`,
    total: (sum: string) => `all channels together: ${sum}`,
  },
  zh: {
    title: '三种看法，同一个数',
    which: '看法',
    scatter: '散布',
    gather: '收集',
    turned: '翻转的卷积核',
    scatterLead:
      '从输出看：每个输出把自己的梯度传回它的整个窗口，每格乘以相应的权重。这个数就是各窗口在它的位置上留下的总和。',
    gatherLead:
      '从这个数看：凡窗口盖到它的输出，都把梯度乘以对应的权重传过来。输出往一个方向走，卷积核里就往相反的方向走。',
    turnedLead:
      '于是把卷积核转 180°，盖在这个位置周围的梯度上：又是一次卷积，外面补零。所以教材称为宽卷积（full convolution）。',
    channel: (channel: number) => `输出通道 ${channel}`,
    kernel: '卷积核',
    turnedKernel: '转了 180° 的卷积核',
    gradients: '输出的梯度',
    around: '这个位置周围的梯度，外面补零',
    products: '乘积',
    spread: '到目前为止传回的',
    steps: '逐步看',
    contribution: (at: number, count: number) => `第 ${at} 个输出，共 ${formatInteger(count)} 个`,
    tap: (at: number, count: number) => `第 ${at} 个权重，共 ${formatInteger(count)} 个`,
    soFar: (sum: string) => `累计 ${sum}`,
    inChannel: (sum: string) => `本通道：${sum}`,
    total: (sum: string) => `所有通道合计：${sum}`,
  },
});
