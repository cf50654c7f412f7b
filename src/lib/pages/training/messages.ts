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
    comma: ', ',
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
    reloadForThreads: (threads: number) =>
      `one thread: this host does not send the headers that let threads share memory. The notebook now adds them itself: reload the page for ${threads} threads`,
    'no-threads': 'one thread: more could not be started, so it is slower',
    reference:
      'the reference engine, because no compiled kernels run this network here: it is far slower',
    samplesPerSecond: (samples: string) => `${samples} digits a second`,
    changed: (step: string, changes: string) => `After batch ${step}: ${changes}.`,
    changedTo: (name: string, value: string) => `${name} ${value}`,
    log: 'Changed under way',
    fingerprint: 'Fingerprint of the weights',
    fingerprintNote: 'The same settings give the same fingerprint, on any machine.',
    idle: (train: string, test: string) =>
      `Yours has not begun: ${train} digits to learn from, ${test} to be tested on.`,
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

    accuracy: (correct: string, count: string) =>
      `${correct} of ${count} digits that it never learned from`,
    accuracyOf: (count: string) => `of ${count} digits that it never learned from`,
    kept: 'Kept in this browser: its weights appear beside random and all of MNIST wherever weights are chosen.',
    readMistakes: 'Read its mistakes',
    askTitle: 'A run is under way',
    ask: (step: string, steps: string) =>
      `It is at batch ${step} of ${steps}. Another one takes its place on this page.`,
    askKept: (step: string) => `It stays in the list of kept runs, up to batch ${step}.`,
    askLost: 'It could not be kept: what it has learned is lost.',
    askYes: 'Begin the other one',
    askNo: 'Let it go on',
    example: 'An example, recorded',
    exampleLine: (recipe: string) =>
      `A run with the recipe “${recipe}” and seed 0, recorded when this page was made. Yours takes its place.`,
    foldSettings: 'Settings',
    settingsCount: (count: number) => `${count} in all`,
    foldCurves: 'Curves',
    curvesLine: 'loss and accuracy, batch by batch; compare two runs; those that are kept',
    foldMistakes: 'The worst mistakes',
    mistakesLine: (count: string) =>
      `${count} digits misread, the surest first; each opens in the microscope`,
    noMistakes: 'the digits that it misreads, once a run has been tested',
    foldInside: 'What happens inside',
    insideLine: 'kernels, one map at a time; gradients by layer; units that never fire',
    upTo: (rate: string) => `learning rate up to ${rate}`,
    rate: (rate: string) => `learning rate ${rate}`,
    batchesOf: (size: number) => `batch ${size}`,
    rounds: (epochs: number) => (epochs === 1 ? '1 epoch' : `${epochs} epochs`),
    cycle: 'one cycle',
    seeded: (seed: number) => `seed ${seed}`,
    goesOn: 'A run goes on while you read elsewhere on this site.',
    explained: 'Explained in the lesson on training',
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
    outputMap: 'output map',
    mapBefore: 'the map before',
    mapAfter: 'the next map',
    kernelsOf: (state: string, map: number) => `Output map ${map}: ${state}`,
    fromMap: (map: number) => `kernel over map ${map}`,
    mapNote:
      'One kernel for each map that it looks at; their sum makes one output map. What the layer before finds, these combine.',
    kernelsBefore: 'as drawn by the seed',
    kernelsNow: 'as they are now',
    kernel: (index: number) => `kernel ${index}`,
    kernelsNote:
      'Each is a patch of weights: ink where it looks for ink, red where it looks for paper. Watch which of them turn into strokes.',
  },
  zh: {
    settings: '设置',
    manner: '运行方式',
    whenStartedAgain: '当前这次训练沿用开始时的设置；重新开始后才会用上这些新值。',

    run: '训练',
    start: '开始训练',
    stop: '暂停',
    goOn: '继续',
    startAgain: '重新开始',
    oneBatch: '训练一批',
    testNow: '立即测试',
    pace: '速度',
    slowly: (batches: string) => `每秒 ${batches} 批`,
    full: '尽可能快',
    workers: '线程数',
    crew: (workers: number) => `${workers} 个线程`,
    insecure: '只用 1 个线程：浏览器只允许通过 https 或来自本机的页面在线程间共享内存，所以较慢',
    unsupported: '只用 1 个线程：这个浏览器不支持线程间共享内存，所以较慢',
    'not-isolated':
      '只用 1 个线程：服务器没有发送允许线程共享内存的响应头，或者页面嵌在别的页面里，所以较慢',
    reloadForThreads: (threads: number) =>
      `只用 1 个线程：这个服务器没有发送允许线程共享内存的响应头。本站现在会自己加上：重新加载页面后可用 ${threads} 个线程`,
    'no-threads': '只用 1 个线程：无法启动更多线程，所以较慢',
    reference: '使用参考实现：没有编译好的内核能在这里运行这个网络，会慢得多',
    samplesPerSecond: (samples: string) => `每秒 ${samples} 个数字`,
    changed: (step: string, changes: string) => `第 ${step} 批之后：${changes}。`,
    changedTo: (name: string, value: string) => `${name} ${value}`,
    log: '途中的改动',
    fingerprint: '权重指纹',
    fingerprintNote: '相同的设置在任何机器上都得到相同的指纹。',
    idle: (train: string, test: string) =>
      `你的训练还没有开始：用 ${train} 个数字学习，用 ${test} 个测试。`,
    loading: '正在加载手写数字……',
    training: (epoch: number, epochs: number) =>
      epoch === 0 ? '正在测试未训练的网络' : `第 ${epoch} 轮，共 ${epochs} 轮`,
    stopped: (epoch: number, epochs: number) => `已停在第 ${epoch} 轮，共 ${epochs} 轮`,
    brokenOff: (epoch: number, epochs: number) => `中断于第 ${epoch} 轮，共 ${epochs} 轮`,
    finished: (seconds: string) => `训练完成，用时 ${seconds} 秒`,
    diverged: (epoch: number, step: string) =>
      `损失在第 ${epoch} 轮的第 ${step} 批发散：步子太大，一步比一步偏得更远。`,
    divergedLayer: (layer: string) => `发散从 ${layer} 开始，它的梯度相对权重最大。`,
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

    accuracy: (correct: string, count: string) => `${count} 个没学过的数字中，认对 ${correct} 个`,
    accuracyOf: (count: string) => `${count} 个没学过的数字中认对的比例`,
    kept: '已保存在这个浏览器里：凡是能选权重的地方，它与“随机”“全部 MNIST”并列。',
    readMistakes: '看看它的错误',
    askTitle: '有一次训练正在进行',
    ask: (step: string, steps: string) =>
      `现在是第 ${step} 批，共 ${steps} 批。新的训练会在本页取代它。`,
    askKept: (step: string) => `它会留在已保存的训练中，保存到第 ${step} 批。`,
    askLost: '它没能保存：学到的内容会丢失。',
    askYes: '开始新的训练',
    askNo: '让它继续',
    example: '录制的示例',
    exampleLine: (recipe: string) =>
      `这是制作本页时录制的一次训练：方案“${recipe}”，种子 0。开始训练后，这里换成你自己的。`,
    foldSettings: '设置',
    settingsCount: (count: number) => `共 ${count} 项`,
    foldCurves: '曲线',
    curvesLine: '逐批的损失和准确率；比较两次训练；已保存的训练',
    foldMistakes: '最严重的错误',
    mistakesLine: (count: string) => `认错 ${count} 个，最有把握的排在前面；每个都能在显微镜中打开`,
    noMistakes: '训练并测试之后，这里列出认错的数字',
    foldInside: '内部发生了什么',
    insideLine: '卷积核，一次看一张特征图；各层的梯度；从不激活的单元',
    upTo: (rate: string) => `学习率最高 ${rate}`,
    rate: (rate: string) => `学习率 ${rate}`,
    batchesOf: (size: number) => `批量 ${size}`,
    rounds: (epochs: number) => `${epochs} 轮`,
    cycle: '单周期',
    comma: '，',
    seeded: (seed: number) => `种子 ${seed}`,
    goesOn: '在本站浏览其他页面时，训练会继续。',
    explained: '训练这一课有讲解',
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
    outputMap: '输出特征图',
    mapBefore: '上一张',
    mapAfter: '下一张',
    kernelsOf: (state: string, map: number) => `输出特征图 ${map}：${state}`,
    fromMap: (map: number) => `对特征图 ${map} 的卷积核`,
    mapNote:
      '每张输入特征图对应一个卷积核，它们的结果相加，得到一张输出特征图。前一层找到的东西在这里被组合起来。',
    kernelsBefore: '由随机种子给出的初值',
    kernelsNow: '现在的样子',
    kernel: (index: number) => `卷积核 ${index}`,
    kernelsNote:
      '每个卷积核是一小块权重：墨色表示希望这里有笔画，红色表示希望没有。看看哪些会变成笔画的形状。',
  },
});
