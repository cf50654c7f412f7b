import { defineMessages } from '$lib/ui/messages';

/** A duration in whole seconds or minutes and seconds: `[0, 41]`, `[2, 5]`. */
function minutesAndSeconds(seconds: number): [number, number] {
  const whole = Math.ceil(seconds);
  return [Math.floor(whole / 60), whole % 60];
}

/** The words of a training run: its settings, its controls, its pictures. */
export const messages = defineMessages(
  {
    settings: 'Settings',
    seed: 'seed',
    lr: 'learning rate',
    momentum: 'momentum',
    weightDecay: 'weight decay',
    batchSize: 'batch size',
    epochs: 'epochs',
    normalize: 'grey levels',
    usual: 'mean 0, deviation 1',
    article: 'from −1 to 1',
    wholeRange: (minimum: string, maximum: string) =>
      `A whole number from ${minimum} to ${maximum}.`,
    range: (minimum: string, maximum: string) => `A number from ${minimum} to ${maximum}.`,
    whenStartedAgain: 'The run keeps the settings it began with; these apply when you start again.',
    reset: 'Reset',

    run: 'Run',
    start: 'Start training',
    stop: 'Stop',
    goOn: 'Continue',
    startAgain: 'Start again',
    idle: (train: string, test: string) =>
      `Nothing has run yet. The network will learn from ${train} digits, and after every epoch it is tested on ${test} that it never learns from.`,
    loading: 'Loading the digits…',
    training: (epoch: number, epochs: number) =>
      epoch === 0 ? 'Testing the untrained network' : `Epoch ${epoch} of ${epochs}`,
    stopped: (epoch: number, epochs: number) => `Stopped in epoch ${epoch} of ${epochs}`,
    finished: (seconds: string) => `Finished after ${seconds} s of training`,
    diverged: (epoch: number, step: number) =>
      `The loss is no longer a number since batch ${step}, in epoch ${epoch}: the steps were so large that the weights ran away. Start again with a lower learning rate or less momentum.`,
    failed: (message: string) =>
      `The run broke off with an error (${message}). You can start it again.`,
    deadError: 'The worker that trains has died. What it had learned is lost; start again.',
    deadSilent:
      'The worker that trains no longer answers and was ended. What it had learned is lost; start again.',
    left: (seconds: number) => {
      const [minutes, rest] = minutesAndSeconds(seconds);
      return minutes === 0 ? `${rest} s left` : `${minutes} min ${rest} s left`;
    },
    batch: (step: string, steps: string) => `batch ${step} of ${steps}`,
    progress: 'Progress of the run',

    accuracy: (count: string) => `right, of ${count} unseen digits`,
    loss: 'loss on them',

    lossFigure: 'Loss',
    accuracyFigure: 'Accuracy',
    epochAxis: 'epoch',
    everyBatch: 'each batch',
    batchMean: 'batches, on average',
    unseen: 'unseen digits',
    lossSummary: (batches: string, test: string) =>
      `The loss over the epochs. On the batches it learns from: ${batches}. On the unseen digits: ${test}.`,
    accuracySummary: (batches: string, test: string) =>
      `The share of digits it gets right, over the epochs. Of the batches it learns from: ${batches}. Of the unseen digits: ${test}.`,
    nothingYet: 'nothing yet',
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,

    kernelsFigure: 'The six kernels of C1',
    kernelsBefore: 'as drawn by the seed',
    kernelsNow: 'as they are now',
    kernel: (index: number) => `kernel ${index}`,
    kernelsNote:
      'Each is a 5 × 5 patch of weights: ink where it wants ink, red where it wants none. Watch which of them turn into strokes.',
  },
  {
    settings: '设置',
    seed: '随机种子',
    lr: '学习率',
    momentum: '动量',
    weightDecay: '权重衰减',
    batchSize: '批大小',
    epochs: '轮数',
    normalize: '灰度归一化',
    usual: '均值 0，标准差 1',
    article: '从 −1 到 1',
    wholeRange: (minimum: string, maximum: string) => `请填 ${minimum} 到 ${maximum} 之间的整数。`,
    range: (minimum: string, maximum: string) => `请填 ${minimum} 到 ${maximum} 之间的数。`,
    whenStartedAgain: '当前这次训练沿用开始时的设置；重新开始后才会用上这些新值。',
    reset: '恢复默认',

    run: '训练',
    start: '开始训练',
    stop: '停止',
    goOn: '继续',
    startAgain: '重新开始',
    idle: (train: string, test: string) =>
      `还没有开始。网络将从 ${train} 个数字中学习，每轮之后用 ${test} 个从未学过的数字检验。`,
    loading: '正在加载手写数字……',
    training: (epoch: number, epochs: number) =>
      epoch === 0 ? '正在检验未训练的网络' : `第 ${epoch} 轮，共 ${epochs} 轮`,
    stopped: (epoch: number, epochs: number) => `已停在第 ${epoch} 轮，共 ${epochs} 轮`,
    finished: (seconds: string) => `训练完成，用时 ${seconds} 秒`,
    diverged: (epoch: number, step: number) =>
      `从第 ${epoch} 轮的第 ${step} 批起，损失已经不再是一个数：步子太大，权重失控了。请调低学习率或动量，再重新开始。`,
    failed: (message: string) => `训练因错误中断（${message}）。可以重新开始。`,
    deadError: '负责训练的后台线程已终止，学到的内容丢失了；请重新开始。',
    deadSilent: '负责训练的后台线程没有响应，已被结束，学到的内容丢失了；请重新开始。',
    left: (seconds: number) => {
      const [minutes, rest] = minutesAndSeconds(seconds);
      return minutes === 0 ? `还需 ${rest} 秒` : `还需 ${minutes} 分 ${rest} 秒`;
    },
    batch: (step: string, steps: string) => `第 ${step} 批，共 ${steps} 批`,
    progress: '训练进度',

    accuracy: (count: string) => `${count} 个未见过的数字中答对的比例`,
    loss: '在这些数字上的损失',

    lossFigure: '损失',
    accuracyFigure: '准确率',
    epochAxis: '轮',
    everyBatch: '每一批',
    batchMean: '各批平均',
    unseen: '未见过的数字',
    lossSummary: (batches: string, test: string) =>
      `损失随轮数的变化。训练批：${batches}。未见过的数字：${test}。`,
    accuracySummary: (batches: string, test: string) =>
      `答对的比例随轮数的变化。训练批：${batches}。未见过的数字：${test}。`,
    nothingYet: '还没有数据',
    fromTo: (from: string, to: string) => `从 ${from} 到 ${to}`,

    kernelsFigure: 'C1 的六个卷积核',
    kernelsBefore: '由随机种子给出的初值',
    kernelsNow: '现在的样子',
    kernel: (index: number) => `卷积核 ${index}`,
    kernelsNote:
      '每个卷积核是 5 × 5 个权重：墨色表示希望这里有笔画，红色表示希望没有。看看哪些会变成笔画的形状。',
  },
);
