import { describe, expect, test } from 'vitest';
import { linkedProps } from '$lib/cells/linked';
import { messages } from '$lib/pages/teach/messages';
import { examples, parameters, plan } from '$lib/pages/teach/plan';
import { cellNames, namesIn, readLessonLink } from '$lib/views/linked/lesson-link';
import { compileLessons } from '../../../scripts/lessons/compile';

describe('the page for teachers', async () => {
  const course = await compileLessons(process.cwd());
  const lessonOf = (address: string) => {
    const url = new URL(address, 'http://localhost');
    const lesson = course.find(({ slug }) => url.pathname === `/lessons/${slug}`)?.translations[
      'en'
    ];
    return { url, lesson };
  };

  test('the plan fills 45 minutes without a gap', () => {
    expect(plan.at(-1)?.until).toBe(45);
    expect(plan.map(({ until }) => until)).toEqual(
      plan.map(({ until }) => until).toSorted((a, b) => a - b),
    );
    for (const { title, text } of plan)
      for (const words of Object.values(messages)) expect(words[title] && words[text]).toBeTruthy();
  });

  test.each([
    ...examples,
    ...parameters.map(({ text }) => `/lessons/${text.includes('calculator') ? 'c1' : 'c3'}${text}`),
  ])('%s opens as it says', (address) => {
    const { url, lesson } = lessonOf(address);
    if (!lesson) throw new Error('there is no such lesson');
    const { link, rejected } = readLessonLink(url.searchParams, namesIn(lesson));
    expect(rejected).toEqual([]);
    for (const [segment, name] of cellNames(lesson)) {
      const set = link.cells[name];
      if (set && segment.kind === 'cell')
        expect(linkedProps(segment.cell, segment.attributes ?? {}, set)).toBeDefined();
    }
    if (url.hash) expect(lesson.steps.map(({ id }) => `#${id}`)).toContain(url.hash);
  });
});
