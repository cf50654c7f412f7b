import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the panel that repeats updates on one digit. */
export const repeatMessages = defineMessages({
  en: {
    title: 'One step after another',
    lead: 'The same digit forward, back and updated, again and again. The microscope above follows.',
    lr: 'learning rate η',
    rule: 'rule',
    sgd: 'SGD: down the gradient',
    momentum: 'SGD with momentum',
    adam: 'Adam',
    sdlm: 'Levenberg–Marquardt, the paper’s',
    once: 'Once more',
    ten: 'Ten more',
    reset: 'Reset',
    updates: (count: number) =>
      count === 1 ? '1 update made' : `${formatInteger(count)} updates made`,
    updating: (made: number, wanted: number) => `${made} of ${wanted} updates`,
    progress: 'Updates made',
    stop: 'Stop here',
    most: (most: number) => `That is as far as it goes: a link can carry ${most} updates.`,
    loss: 'Loss before any update',
    lossAfter: (updates: number) =>
      updates === 1 ? 'Loss after 1 update' : `Loss after ${updates} updates`,
    lossCurve: (from: string, to: string) => `The loss, from ${from} to ${to}`,
    distances: 'The ten distances',
    movedDistance: (label: number, before: string, after: string) =>
      `distance of ${label}: ${before} → ${after}`,
    scores: 'The ten scores',
    moved: (label: number, before: string, after: string, change: string) =>
      `probability of ${label}: ${before}% → ${after}%, ${change}`,
    scoresCurve: (label: number, from: string, to: string) =>
      `The ten scores; that of the right digit ${label} from ${from} to ${to}`,
    weightCurve: (name: string, from: string, to: string) => `${name}, from ${from} to ${to}`,
    follow: (name: string) => `Follow ${name}`,
    rose: 'The last update made the loss larger: the step overshot.',
    lost: 'The loss is no longer a number: the steps were far too long. Reset, or choose a smaller learning rate.',
    badLr: 'The learning rate is a number above 0 and at most 10.',
  },
  zh: {
    title: '一步接一步',
    lead: '同一个数字前向、反向、更新，一遍又一遍。上面的显微镜随之而变。',
    lr: '学习率 η',
    rule: '优化器',
    sgd: 'SGD：随机梯度下降',
    momentum: '带动量的 SGD',
    adam: 'Adam',
    sdlm: '论文的 Levenberg–Marquardt',
    once: '更新一次',
    ten: '更新十次',
    reset: '重置',
    updates: (count: number) => `已更新 ${formatInteger(count)} 次`,
    updating: (made: number, wanted: number) => `已完成 ${made} / ${wanted} 次更新`,
    progress: '已完成的更新',
    stop: '到此为止',
    most: (most: number) => `到头了：链接最多记录 ${most} 次更新。`,
    loss: '更新前的损失',
    lossAfter: (updates: number) => `更新 ${updates} 次后的损失`,
    lossCurve: (from: string, to: string) => `损失，从 ${from} 到 ${to}`,
    distances: '十个距离',
    movedDistance: (label: number, before: string, after: string) =>
      `到 ${label} 的距离：${before} → ${after}`,
    scores: '十个得分',
    moved: (label: number, before: string, after: string, change: string) =>
      `${label} 的概率：${before}% → ${after}%，${change}`,
    scoresCurve: (label: number, from: string, to: string) =>
      `十个得分；正确数字 ${label} 的得分从 ${from} 到 ${to}`,
    weightCurve: (name: string, from: string, to: string) => `${name}，从 ${from} 到 ${to}`,
    follow: (name: string) => `跟踪 ${name}`,
    rose: '上一次更新让损失变大了：这一步太大，越过了最低点。',
    lost: '损失已经不是一个数：步子太大。请重置，或选一个更小的学习率。',
    badLr: '学习率是大于 0、不超过 10 的数。',
  },
});
