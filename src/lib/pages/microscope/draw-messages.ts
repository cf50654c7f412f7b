import { defineMessages } from '$lib/ui/messages';

/** The words of the dialog in which a digit is drawn for the microscope. */
export const drawMessages = defineMessages({
  en: {
    title: 'Draw a digit',
    goOn: 'Step it through the network',
    drawn: 'Your digit',
    meant: 'Which digit did you mean? The loss compares the network’s answer with this one.',
    assumed: (label: number) => `Until you say, it counts as a ${label}, which the network reads.`,
  },
  zh: {
    title: '写一个数字',
    goOn: '送入网络',
    drawn: '你写的数字',
    meant: '你写的是几？损失要拿网络的回答和它比较。',
    assumed: (label: number) => `在你说明之前，就按网络的回答当作 ${label}。`,
  },
});
