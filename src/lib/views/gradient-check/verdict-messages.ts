import { formatInteger } from '$lib/numbers/print';
import type { Verdict } from '$lib/nn/gradient-check';
import { defineMessages } from '$lib/ui/messages';

/** Why the two gradients differ, in a word or two. */
export const verdictNames = defineMessages<Record<Verdict, string>>({
  en: {
    zero: 'both are 0',
    agrees: 'they agree',
    rounding: 'rounding',
    kinks: 'kinks',
    truncation: 'truncation',
    kinksAndTruncation: 'kinks, truncation',
    disagrees: 'unexplained',
    notANumber: 'not a number',
  },
  zh: {
    zero: '两者都为 0',
    agrees: '两者一致',
    rounding: '舍入',
    kinks: '折点',
    truncation: '截断',
    kinksAndTruncation: '折点与截断',
    disagrees: '无法解释',
    notANumber: '不是数',
  },
});

/** What a verdict means, and what would change it. */
export const verdictMessages = defineMessages({
  en: {
    zero: 'Both are exactly 0: for this digit no way from w to the loss is open, so that moving w changes nothing.',
    agrees: (digits: number) =>
      `They agree in ${digits} digits: backward says what the loss itself says.`,
    rounding: (noise: string) =>
      `They differ by no more than rounding can make: divided by 2ε, the last bits of the two losses are worth up to ${noise}. A larger ε makes that less.`,
    kinks: (held: string) =>
      `The kinks are the whole reason: with every gate and winner held as it is at w, the relative error is ${held}. A smaller ε passes fewer of them.`,
    truncation:
      'ε is so large that the loss bends between w − ε and w + ε: the chord is not the tangent. With a smaller ε they agree.',
    kinksAndTruncation: (held: string) =>
      `The loss has kinks between w − ε and w + ε, and it bends: with every gate and winner held as it is at w, a relative error of ${held} remains. With a smaller ε they agree.`,
    disagrees:
      'Neither rounding, nor the bend of the loss, nor its kinks account for this difference: one of the two is wrong.',
    notANumber: 'The loss is not a number here, so that there is no slope to compare.',
    smooth:
      'No gate of ReLU and no winner of max pooling changes between w − ε and w + ε: the loss has no kink there.',
    gates: (count: number) =>
      count === 1 ? '1 gate of ReLU' : `${formatInteger(count)} gates of ReLU`,
    winners: (count: number) =>
      count === 1 ? '1 winner of max pooling' : `${formatInteger(count)} winners of max pooling`,
    passed: (what: string) => `Between w − ε and w + ε there are kinks: ${what} change.`,
    and: ' and ',
    why: 'At each of them the slope of the loss jumps. Backward gives the slope on the side where w stands; the central difference mixes in the other side.',
    whyHarmless:
      'At each of them the slope of the loss can jump. Here hardly any gradient passes through them, so that they do no harm.',
    more: (count: number) => `and ${formatInteger(count)} more`,
  },
  zh: {
    zero: '两者都恰好为 0：对这个数字图像，从 w 到损失没有一条通路是打开的，移动 w 不会改变任何东西。',
    agrees: (digits: number) => `两者有 ${digits} 位数字一致：反向传播的结果与损失本身相符。`,
    rounding: (noise: string) =>
      `两者之差不超过舍入所能造成的：两个损失的末位除以 2ε 之后，可达 ${noise}。增大 ε 可使它变小。`,
    kinks: (held: string) =>
      `误差全部来自折点：若让每个门和每个最大值都保持在 w 处的状态，相对误差为 ${held}。ε 越小，越过的折点越少。`,
    truncation: 'ε 太大，损失在 w − ε 与 w + ε 之间是弯曲的：弦不是切线。减小 ε，两者就会一致。',
    kinksAndTruncation: (held: string) =>
      `损失在 w − ε 与 w + ε 之间既有折点又有弯曲：即使让每个门和每个最大值都保持在 w 处的状态，仍有 ${held} 的相对误差。减小 ε，两者就会一致。`,
    disagrees: '舍入、弯曲和折点都解释不了这个差别：两者之中必有一个是错的。',
    notANumber: '这里的损失不是一个数，没有斜率可比。',
    smooth:
      '在 w − ε 与 w + ε 之间，没有 ReLU 的门开合，也没有最大池化的最大值易位：损失在这里没有折点。',
    gates: (count: number) => `${formatInteger(count)} 个 ReLU 的门开合`,
    winners: (count: number) => `${formatInteger(count)} 个最大池化的最大值易位`,
    passed: (what: string) => `在 w − ε 与 w + ε 之间有折点：${what}。`,
    and: '，',
    why: '在每个折点，损失的斜率都会突变。反向传播给出 w 所在一侧的斜率，中心差分却混入了另一侧。',
    whyHarmless: '在每个折点，损失的斜率都可能突变。这里几乎没有梯度经过它们，所以没有影响。',
    more: (count: number) => `另有 ${formatInteger(count)} 个`,
  },
});
