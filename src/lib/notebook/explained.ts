import type { CourseLesson } from './course';
import type { Term } from './glossary';
import { createTermFinder } from './term-finder';

/** A step of a lesson. */
export interface StepPlace {
  readonly slug: string;
  readonly step: string;
}

/**
 * Where a course explains each term, by its id: at the step that the glossary names; else at the first whose title
 * says it; else at the first that marks it. A term that no lesson uses has none. Throws where the glossary names a
 * step that is not there.
 */
export function explainedAt(
  terms: readonly Term[],
  course: readonly CourseLesson[],
  language: string,
): Map<string, StepPlace> {
  const steps = course.flatMap(({ slug, translations }) =>
    translations[language].steps.map((step) => ({ slug, ...step })),
  );
  const find = createTermFinder(terms, language);
  const places = new Map<string, StepPlace>();
  const place = (id: string, { slug, id: step }: { slug: string; id: string }) => {
    if (!places.has(id)) places.set(id, { slug, step });
  };
  for (const { id, at } of terms) {
    if (at === undefined) continue;
    const named = steps.find((step) => `${step.slug}#${step.id}` === at);
    if (!named) throw new Error(`glossary: term "${id}": there is no step "${at}"`);
    place(id, named);
  }
  for (const step of steps) for (const { term } of find(step.title)) place(term.id, step);
  for (const step of steps) {
    for (const segment of step.segments) {
      if (segment.kind !== 'html') continue;
      for (const [, id] of segment.html.matchAll(/#([a-z0-9-]+)" class="term"/g)) {
        place(id, step);
      }
    }
  }
  return places;
}
