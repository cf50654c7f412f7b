import type { Field, Reason } from '$lib/arithmetic';
import { formatInteger } from '$lib/numbers/print';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';

/** A typed value as it is spoken of: 2.5, 1,000,000, −3. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const text = Number.isInteger(value) ? formatInteger(value) : String(value);
  return text.replace('-', '−');
}

const shape = (sizes: readonly number[]) => sizes.map(shown).join(' × ');

type Sentences = {
  [Code in Reason['code']]: (reason: Extract<Reason, { code: Code }>) => string;
};

/** Why a value may not be so small, where more than the number can be said. */
const tooSmall: Record<Locale, Partial<Record<Field, string>>> = defineMessages({
  en: {
    stride: 'Without a stride of at least 1 the kernel would never move on.',
    padding: 'Padding adds pixels around the input: it cannot be negative.',
    kernel: 'A kernel is at least 1 pixel wide.',
    dilation: 'A dilation of 1 puts the weights side by side: it cannot be less.',
    input: 'An input is at least 1 pixel wide.',
  },
  zh: {
    stride: '步幅至少为 1，否则卷积核永远不会移动。',
    padding: '填充是在输入四周加像素，不能为负。',
    kernel: '卷积核的边长至少为 1。',
    dilation: '膨胀率为 1 时各个权重紧挨在一起，不能更小。',
    input: '输入的边长至少为 1。',
  },
});

const sentences = defineMessages<Sentences>({
  en: {
    empty: () => 'Enter a whole number here.',
    'not-a-number': () => 'This is not a number. Enter a whole number, such as 5.',
    'not-whole': ({ value }) =>
      `${shown(value)} is not a whole number, and there are no parts of a pixel or of a channel.`,
    'too-small': ({ field, minimum }) =>
      tooSmall.en[field] ?? `There must be at least ${shown(minimum)}.`,
    'too-large': ({ value, maximum }) =>
      `${shown(value)} is too large: this page calculates up to ${shown(maximum)}.`,
    'kernel-exceeds-input': ({ span, padded }) =>
      `The kernel spans ${shown(span)} pixels, but the input with its padding has only ${shown(padded)}: it fits nowhere.`,
    'padding-exceeds-half': ({ padding, maximum }) =>
      `With a padding of ${shown(padding)} a window could see nothing but padding: for this kernel at most ${shown(maximum)}.`,
    'same-with-stride': ({ stride }) =>
      `“Same” keeps the size, which a stride of ${shown(stride)} cannot; PyTorch allows it at stride 1 only.`,
    'padding-removes-all': ({ padding, size }) =>
      `Here padding is cut away: ${shown(padding)} on both sides of ${shown(size)} pixels leave nothing.`,
    'output-padding-too-large': ({ maximum }) =>
      `Output padding must stay below the stride or the dilation: here at most ${shown(maximum)}.`,
    'groups-do-not-divide': ({ groups, channels, side }) =>
      `${shown(channels)} channels ${side} cannot be shared out equally among ${shown(groups)} groups.`,
    'not-a-share': ({ value }) =>
      `${shown(value)} is no share of the numbers: enter one from 0 to below 1, such as 0.5.`,
    'branches-differ': ({ body, shortcut }) =>
      `The body comes to ${shape(body)} and the shortcut to ${shape(shortcut)}: only equal shapes can be added.`,
    'result-too-large': () =>
      'The result is past 2⁵³, where this page can no longer count exactly.',
  },
  zh: {
    empty: () => '请在这里填一个整数。',
    'not-a-number': () => '这不是数字。请填一个整数，例如 5。',
    'not-whole': ({ value }) => `${shown(value)} 不是整数；像素和通道都不能只取一部分。`,
    'too-small': ({ field, minimum }) => tooSmall.zh[field] ?? `这里至少为 ${shown(minimum)}。`,
    'too-large': ({ value, maximum }) => `${shown(value)} 太大了：本页最多算到 ${shown(maximum)}。`,
    'kernel-exceeds-input': ({ span, padded }) =>
      `卷积核的跨度是 ${shown(span)} 个像素，而输入连同填充只有 ${shown(padded)} 个：哪里都放不下。`,
    'padding-exceeds-half': ({ padding, maximum }) =>
      `填充为 ${shown(padding)} 时，会有窗口只看到填充；这个窗口大小最多填充 ${shown(maximum)}。`,
    'same-with-stride': ({ stride }) =>
      `“same” 要保持尺寸不变，步幅为 ${shown(stride)} 时做不到；PyTorch 只允许步幅 1。`,
    'padding-removes-all': ({ padding, size }) =>
      `转置卷积的填充是裁掉边缘：${shown(size)} 个像素两边各裁 ${shown(padding)} 个，就什么也不剩了。`,
    'output-padding-too-large': ({ maximum }) =>
      `输出填充必须小于步幅或膨胀率：这里最多 ${shown(maximum)}。`,
    'groups-do-not-divide': ({ groups, channels, side }) =>
      `${shown(channels)} 个${side === 'in' ? '输入' : '输出'}通道不能平均分成 ${shown(groups)} 组。`,
    'not-a-share': ({ value }) =>
      `${shown(value)} 不是一个比例：请填 0 到 1 之间（不含 1）的数，例如 0.5。`,
    'branches-differ': ({ body, shortcut }) =>
      `主路输出 ${shape(body)}，捷径输出 ${shape(shortcut)}：只有形状相同才能相加。`,
    'result-too-large': () => '结果超过 2⁵³，本页无法再精确计数。',
  },
});

/** The sentence that tells a learner why there is no answer. */
export function reasonSentence(locale: Locale, reason: Reason): string {
  const sentence = sentences[locale][reason.code] as (reason: Reason) => string;
  return sentence(reason);
}
