import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the check of a hundred parameters. */
export const manyMessages = defineMessages({
  en: {
    title: 'A hundred at once',
    check: 'Check a hundred parameters',
    again: 'Check another hundred',
    cancel: 'Cancel',
    about: (epsilon: string) =>
      `Weights and biases at random, every tensor taking turns, in float64 at ε = ${epsilon}.`,
    progress: (done: number, total: number) => `${done} of ${total} checked`,
    cancelled: (done: number, total: number) => `Cancelled after ${done} of ${total}.`,
    finished: (total: number, seed: number) => `${total} checked, drawn with seed ${seed}.`,
    allAgree: 'Backward agrees with the loss in all of them.',
    allRight: 'Every difference has a reason that is not an error of backward.',
    wrong: (count: number) =>
      count === 1
        ? '1 difference has no excuse.'
        : `${formatInteger(count)} differences have no excuse.`,
    verdict: 'verdict',
    count: 'how many',
    worst: 'The worst',
    worstError: (error: string) => `relative error ${error}`,
    kinksExplain: (count: number, held: string) =>
      count === 1
        ? `1 kink explains it: held as it is at w, ${held} is left.`
        : `${formatInteger(count)} kinks explain it: held as they are at w, ${held} is left.`,
    noKinks: 'No kink is passed.',
    kinksDoNot: (count: number) =>
      count === 1
        ? '1 kink is passed, and is not the reason.'
        : `${formatInteger(count)} kinks are passed, and are not the reason.`,
    reasonIs: (reason: string) => `Reason: ${reason}.`,
    look: 'Look at it',
  },
  zh: {
    title: '一次一百个',
    check: '检验一百个参数',
    again: '再检验一百个',
    cancel: '取消',
    about: (epsilon: string) => `随机抽取权重和偏置，各个张量轮流，float64，ε = ${epsilon}。`,
    progress: (done: number, total: number) => `已检验 ${done} / ${total}`,
    cancelled: (done: number, total: number) => `已取消，检验了 ${done} / ${total}。`,
    finished: (total: number, seed: number) => `检验了 ${total} 个，随机种子 ${seed}。`,
    allAgree: '反向传播与损失全都一致。',
    allRight: '每个差别都有原因，没有一个是反向传播的错误。',
    wrong: (count: number) => `有 ${formatInteger(count)} 个差别无法解释。`,
    verdict: '结论',
    count: '个数',
    worst: '最差的一个',
    worstError: (error: string) => `相对误差 ${error}`,
    kinksExplain: (count: number, held: string) =>
      `${formatInteger(count)} 个折点可以解释：若都保持在 w 处的状态，只剩 ${held}。`,
    noKinks: '没有越过折点。',
    kinksDoNot: (count: number) => `越过了 ${formatInteger(count)} 个折点，但原因不在这里。`,
    reasonIs: (reason: string) => `原因：${reason}。`,
    look: '看看它',
  },
});
