import { defineMessages } from '$lib/ui/messages';

/** The words of the builder's page. */
export const messages = defineMessages({
  en: {
    title: 'Network builder',
    lead: 'Put layers together and watch shapes, parameters and connections flow through them. Where a layer does not fit, it says why and what would make it fit.',
    compare: '1998 beside today: one digit through both networks',
    badInput: 'The input in this link makes no sense: 1 × 28 × 28 is used instead.',
    badLayers: (places: string, one: boolean) =>
      one
        ? `Layer ${places} of this link makes no sense. It is marked below, and the rest stands as it was sent.`
        : `Layers ${places} of this link make no sense. They are marked below, and the rest stands as it was sent.`,
    dropped: (count: number, most: number) =>
      `A link may have ${most} layers. The ${count} after these are left out.`,
  },
  zh: {
    title: '搭建网络',
    lead: '把各层拼在一起，看形状、参数个数和连接数怎样逐层变化。哪一层放不下，它会说明原因，并给出改法。',
    compare: '1998 年与今天：同一个数字送进两个网络',
    badInput: '链接里的输入无法使用，已换成 1 × 28 × 28。',
    badLayers: (places: string, _one: boolean) =>
      `链接里的第 ${places} 层无法识别，已在下面标出，其余各层保持原样。`,
    dropped: (count: number, most: number) => `一个链接最多 ${most} 层，后面的 ${count} 层已省略。`,
  },
});
