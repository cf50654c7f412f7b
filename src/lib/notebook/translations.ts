import type { RootContent } from 'mdast';
import { codeGroupFingerprint, isCodeGroup } from './code-group';
import { exerciseFingerprint, isExercise } from './exercise';
import type { Report } from './problem';
import type { StepSource } from './steps';

type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

function cellFingerprint({ name, attributes }: LeafDirective): string {
  const sorted = Object.entries(attributes ?? {})
    .map(([attribute, value]) => `${attribute}=${value}`)
    .sort();
  return `::${name}{${sorted.join(' ')}}`;
}

/** What must not differ between languages in a block: a cell with its attributes, a box, a question, an exercise. */
function fingerprint(block: RootContent): string | undefined {
  if (block.type === 'leafDirective') return cellFingerprint(block);
  if (isCodeGroup(block)) return codeGroupFingerprint(block, cellFingerprint);
  if (isExercise(block)) return exerciseFingerprint(block);
  return block.type === 'containerDirective' ? `:::${block.name}` : undefined;
}

/** Reports where one step's cells and boxes are not the original's, in the original's order. */
function compareStep(original: StepSource, translation: StepSource, report: Report): void {
  const expected = original.content.flatMap((block) => fingerprint(block) ?? []);
  const blocks = translation.content.filter((block) => fingerprint(block) !== undefined);
  const count = Math.max(expected.length, blocks.length);
  for (let index = 0; index < count; index += 1) {
    const block = blocks[index];
    const actual = block && fingerprint(block);
    if (actual === expected[index]) continue;
    report(
      block ?? translation.heading,
      `step "${original.id}" has ${actual ?? 'nothing'} where the original has ${expected[index] ?? 'nothing'}`,
    );
    return;
  }
}

/** Reports where a translation has not the original's steps and cells, in the original's order. */
export function compareTranslation(
  original: readonly StepSource[],
  translation: readonly StepSource[],
  report: Report,
): void {
  const translated = new Map(translation.map((step) => [step.id, step]));
  const known = new Set(original.map(({ id }) => id));
  for (const { id, heading } of translation) {
    if (!known.has(id)) report(heading, `step "${id}" is not in the original`);
  }
  for (const step of original) {
    const counterpart = translated.get(step.id);
    if (counterpart) compareStep(step, counterpart, report);
    else report({ line: 1 }, `step "${step.id}" is missing`);
  }
  const order = translation.filter(({ id }) => known.has(id));
  const expected = original.filter(({ id }) => translated.has(id));
  const misplaced = order.find(({ id }, index) => id !== expected[index]?.id);
  if (misplaced) report(misplaced.heading, `step "${misplaced.id}" stands in another place`);
}
