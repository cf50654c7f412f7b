import { formatInteger } from '$lib/numbers/print';
import type { DocumentKind } from '$lib/notebook/search/documents';
import { defineMessages } from '$lib/ui/messages';

/** The words of the search. */
export const messages = defineMessages({
  en: {
    title: 'Search',
    field: 'Search lessons, terms, exercises and misconceptions',
    results: 'Results',
    coming: 'The index is on its way …',
    count: (count: number) => (count === 1 ? '1 result' : `${formatInteger(count)} results`),
    nothing: 'Nothing found.',
    lesson: (number: number, title: string) => `Lesson ${number} · ${title}`,
  },
  zh: {
    title: '搜索',
    field: '搜索课程、术语、练习和误解',
    results: '结果',
    coming: '正在载入索引……',
    count: (count: number) => `${formatInteger(count)} 条结果`,
    nothing: '没有找到。',
    lesson: (number: number, title: string) => `第 ${number} 课 · ${title}`,
  },
});

/** What a result is. */
export const kindNames: Record<'en' | 'zh', Record<DocumentKind, string>> = {
  en: { term: 'Glossary', step: 'Lesson', misconception: 'Misconception', exercise: 'Exercise' },
  zh: { term: '术语', step: '课程', misconception: '误解', exercise: '练习' },
};
