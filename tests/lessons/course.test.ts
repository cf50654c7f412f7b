import { beforeAll, describe, expect, it } from 'vitest';
import type { CourseLesson, Segment } from '$lib/notebook';
import { values } from '$lib/cells/values';
import { movedLessons, movedStep } from '$lib/views/course/moved';
import { compileLessons, readLessons } from '../../scripts/lessons/compile';

const root = process.cwd();
const sources = readLessons(root);

/** Cells that are no pictures. */
const code = ['code', 'code-group', 'script'];
const fields = ['calculator', 'formula', 'network-calculator', 'update-count'];

/** The addresses that teachers link to. */
const firstAddresses = [
  'network',
  'convolution',
  'c1',
  's2',
  'c3',
  's4',
  'c5',
  'f6',
  'output',
  'training',
];

let course: CourseLesson[];
beforeAll(async () => {
  course = await compileLessons(root);
}, 300_000);

const segmentsOf = (lesson: CourseLesson, language: string): readonly Segment[] =>
  lesson.translations[language]?.steps.flatMap(({ segments }) => segments) ?? [];

describe('the course', () => {
  it('keeps the addresses of its first lessons, in their order', () => {
    const slugs = course.map(({ slug }) => slug);
    expect(slugs.filter((slug) => firstAddresses.includes(slug))).toEqual(firstAddresses);
  });

  it('has what came apart where the former addresses lead', () => {
    const [steps, exercises] = [new Set<string>(), new Set<string>()];
    for (const { slug, translations } of course) {
      for (const { id, segments } of translations['en']?.steps ?? []) {
        steps.add(`${slug}#${id}`);
        for (const part of segments) {
          if (part.kind === 'exercise') exercises.add(`${slug}/${part.exercise.id}`);
        }
      }
    }
    const slugs = course.map(({ slug }) => slug);
    for (const [former, moved] of Object.entries(movedLessons)) {
      expect(slugs).not.toContain(former);
      expect(slugs).toContain(movedStep(former, 'no-such-step'));
      for (const address of Object.values(moved.steps)) expect([...steps]).toContain(address);
      for (const key of Object.values(moved.exercises)) expect([...exercises]).toContain(key);
    }
  });

  it('is written in English and Chinese', () => {
    for (const { slug, translations } of course) {
      expect([slug, ...Object.keys(translations)]).toEqual([slug, 'en', 'zh']);
    }
  });
});

describe.each(['en', 'zh'])('every lesson in %s', (language) => {
  it('has a formula, a picture, its code and a question', () => {
    for (const lesson of course) {
      const segments = segmentsOf(lesson, language);
      const cells = segments.flatMap((segment) => (segment.kind === 'cell' ? segment.cell : []));
      const has = {
        formula: segments.some(({ ...s }) => s.kind === 'html' && s.html.includes('"katex')),
        picture: cells.some((cell) => !code.includes(cell) && !fields.includes(cell)),
        code: cells.some((cell) => code.includes(cell)),
        question: segments.some(({ kind }) => kind === 'question'),
      };
      expect({ slug: lesson.slug, ...has }).toEqual({
        slug: lesson.slug,
        formula: true,
        picture: true,
        code: true,
        question: true,
      });
    }
  });
});

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```|`[^`\n]*`|^::.*$/gm, '');
const withoutValues = (text: string) => text.replace(/:value\[[^\]]*\]|\\value\{[^}]*\}/g, '#');

describe('the lessons as they are written', () => {
  /** Numbers of three and more digits that the build can compute; shorter ones are often chosen. */
  const computed = new Set(Object.values(values).filter((value) => /^\d[\d,]{2,}$/.test(value)));

  it.each(sources.map(({ file, text }) => [file, text]))('%s types no computed number', (_file, text) => {
    const typed = (withoutCode(text).match(/(?<![\w.[])\d[\d,]*\d(?![\w\]])/g) ?? []).filter(
      (number) => computed.has(number) || computed.has(Number(number).toLocaleString('en-US')),
    );
    expect(typed).toEqual([]);
  });

  it.each(sources.map(({ file, text }) => [file, text]))('%s types no number into a formula', (_file, text) => {
    // 0, 1 and 2 belong to the algebra; a decimal fraction was chosen, measured or published, as was ⅔.
    const formulas = withoutCode(text).replace(/\\tfrac\{2\}\{3\}|\\text\{[^}]*\}/g, '').match(/\$\$[^$]+\$\$|\$[^$\n]+\$/g) ?? [];
    const typed = formulas.filter((formula) =>
      (withoutValues(formula).match(/[\d.]+/g) ?? []).some((number) => /^(\d{2,}|[3-9])$/.test(number) && !/^[01]+$/.test(number)),
    );
    expect(typed).toEqual([]);
  });

  /** Sizes that nothing computes: what LeCun drew, what a layer could be given. */
  const chosen = ['7 × 12', '1 × 1', '1 × 2', '2 × 2'];

  it.each(sources.map(({ file, text }) => [file, text]))('%s types no product into its prose', (_file, text) => {
    const prose = withoutCode(text).replace(/\$\$[^$]+\$\$|\$[^$\n]+\$/g, '');
    const products = withoutValues(prose).match(/#?\d+ [×·] #?\d+|\d+ × \(|(?<=[×·] )\d+ [×·]|# × \d+|\(\d+ ×/g) ?? [];
    expect(products.filter((product) => !chosen.includes(product))).toEqual([]);
  });
});
