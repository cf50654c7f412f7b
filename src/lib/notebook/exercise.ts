import { toString } from 'mdast-util-to-string';
import type { Code, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import type { Render } from './html';
import {
  exerciseKinds,
  type ExerciseItem,
  type ExerciseKind,
  type WrittenExercise,
} from './lesson';
import type { CourseOptions } from './options';
import type { Report } from './problem';

type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/** Whether a block is an exercise. */
export const isExercise = (
  block: RootContent,
): block is ContainerDirective & { name: 'exercise' } =>
  block.type === 'containerDirective' && block.name === 'exercise';

type Body = 'tasks' | 'steps' | 'code' | 'places' | 'line';

/** What stands below the question of a kind; a kind with nothing there has a rule that computes it. */
const bodies: Readonly<Partial<Record<ExerciseKind, Body>>> = {
  choice: 'tasks',
  ticks: 'tasks',
  order: 'steps',
  bug: 'code',
  place: 'places',
  mend: 'line',
};

/** What stands below a question: nothing where a rule is named by a kind whose answers may be written too. */
const bodyOf = (kind: ExerciseKind, rule: string | undefined): Body | undefined =>
  bodies[kind] === 'places' && rule !== undefined ? undefined : bodies[kind];

const attributesSchema = v.strictObject({
  id: v.pipe(
    v.string('is missing: write `:::exercise{#id kind=…}`'),
    v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens'),
  ),
  kind: v.picklist(exerciseKinds),
  rule: v.optional(v.string()),
  tensor: v.optional(v.string()),
  digit: v.optional(
    v.pipe(v.string(), v.regex(/^\d$/, 'must be a digit from 0 to 9'), v.transform(Number)),
  ),
  line: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d?$/, 'must be a line of the code'), v.transform(Number)),
  ),
  minutes: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([1-9]|1\d)$/, 'must be a whole number below 20'),
      v.transform(Number),
    ),
    '1',
  ),
});

/** The names of the numbers that an exercise's rule draws; none where it has no rule. */
function namesOf(exercise: ContainerDirective, rules: CourseOptions['rules']): readonly string[] {
  const { kind, rule } = exercise.attributes ?? {};
  const ofKind = kind && Object.hasOwn(rules, kind) ? rules[kind as ExerciseKind] : undefined;
  return ofKind && rule && Object.hasOwn(ofKind, rule) ? ofKind[rule] : [];
}

/** Fills `:set[in]` in exercises with the mark `{{in}}`, for which the page puts the number that is drawn. */
export function markSettings(tree: Root, rules: CourseOptions['rules'], report: Report): void {
  for (const exercise of tree.children.filter(isExercise)) {
    const names = namesOf(exercise, rules);
    visit(exercise, 'textDirective', (directive, index, parent) => {
      if (directive.name !== 'set' || !parent || index === undefined) return;
      const name = toString(directive);
      if (!names.includes(name)) {
        report(directive, `exercise: no number "${name}" is drawn: expected ${names.join(', ')}`);
      }
      parent.children[index] = { type: 'text', value: `{{${name}}}` } satisfies PhrasingContent;
    });
  }
}

/** What a translation must have too: the attributes, and which of the answers are right. */
export function exerciseFingerprint(exercise: ContainerDirective): string {
  const { id = '', ...others } = exercise.attributes ?? {};
  const attributes = Object.entries(others).map(([name, value]) => `${name}=${value}`);
  const items = listOf(exercise)?.children ?? [];
  const marks = items.map((item) => {
    const isName = ['bug', 'place', 'mend'].includes(others.kind ?? '');
    const names = isName ? item.children.slice(0, 1).map((label) => toString(label)) : [];
    return `[${item.checked ? 'x' : ' '}]${names.join('')}`;
  });
  return `:::exercise{${[`#${id}`, ...attributes.sort()].join(' ')}}${marks.join('')}`;
}

const listOf = (exercise: ContainerDirective) =>
  exercise.children.find((child): child is List => child.type === 'list');

const withoutParagraph = (html: string) => html.replace(/^<p>(.*)<\/p>$/s, '$1');

/** One answer: its first paragraph is chosen, the rest says why it is right or wrong. */
function readItem(item: ListItem, render: Render): ExerciseItem {
  const [label, ...explanation] = item.children;
  return {
    label: label ? withoutParagraph(render([label])) : '',
    explanation: render(explanation),
    right: item.checked === true,
  };
}

/** Whether several of the written answers may be right. */
const mayBeMany = (kind: ExerciseKind) => ['ticks', 'place', 'mend'].includes(kind);

