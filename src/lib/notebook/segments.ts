import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import { isCodeCell, isCodeGroup, readCodeGroup } from './code-group';
import type { Render } from './html';
import { isExercise, readExercise } from './exercise';
import type { Segment, WrittenExercise } from './lesson';
import type { CourseOptions } from './options';
import type { Report } from './problem';
import { readQuestion } from './question';

/** A piece of a step before the exercises of its lesson are counted. */
export type ReadSegment =
  | Exclude<Segment, { kind: 'exercise' }>
  | { readonly kind: 'exercise'; readonly exercise: WrittenExercise };

type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

/** Reports cells that stand inside something else, where no component could be put. */
export function refuseNestedCells(tree: Root, report: Report): void {
  visit(tree, 'leafDirective', (cell, _index, parent) => {
    if (parent?.type === 'root') return;
    const isInGroup = parent?.type === 'containerDirective' && isCodeGroup(parent);
    if (!isInGroup) report(cell, `cell "${cell.name}" must stand on its own`);
    else if (!isCodeCell(cell.name)) report(cell, `cell "${cell.name}" shows no code`);
  });
}

/** Reports cells and exercises whose `id` is that of a step or of another of them. */
export function refuseTakenIds(tree: Root, steps: readonly { id: string }[], report: Report): void {
  const taken = new Set(steps.map(({ id }) => id));
  visit(tree, (cell) => {
    if (cell.type !== 'leafDirective' && cell.type !== 'containerDirective') return;
    const id = cell.attributes?.id;
    if (!id) return;
    if (taken.has(id)) report(cell, `duplicate id "${id}"`);
    taken.add(id);
  });
}

/** A cell with its attributes checked; undefined, and reported, where they are not right. */
function readCell(
  { name, attributes, position }: LeafDirective,
  cells: CourseOptions['cells'],
  report: Report,
): Extract<Segment, { kind: 'cell' }> | undefined {
  const kind = Object.hasOwn(cells, name) ? cells[name] : undefined;
  if (!kind) {
    report({ position }, `unknown cell "${name}"`);
    return undefined;
  }
  const result = v.safeParse(kind.schema, attributes ?? {});
  if (!result.success) {
    for (const { path, message } of result.issues) {
      const attribute = path?.[0].key;
      const where = attribute === undefined ? '' : ` attribute "${String(attribute)}":`;
      report({ position }, `cell "${name}":${where} ${message}`);
    }
    return undefined;
  }
  try {
    if (kind.prepare) return { kind: 'cell', cell: name, props: kind.prepare(result.output) };
    const written = Object.entries(attributes ?? {}).map(([key, value]) => [key, value ?? '']);
    return {
      kind: 'cell',
      cell: name,
      props: result.output,
      attributes: Object.fromEntries(written),
    };
  } catch (error) {
    report({ position }, `cell "${name}": ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** Cuts a step's blocks into cells, questions, exercises, and the prose between them as HTML. */
export function readSegments(
  blocks: readonly RootContent[],
  options: CourseOptions,
  render: Render,
  report: Report,
): ReadSegment[] {
  const segments: ReadSegment[] = [];
  let prose: RootContent[] = [];
  const closeProse = () => {
    if (prose.length > 0) segments.push({ kind: 'html', html: render(prose) });
    prose = [];
  };
  for (const block of blocks) {
    if (block.type === 'leafDirective') {
      closeProse();
      const cell = readCell(block, options.cells, report);
      if (cell) segments.push(cell);
    } else if (block.type === 'containerDirective' && block.name === 'question') {
      closeProse();
      segments.push(readQuestion(block, render, report));
    } else if (isCodeGroup(block)) {
      closeProse();
      const read = (cell: LeafDirective) => readCell(cell, options.cells, report);
      segments.push(readCodeGroup(block, read, render, report));
    } else if (isExercise(block)) {
      closeProse();
      const exercise = readExercise(block, options, render, report);
      if (exercise) segments.push({ kind: 'exercise', exercise });
    } else {
      prose.push(block);
    }
  }
  closeProse();
  return segments;
}
