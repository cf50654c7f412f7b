import { defineMessages } from '$lib/ui/messages';

/** The words of the last page of a printed lesson. */
export const messages = defineMessages({
  en: {
    key: (title: string) => `Key: ${title}`,
    question: (place: number) => `Question ${place}: `,
    exercise: (place: number) => `Exercise ${place}: `,
  },
  zh: {
    key: (title: string) => `答案：${title}`,
    question: (place: number) => `问题 ${place}：`,
    exercise: (place: number) => `练习 ${place}：`,
  },
});
