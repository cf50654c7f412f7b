import type { Death } from '$lib/ui/bridge';
import { defineMessages } from '$lib/ui/messages';

/** A duration in whole seconds or minutes and seconds: `[0, 41]`, `[2, 5]`. */
function minutesAndSeconds(seconds: number): [number, number] {
  const whole = Math.ceil(seconds);
  return [Math.floor(whole / 60), whole % 60];
}

/** The words of a training run: its settings, its controls, its pictures. */
export const messages = defineMessages({
  en: {
    settings: 'Settings',
    manner: 'How it runs',
    whenStartedAgain: 'The run keeps the settings it began with; these apply when you start again.',

    run: 'Run',
    start: 'Start training',
    stop: 'Stop',
    goOn: 'Continue',
    startAgain: 'Start again',
    oneBatch: 'One batch',
    testNow: 'Test now',
    pace: 'speed',
    slowly: (batches: string) => `${batches} batches a second`,
    full: 'as fast as it can',
    workers: 'threads',
    crew: (workers: number) => (workers === 1 ? 'one thread' : `${workers} threads`),
    insecure:
      'one thread: browsers let threads share memory only on pages that come over https or from this machine, so it is slower',
    unsupported: 'one thread: this browser cannot share memory between threads, so it is slower',
    'not-isolated':
      'one thread: the server does not send the headers that let threads share memory, or the page stands inside another, so it is slower',
    'no-threads': 'one thread: more could not be started, so it is slower',
    reference:
      'the reference engine, because the compiled kernels do not run here: it is far slower',
    samplesPerSecond: (samples: string) => `${samples} digits a second`,
    changed: (step: string, changes: string) => `After batch ${step}: ${changes}.`,
    changedTo: (name: string, value: string) => `${name} ${value}`,
    log: 'Changed under way',
    fingerprint: 'Fingerprint of the weights',
    fingerprintNote: 'The same settings give the same fingerprint, on any machine.',
    idle: (train: string, test: string) =>
      `Nothing has run yet. The network will learn from ${train} digits, and after every epoch it is tested on ${test} that it never learns from.`,
    loading: 'Loading the digits…',
    training: (epoch: number, epochs: number) =>
      epoch === 0 ? 'Testing the untrained network' : `Epoch ${epoch} of ${epochs}`,
    stopped: (epoch: number, epochs: number) => `Stopped in epoch ${epoch} of ${epochs}`,
    brokenOff: (epoch: number, epochs: number) => `Broke off in epoch ${epoch} of ${epochs}`,
    finished: (seconds: string) => `Finished after ${seconds} s of training`,
    diverged: (epoch: number, step: string) =>
      `The loss ran away at batch ${step}, in epoch ${epoch}: the steps were so large that each overshot more than the one before.`,
    divergedLayer: (layer: string) =>
      `It began in ${layer}, whose gradients are the largest beside its weights.`,
    divergedAtStart:
      'With the weights that this run begins from the loss is no finite number: they are so large that the sums overflow. Nothing can be learned from there, however small the steps.',
    divergedAdvice: 'Start again with a lower learning rate or less momentum.',
    goBack: (step: string, lr: string) =>
      `Go back to batch ${step} and on with learning rate ${lr}`,
    failed: (message: string) => `The run broke off with an error (${message}).`,
    dead: (death: Death) =>
      ({
        unloaded:
          'The script that trains could not be loaded. Look at your connection, then try again.',
        error: 'The worker that trains has died.',
        silent: 'The worker that trains no longer answers and was ended.',
      })[death],
    stillKept: 'The run is still kept as it was.',
    keptAt: (step: string) => `The run is kept up to batch ${step} and can go on from there.`,
    goOnFrom: (step: string) => `Go on from batch ${step}`,
    nothingKept: 'It could not be kept, so what it had learned is lost. You can start again.',
    resumeFailed: (reason: string) => `The run cannot be continued. ${reason}`,
    revived: (step: string) =>
      `The worker died and was replaced; the run went on from batch ${step}.`,
    notKept: (reason: string) =>
      `The run is not being kept. ${reason} It trains all the same, but closing the page loses it.`,
    notKeptSince: (step: string, reason: string) =>
      `The run is kept up to batch ${step} and no further. ${reason} It trains all the same, but closing the page loses what came after.`,
    passed: (percent: string, seconds: string) => `${percent} right after ${seconds} s`,
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
    batchMean: 'on average',
    unseen: 'unseen',
    lossSummary: (batches: string, test: string) =>
      `The loss over the epochs. On the batches it learns from: ${batches}. On the unseen digits: ${test}.`,
    accuracySummary: (batches: string, test: string) =>
      `The share of digits it gets right, over the epochs. Of the batches it learns from: ${batches}. Of the unseen digits: ${test}.`,
    nothingYet: 'nothing yet',
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,

    kernelsFigure: (layer: string, count: number) => `The ${count} kernels of ${layer}`,
    sheetNote:
      'A column is a kernel, a row is the map that its patch looks at. What the layer before finds, these combine.',
    kernelsBefore: 'as drawn by the seed',
    kernelsNow: 'as they are now',
    kernel: (index: number) => `kernel ${index}`,
    kernelsNote:
      'Each is a patch of weights: ink where it wants ink, red where it wants none. Watch which of them turn into strokes.',
  },
  zh: {
    settings: '设置',
    manner: '运行方式',
    whenStartedAgain: '当前这次训练沿用开始时的设置；重新开始后才会用上这些新值。',

    run: '训练',
    start: '开始训练',
    stop: '停止',
    goOn: '继续',
    startAgain: '重新开始',
    oneBatch: '训练一批',
    testNow: '立即检验',
    pace: '速度',
    slowly: (batches: string) => `每秒 ${batches} 批`,
    full: '尽可能快',
    workers: '线程数',
    crew: (workers: number) => `${workers} 个线程`,
    insecure: '只用 1 个线程：浏览器只允许通过 https 或来自本机的页面在线程间共享内存，所以较慢',
    unsupported: '只用 1 个线程：这个浏览器不支持线程间共享内存，所以较慢',
    'not-isolated':
      '只用 1 个线程：服务器没有发送允许线程共享内存的响应头，或者页面嵌在别的页面里，所以较慢',
    'no-threads': '只用 1 个线程：无法启动更多线程，所以较慢',
    reference: '使用参考实现，因为编译好的内核无法在这里运行：会慢得多',
    samplesPerSecond: (samples: string) => `每秒 ${samples} 个数字`,
    changed: (step: string, changes: string) => `第 ${step} 批之后：${changes}。`,
    changedTo: (name: string, value: string) => `${name} ${value}`,
    log: '途中的改动',
    fingerprint: '权重指纹',
    fingerprintNote: '相同的设置在任何机器上都得到相同的指纹。',
    idle: (train: string, test: string) =>
      `还没有开始。网络将从 ${train} 个数字中学习，每轮之后用 ${test} 个从未学过的数字检验。`,
    loading: '正在加载手写数字……',
    training: (epoch: number, epochs: number) =>
      epoch === 0 ? '正在检验未训练的网络' : `第 ${epoch} 轮，共 ${epochs} 轮`,
    stopped: (epoch: number, epochs: number) => `已停在第 ${epoch} 轮，共 ${epochs} 轮`,
    brokenOff: (epoch: number, epochs: number) => `中断于第 ${epoch} 轮，共 ${epochs} 轮`,
    finished: (seconds: string) => `训练完成，用时 ${seconds} 秒`,
    diverged: (epoch: number, step: string) =>
      `损失在第 ${epoch} 轮的第 ${step} 批失控：步子太大，一步比一步更过头。`,
    divergedLayer: (layer: string) => `失控从 ${layer} 开始，它的梯度相对权重最大。`,
    divergedAtStart:
      '用这次训练开始时的权重，损失就已不是有限的数：权重太大，求和时溢出了。无论步子多小，从这里都学不到东西。',
    divergedAdvice: '请调低学习率或动量，再重新开始。',
    goBack: (step: string, lr: string) => `回到第 ${step} 批，改用学习率 ${lr} 继续`,
    failed: (message: string) => `训练因错误中断（${message}）。`,
    dead: (death: Death) =>
      ({
        unloaded: '负责训练的脚本没有加载成功。请检查网络连接，然后重试。',
        error: '负责训练的后台线程已终止。',
        silent: '负责训练的后台线程没有响应，已被结束。',
      })[death],
    stillKept: '这次训练的存档仍在，没有变化。',
    keptAt: (step: string) => `训练已保存到第 ${step} 批，可以从那里继续。`,
    goOnFrom: (step: string) => `从第 ${step} 批继续`,
    nothingKept: '这次训练没能保存，学到的内容已经丢失，可以重新开始。',
    resumeFailed: (reason: string) => `这次训练无法继续。${reason}`,
    revived: (step: string) => `后台线程终止后已自动更换，训练从第 ${step} 批继续。`,
    notKept: (reason: string) => `训练没有被保存。${reason}训练本身不受影响，但关闭页面就会丢失。`,
    notKeptSince: (step: string, reason: string) =>
      `训练只保存到第 ${step} 批。${reason}训练本身不受影响，但关闭页面会丢失此后的部分。`,
    passed: (percent: string, seconds: string) => `${seconds} 秒后准确率达到 ${percent}`,
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
    batchMean: '平均',
    unseen: '未见过的',
    lossSummary: (batches: string, test: string) =>
      `损失随轮数的变化。训练批：${batches}。未见过的数字：${test}。`,
    accuracySummary: (batches: string, test: string) =>
      `答对的比例随轮数的变化。训练批：${batches}。未见过的数字：${test}。`,
    nothingYet: '还没有数据',
    fromTo: (from: string, to: string) => `从 ${from} 到 ${to}`,

    kernelsFigure: (layer: string, count: number) => `${layer} 的 ${count} 个卷积核`,
    sheetNote: '每一列是一个卷积核，每一行是它所看的特征图。前一层找到的东西在这里被组合起来。',
    kernelsBefore: '由随机种子给出的初值',
    kernelsNow: '现在的样子',
    kernel: (index: number) => `卷积核 ${index}`,
    kernelsNote:
      '每个卷积核是一小块权重：灰阶表示希望这里有笔画，红色表示希望没有。看看哪些会变成笔画的形状。',
  },
});
