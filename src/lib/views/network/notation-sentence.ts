import type { NotationProblem } from '$lib/network';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';

type Sentences = {
  [Code in NotationProblem['code']]: (
    problem: Extract<NotationProblem, { readonly code: Code }>,
  ) => string;
};

const sentences = defineMessages<Sentences>({
  en: {
    'unknown-layer': ({ word }) =>
      word === ''
        ? 'Nothing stands here. Write a layer, such as conv_6_k5 or relu.'
        : `“${word}” is no kind of layer. Layers are conv, max, avg, linear, relu and so on.`,
    'unknown-setting': ({ word, setting, settings }) =>
      settings.length === 0
        ? `“${word}” has no settings; “${setting}” cannot stand here.`
        : `“${setting}” is no setting of “${word}”. Its settings begin with ${settings.join(', ')}.`,
    brackets: ({ word }) =>
      `A residual block holds its layers in brackets: ${word}(conv_8_k3_p1~relu~conv_8_k3_p1).`,
    'unreadable-value': ({ word, setting }) =>
      `“${setting}” of “${word}” is not a number that can be read.`,
  },
  zh: {
    'unknown-layer': ({ word }) =>
      word === ''
        ? '这里是空的。请写一层，例如 conv_6_k5 或 relu。'
        : `没有叫 “${word}” 的层。可以用 conv、max、avg、linear、relu 等。`,
    'unknown-setting': ({ word, setting, settings }) =>
      settings.length === 0
        ? `“${word}” 没有设置，“${setting}” 不能写在这里。`
        : `“${word}” 没有 “${setting}” 这个设置。它的设置以 ${settings.join('、')} 开头。`,
    brackets: ({ word }) => `残差块把它的各层写在括号里：${word}(conv_8_k3_p1~relu~conv_8_k3_p1)。`,
    'unreadable-value': ({ word, setting }) => `“${word}” 的 “${setting}” 不是能读懂的数字。`,
  },
});

/** What is wrong with the text of a layer. */
export function notationSentence(locale: Locale, problem: NotationProblem): string {
  const sentence = sentences[locale][problem.code] as (problem: NotationProblem) => string;
  return sentence(problem);
}
