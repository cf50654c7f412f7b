import * as v from 'valibot';
import { compileCourse, LessonError, type CourseOptions, type LessonSource } from '$lib/notebook';

/** What the courses of these tests may refer to. */
export const options: CourseOptions = {
  languages: ['en', 'zh'],
  cells: {
    map: {
      schema: v.strictObject({
        layer: v.picklist(['c1', 'c3']),
        channel: v.optional(v.string()),
        id: v.optional(v.string()),
      }),
    },
    source: {
      schema: v.strictObject({ name: v.string() }),
      prepare: ({ name }) => {
        if (name === 'absent') throw new Error('there is no "absent" to show');
        return { html: `<pre>${String(name)}</pre>` };
      },
    },
    code: {
      schema: v.strictObject({ name: v.string() }),
      prepare: ({ name }) => ({ file: `${String(name)}.ts`, html: `<pre>${String(name)}</pre>` }),
    },
  },
  lookUpValue: (name) =>
    new Map([
      ['c3.parameters', '2,416'],
      ['c3.output', '16 × 10 × 10'],
      ['share', '30.5%'],
    ]).get(name),
  roles: ['input', 'weight'],
  lessonName: (language, number) => `${language === 'zh' ? '第' : 'lesson'} ${number}`,
  glossary: {
    terms: [],
    page: '/glossary',
    aside: (language, words) => (language === 'zh' ? `（${words}）` : ` (${words})`),
  },
  pages: ['/calculator'],
  hasTensor: (name) => name === 'c3.output',
  hasPlaces: (text) => /^c3\.output\[/.test(text),
  rules: {
    number: { parameters: ['in', 'out'] },
    shape: { sides: ['side'] },
    place: { largest: ['map'] },
  },
  katex: { strict: false },
  highlight: (code, language) => {
    if (language === 'klingon') throw new Error('no grammar for "klingon"');
    return `<pre class="${language}">${code}</pre>`;
  },
};

/** A lesson's text with good front matter; its first line of content is line 7. */
export function lessonText(content: string): string {
  return `---\ntitle: A title\nkicker: A kicker\nlead: A lead?\nsummary: A summary\n---\n${content}`;
}

/** The source of lesson `folder`, `01-c3` if not given. */
export function source(content: string, language = 'en', folder = '01-c3'): LessonSource {
  const file = `lessons/${folder}/${language}.md`;
  return { folder, language, file, text: lessonText(content) };
}

/** The first lesson of a course of one, in English, with `content` as its only step's content. */
export function compileStep(content: string) {
  const [lesson] = compileCourse([source(`## A step {#a}\n\n${content}`)], options);
  const [step] = lesson?.translations['en']?.steps ?? [];
  if (!step) throw new Error('the lesson has no step');
  return step;
}

/** The problems of a course, `file:line: message` each; none where it compiles. */
export function problemsOf(...sources: LessonSource[]): string[] {
  try {
    compileCourse(sources, options);
    return [];
  } catch (error) {
    if (!(error instanceof LessonError)) throw error;
    return error.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  }
}
