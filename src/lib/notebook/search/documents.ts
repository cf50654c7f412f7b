import type { CourseLesson } from '../course';
import type { Term } from '../glossary';
import type { Lesson, Segment } from '../lesson';
import { plainText } from './plain-text';

export const documentKinds = ['term', 'step', 'misconception', 'exercise'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Something that can be found. */
export interface Document {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Further names of it, under which it is found. */
  readonly names: string;
  readonly text: string;
  /** The address, without language: `/lessons/c3#block`. */
  readonly address: string;
  /** The lesson's place in the course, from 1, where it stands in one, and its title. */
  readonly number?: number;
  readonly lesson?: string;
}

const misconception =
  /<div class="box misconception"[^>]*>\s*<p class="box-title">(.*?)<\/p>(.*?)<\/div>/gs;

const numbersDrawn = /\{\{[^}]*\}\}/g;

/** A prompt's beginning, as long as a title. */
function asTitle(text: string): string {
  const room = /\p{Script=Han}/u.test(text) ? 32 : 72;
  if (text.length <= room) return text;
  const cut = text.slice(0, room);
  return `${/\p{Script=Han}/u.test(text) ? cut : cut.replace(/\s+\S*$/, '')} …`;
}

type Words = { prose: string; boxes: { title: string; text: string }[] };

/** A segment's words, its misconceptions apart. */
function wordsOf(segment: Segment): Words {
  if (segment.kind === 'question') {
    const options = segment.options.flatMap(({ label, explanation }) => [label, explanation]);
    return { prose: plainText([segment.prompt, ...options].join(' ')), boxes: [] };
  }
  if (segment.kind !== 'html') return { prose: '', boxes: [] };
  const boxes = [...segment.html.matchAll(misconception)].map(([, title, text]) => ({
    title: plainText(title),
    text: plainText(text),
  }));
  return { prose: plainText(segment.html.replaceAll(misconception, '')), boxes };
}

function documentsOf(lesson: Lesson): Document[] {
  const { slug, number, title: name, lead } = lesson;
  const place = { names: '', number, lesson: name };
  return lesson.steps.flatMap((step, index): Document[] => {
    const address = `/lessons/${slug}#${step.id}`;
    const words = step.segments.map(wordsOf);
    const prose = words.map((part) => part.prose);
    const text = (index === 0 ? [name, lead, ...prose] : prose).join(' ').trim();
    const exercises = step.segments.flatMap((part) =>
      part.kind === 'exercise' ? part.exercise : [],
    );
    return [
      { ...place, id: address, kind: 'step', title: step.title, text, address },
      ...words
        .flatMap(({ boxes }) => boxes)
        .map((box, at): Document => ({
          ...place,
          ...box,
          id: `${address}!${at}`,
          kind: 'misconception',
          address,
        })),
      ...exercises.map(({ id, prompt, items }): Document => {
        const asked = plainText(prompt.replace(numbersDrawn, '…'));
        const answers = items.flatMap(({ label, explanation }) => [label, explanation]).join(' ');
        return {
          ...place,
          id: `/lessons/${slug}#${id}`,
          kind: 'exercise',
          title: asTitle(asked),
          text: `${asked} ${plainText(answers)}`.trim(),
          address: `/lessons/${slug}#${id}`,
        };
      }),
    ];
  });
}

/** All that can be found on the pages in `language`; a lesson that is not translated is in `original`. */
export function searchDocuments(
  terms: readonly Term[],
  course: readonly CourseLesson[],
  language: string,
  original: string,
): Document[] {
  return [
    ...terms.map(({ id, names, forms, books, pytorch = '', gloss }): Document => ({
      id: `/glossary#${id}`,
      kind: 'term',
      title: names[language],
      names: [
        ...Object.values(names),
        ...Object.values(forms).flat(),
        ...Object.values(books),
        pytorch,
      ].join('\n'),
      text: gloss[language],
      address: `/glossary#${id}`,
    })),
    ...course.flatMap(({ translations }) =>
      documentsOf(translations[language] ?? translations[original]),
    ),
  ];
}