function checkItems(exercise: ContainerDirective, kind: ExerciseKind, report: Report): void {
  const list = listOf(exercise);
  const items = list?.children ?? [];
  if (bodies[kind] === 'steps') {
    if (!list?.ordered || items.length < 3) {
      report(exercise, 'exercise: expected a numbered list of at least three, in the right order');
    }
    return;
  }
  const right = items.filter(({ checked }) => checked).length;
  const least = ['bug', 'place', 'mend'].includes(kind) ? 1 : 2;
  if (items.length < least || items.some(({ checked }) => typeof checked !== 'boolean')) {
    report(exercise, `exercise: expected a list of at least ${least}, \`- [ ]\` or \`- [x]\``);
  } else if (mayBeMany(kind) ? right === 0 : right !== 1) {
    report(
      exercise,
      `exercise: ${mayBeMany(kind) ? 'at least' : 'exactly'} one answer must be right, \`- [x]\``,
    );
  }
  for (const item of items) {
    if (item.children.length < 2) {
      report(item, 'an answer needs an explanation: a paragraph below it, indented');
    }
  }
}

/** The lines of a block of code, each as HTML; and reports answers that name others. */
function readCode(code: Code, named: readonly Named[], render: Render, report: Report): string[] {
  const lines = render([code])
    .replace(/^<pre[^>]*>(<code>)?/, '')
    .replace(/(<\/code>)?<\/pre>$/, '')
    .split('\n');
  for (const { at, text } of named) {
    const numbers = text.split(/\s*[,、]\s*/).map(Number);
    if (numbers.some((line) => !Number.isInteger(line) || line < 1 || line > lines.length)) {
      report(at, `exercise: "${text}" names no lines of the code: expected 1 to ${lines.length}`);
    }
  }
  return lines;
}

/** Text that names lines of code, and where it stands. */
interface Named {
  readonly at: ListItem | ContainerDirective;
  readonly text: string;
}

/** Reports what an exercise about a number of the network does not say, or says of none that there is. */
function checkPlaces(
  exercise: ContainerDirective,
  { tensor, digit }: { tensor?: string; digit?: number },
  { hasTensor, hasPlaces }: Pick<CourseOptions, 'hasTensor' | 'hasPlaces'>,
  report: Report,
): void {
  if (tensor === undefined || !hasTensor(tensor)) {
    report(exercise, `exercise: attribute "tensor": the network has no tensor "${tensor ?? ''}"`);
  }
  if (digit === undefined) report(exercise, 'exercise: attribute "digit" is missing');
  for (const item of listOf(exercise)?.children ?? []) {
    const text = item.children[0] ? toString(item.children[0]) : '';
    if (!hasPlaces(text)) report(item, `exercise: the network has no numbers "${text}"`);
  }
}

/** Reads an `:::exercise`: what is asked, then what its kind needs. Undefined, and reported, where it cannot be. */
export function readExercise(
  exercise: ContainerDirective,
  options: CourseOptions,
  render: Render,
  report: Report,
): WrittenExercise | undefined {
  const attributes = v.safeParse(attributesSchema, exercise.attributes ?? {});
  if (!attributes.success) {
    for (const { path, message } of attributes.issues) {
      report(exercise, `exercise: attribute "${String(path?.[0].key)}": ${message}`);
    }
    return undefined;
  }
  const { id, kind, rule, minutes, tensor, digit, line } = attributes.output;
  const body = bodyOf(kind, rule);
  const known = options.rules[kind] ?? {};
  if (body && rule !== undefined) report(exercise, `exercise: kind "${kind}" has no rule`);
  else if (!body && (rule === undefined || !Object.hasOwn(known, rule))) {
    report(
      exercise,
      `exercise: unknown rule "${rule ?? ''}": expected ${Object.keys(known).join(', ')}`,
    );
  }
  if (body) checkItems(exercise, kind, report);
  if (body === 'places') checkPlaces(exercise, attributes.output, options, report);
  else if (tensor !== undefined || digit !== undefined) {
    report(exercise, 'exercise: only a written answer in the network has a tensor and a digit');
  }

  if ((body === 'line') !== (line !== undefined)) {
    report(exercise, 'exercise: attribute "line" belongs to kind "mend", and to no other');
  }

  const list = body && listOf(exercise);
  const items = list?.children ?? [];
  const hasCode = body === 'code' || body === 'line';
  const code = hasCode ? exercise.children.find(({ type }) => type === 'code') : undefined;
  if (hasCode && !code) report(exercise, 'exercise: expected a block of code');
  const named: Named[] = line !== undefined ? [{ at: exercise, text: String(line) }] : [];
  if (body === 'code') {
    const labels = items.map((item) => ({ at: item, text: toString(item.children[0]) }));
    named.push(...labels);
  }
  const prompt = exercise.children.filter((child) => child !== list && child !== code);
  if (prompt.length === 0) report(exercise, 'exercise: nothing is asked');
  return {
    id,
    kind,
    rule,
    minutes,
    prompt: render(prompt),
    items: items.map((item) => readItem(item, render)),
    code: code?.type === 'code' ? readCode(code, named, render, report) : [],
    ...(body === 'places' && { tensor, digit }),
    ...(body === 'line' && { line }),
  };
}
