import type { Lesson, Segment } from '$lib/notebook';

/** What a link may leave out of a lesson. */
export const hideable = ['answers', 'code', 'notes', 'exercises'] as const;
export type Hideable = (typeof hideable)[number];

/** What a link says of a lesson, besides the weights: what is set, and what is shown. */
export interface LessonLink {
  /** The attributes of cells that are set otherwise than the lesson writes them, by the cell's name in it. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which sample digit all figures show, if not the lesson's own. */
  readonly digit?: string;
  readonly hide: readonly Hideable[];
  /** The id of the last step that is shown. */
  readonly after?: string;
  /** The one step, exercise or cell that is shown, without the site's frame. */
  readonly only?: string;
}

/** What may be named in a lesson. */
export interface LessonNames {
  readonly steps: readonly string[];
  readonly exercises: readonly string[];
  readonly cells: readonly string[];
}

/** The names of a lesson's cells in its order: `feature-maps`, and the second of its kind `feature-maps-2`. */
export function cellNames({ steps }: Pick<Lesson, 'steps'>): Map<Segment, string> {
  const counts = new Map<string, number>();
  const names = new Map<Segment, string>();
  for (const segment of steps.flatMap(({ segments }) => segments)) {
    if (segment.kind !== 'cell') continue;
    const count = (counts.get(segment.cell) ?? 0) + 1;
    counts.set(segment.cell, count);
    names.set(segment, count === 1 ? segment.cell : `${segment.cell}-${count}`);
  }
  return names;
}

/** All that a link to a lesson may name. */
export function namesIn(lesson: Pick<Lesson, 'steps'>): LessonNames {
  const segments = lesson.steps.flatMap((step) => step.segments);
  return {
    steps: lesson.steps.map(({ id }) => id),
    exercises: segments.flatMap((part) => (part.kind === 'exercise' ? part.exercise.id : [])),
    cells: [...cellNames(lesson).values()],
  };
}

const setting = /^([a-z0-9-]+)\.([a-zA-Z]+)$/;
const longest = 60;

/**
 * What the query of a link to a lesson says, and the parts of it that name nothing there. Values of cells' attributes
 * are checked where the cells are. What others read (`weights`) is passed over.
 */
export function readLessonLink(
  params: URLSearchParams,
  names: LessonNames,
): { link: LessonLink; rejected: string[] } {
  const rejected: string[] = [];
  const cells: Record<string, Record<string, string>> = {};
  const hide: Hideable[] = [];
  const link: { digit?: string; after?: string; only?: string } = {};
  const refuse = (key: string, value: string) => {
    const text = `${key}=${value}`;
    rejected.push(text.length > longest ? `${text.slice(0, longest)}…` : text);
  };

  for (const [key, value] of params) {
    const [, cell, attribute] = setting.exec(key) ?? [];
    if (cell && attribute) {
      if (names.cells.includes(cell)) (cells[cell] ??= {})[attribute] = value;
      else refuse(key, value);
    } else if (key === 'digit') {
      if (/^\d$/.test(value)) link.digit = value;
      else refuse(key, value);
    } else if (key === 'only') {
      if (Object.values(names).some((some: readonly string[]) => some.includes(value)))
        link.only = value;
      else refuse(key, value);
    } else if (key === 'hide') {
      for (const part of value.split(',')) {
        const step = /^after:(.+)$/.exec(part)?.[1];
        const known = hideable.find((name) => name === part);
        if (known) hide.push(known);
        else if (step && names.steps.includes(step)) link.after = step;
        else refuse(key, part);
      }
    }
  }
  return { link: { ...link, cells, hide }, rejected };
}

/** The query `search` with these settings of cells instead of those that it holds; '' or `?…`. */
export function withCells(search: string, cells: LessonLink['cells']): string {
  const params = new URLSearchParams(search);
  for (const key of [...params.keys()]) if (setting.test(key)) params.delete(key);
  for (const [cell, attributes] of Object.entries(cells)) {
    for (const [name, value] of Object.entries(attributes)) params.set(`${cell}.${name}`, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What a link to one figure holds: this cell's settings, the digit and the weights; nothing is hidden. */
export function figureQuery(search: string, cell: string): string {
  const params = new URLSearchParams(search);
  for (const key of [...params.keys()]) {
    const isOther = setting.test(key) && !key.startsWith(`${cell}.`);
    if (isOther || key === 'hide' || key === 'only') params.delete(key);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
