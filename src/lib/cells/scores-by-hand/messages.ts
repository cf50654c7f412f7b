import { defineMessages } from '$lib/ui/messages';

/** The words of the ten scores under the reader's hand. */
export const messages = defineMessages({
  en: {
    caption: 'Try it · ten scores by hand',
    score: (digit: number) => `score of ${digit}`,
    scores: 'score',
    probability: 'probability',
    slope: 'slope of the loss',
    heard: (score: string, share: string, slope: string) =>
      `${score}, probability ${share}, slope ${slope}`,
    right: 'the right digit',
    temperature: 'temperature',
    shift: 'all + 1',
    back: 'The network’s own scores',
    says: (digit: number, isRight: boolean) => `says ${digit} ${isRight ? '✓' : '✗'}`,
    loss: 'loss',
    sum: (sum: string) => `the ten add up to ${sum}`,
  },
  zh: {
    caption: '动手 · 亲手调十个得分',
    score: (digit: number) => `${digit} 的得分`,
    scores: '得分',
    probability: '概率',
    slope: '损失的斜率',
    heard: (score: string, share: string, slope: string) =>
      `${score}，概率 ${share}，斜率 ${slope}`,
    right: '正确的数字',
    temperature: '温度',
    shift: '全部 + 1',
    back: '恢复网络给出的得分',
    says: (digit: number, isRight: boolean) => `答 ${digit} ${isRight ? '✓' : '✗'}`,
    loss: '损失',
    sum: (sum: string) => `十个概率之和为 ${sum}`,
  },
});
