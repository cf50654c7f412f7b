import type { Root } from 'mdast';
import { fillBoxes } from './boxes';
import { markSettings } from './exercise';
import { readFrontMatter } from './front-matter';
import { createRender } from './html';
import { fillInline, lookUpIn } from './inline';
import type { Lesson, LessonWords, Segment } from './lesson';
import { resolveLinks, type LinkTargets } from './links';
import { markTerms } from './mark-terms';
import { parseMarkdown, refuseForeignMarkdown } from './markdown';
import type { CourseOptions } from './options';
import { LessonError, reportTo, type Problem, type Report } from './problem';
import { readingMinutes } from './reading-time';
import { readSegments, refuseNestedCells, refuseTakenIds, type ReadSegment } from './segments';
import { splitSteps, type StepSource } from './steps';
import { compareTranslation } from './translations';

/** A lesson as it is written. */
export interface LessonSource {
  /** Its folder, which gives its place among the others and its address: `05-c3`. */
  readonly folder: string;
  readonly language: string;
  /** How problems name it: `lessons/05-c3/en.md`. */
  readonly file: string;
  readonly text: string;
}

/** One lesson in every language it is written in; the first language is always there. */
export interface CourseLesson {
  readonly slug: string;
  readonly number: number;
  readonly translations: Readonly<Record<string, Lesson>>;
}

/** A source, read up to the point where the rest of the course must be known. */
interface Draft extends Pick<LessonSource, 'language' | 'file'> {
  readonly slug: string;
  /** What its folder's name begins with: the lessons stand in this order. */
  readonly place: number;
  readonly words: LessonWords | undefined;
  readonly tree: Root;
  readonly steps: readonly StepSource[];
  readonly report: Report;
}

const folderName = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function draft(source: LessonSource, options: CourseOptions, problems: Problem[]): Draft {
  const { folder, language, file, text } = source;
  const report = reportTo(problems, file);
  const [, place = '0', slug = folder] = folderName.exec(folder) ?? [];
  if (place === '0') report({ line: 1 }, `bad folder name "${folder}": expected "05-slug"`);
  const tree = parseMarkdown(text);
  refuseForeignMarkdown(tree, report);
  const lookUp = lookUpIn(options, report);
  const words = readFrontMatter(tree, lookUp, report);
  markSettings(tree, options.rules, report);
  fillInline(tree, options.roles, lookUp, report);
  fillBoxes(tree, report);
  refuseNestedCells(tree, report);
  const steps = splitSteps(tree, report);
  refuseTakenIds(tree, steps, report);
  return { slug, place: Number(place), language, file, words, tree, steps, report };
}

/** Reports places and addresses that are taken twice, and lessons without an original. */
function checkOrder(originals: readonly Draft[], drafts: readonly Draft[]): void {
  originals.forEach((lesson, index) => {
    const before = originals[index - 1];
    if (lesson.place === before?.place) {
      lesson.report({ line: 1 }, `"${before.slug}" has the same place, ${lesson.place}`);
    }
    const twin = originals.findIndex(({ slug }) => slug === lesson.slug);
    if (twin < index) lesson.report({ line: 1 }, `duplicate lesson "${lesson.slug}"`);
  });
  for (const { slug, language, report } of drafts) {
    if (!originals.some((lesson) => lesson.slug === slug)) {
      report({ line: 1 }, `lesson "${slug}" is written in "${language}" only`);
    }
  }
}

function finish(
  lesson: Draft,
  number: number,
  targets: Omit<LinkTargets, 'lessonName'>,
  options: CourseOptions,
): Lesson {
  const { slug, language, tree, steps, words, report } = lesson;
  const lessonName = (other: number) => options.lessonName(language, other);
  resolveLinks(tree, slug, { ...targets, lessonName }, report);
  const minutes = readingMinutes(steps.flatMap(({ content }) => content));
  markTerms(tree, language, options.glossary);
  const render = createRender(options, report);
  const read = steps.map(({ content }) => readSegments(content, options, render, report));
  const exercises = read.flat().filter((part) => part.kind === 'exercise');
  const placed = (part: ReadSegment): Segment => {
    if (part.kind !== 'exercise') return part;
    const place = exercises.indexOf(part) + 1;
    return {
      kind: 'exercise',
      exercise: { ...part.exercise, lesson: slug, place, count: exercises.length },
    };
  };
  return {
    slug,
    number,
    language,
    minutes,
    ...(words ?? { title: slug, kicker: '', lead: '', summary: '' }),
    steps: steps.map(({ id, title }, index) => ({ id, title, segments: read[index].map(placed) })),
  };
}

/**
 * Compiles a whole course, in its order. Throws a `LessonError` that names every problem of every
 * file: unknown cells and values, bad attributes, links that lead nowhere, ids given twice, bad
 * front matter and formulas, and translations whose steps or cells are not the original's.
 */
export function compileCourse(
  sources: readonly LessonSource[],
  options: CourseOptions,
): CourseLesson[] {
  const problems: Problem[] = [];
  const [original] = options.languages;
  const drafts = sources.map((source) => draft(source, options, problems));
  const originals = drafts
    .filter(({ language }) => language === original)
    .sort((a, b) => a.place - b.place);
  checkOrder(originals, drafts);

  const targets = {
    lessons: new Map(
      originals.map(({ slug, steps }, index) => [
        slug,
        { number: index + 1, steps: new Set(steps.map(({ id }) => id)) },
      ]),
    ),
    pages: options.pages,
  };
  const lessons = originals.map((lesson, index) => {
    const number = index + 1;
    const versions = drafts.filter(({ slug }) => slug === lesson.slug);
    for (const version of versions) {
      if (version !== lesson) compareTranslation(lesson.steps, version.steps, version.report);
    }
    return {
      slug: lesson.slug,
      number,
      translations: Object.fromEntries(
        versions.map((version) => [version.language, finish(version, number, targets, options)]),
      ),
    };
  });
  if (problems.length > 0) throw new LessonError(problems);
  return lessons;
}
