import { defineMessages } from '$lib/ui/messages';

/** The words of the builder's page. */
export const messages = defineMessages({
  en: {
    title: 'Network builder',
    lead: 'Put layers together and watch shapes, parameters and connections flow through them. Where a layer does not fit, it says why and what would mend it.',
    badInput: 'The input in this link makes no sense. LeNet-5 stands here instead.',
    badLayer: (layer: number, text: string) =>
      `Layer ${layer} of this link, “${text}”, makes no sense. LeNet-5 stands here instead.`,
  },
  zh: {
    title: '搭建网络',
    lead: '把各层拼在一起，看形状、参数和连接怎样一层层流过。哪一层放不下，它会说明原因，并给出改法。',
    badInput: '链接里的输入无法使用，已换成 LeNet-5。',
    badLayer: (layer: number, text: string) =>
      `链接里的第 ${layer} 层 “${text}” 无法使用，已换成 LeNet-5。`,
  },
});
