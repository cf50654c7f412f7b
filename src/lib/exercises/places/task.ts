import type { Exercise } from '$lib/notebook';
import { formatRef, hasRef, refShape, type Ref, type Trace } from '$lib/nn';
import { randomFrom } from '../random';
import type { Setting, Verdict } from '../rule';
import type { Task } from '../task';
import { placeRules, type PlaceRuleName } from '.';
import { firstOf, isIn, readPattern, readPlace } from './pattern';
import type { PlaceRule } from './rule';
import type { Scene } from './scene';

type Written = Pick<Exercise, 'rule' | 'items' | 'tensor' | 'digit'>;

const isSame = (a: Ref, b: Ref) => formatRef(a) === formatRef(b);

/** The text of a written answer: its label is HTML. */
const textOf = (label: string) => label.replaceAll(/<[^>]*>/g, '').trim();

/** What a number is that an answer names. */
type Judge = (found: Ref, trace: Trace) => Verdict;

function taskWith(
  scene: Scene,
  setting: Setting,
  trace: Trace | undefined,
  right: (trace: Trace) => Ref,
  judge: Judge,
): Task {
  return {
    setting,
    order: [],
    scene,
    isReady: trace !== undefined,
    blank: [''],
    right: trace ? [formatRef(right(trace))] : [''],
    judge([text = '']) {
      const found = trace && readPlace(text, scene.tensor, trace);
      return trace && found ? judge(found, trace) : { is: 'unread' };
    },
  };
}

/** A number that a rule draws. */
function drawnTask(rule: PlaceRule, seed: number, trace: Trace | undefined): Task {
  const setting = rule.draw(randomFrom(seed));
  const { tensor, weights } = rule;
  return taskWith(
    { tensor, weights, digit: setting.digit },
    setting,
    trace,
    (known) => rule.right(setting, known)[0],
    (found, known) => {
      if (rule.right(setting, known).some((ref) => isSame(ref, found))) return { is: 'right' };
      const slip = Object.entries(rule.slips).find(([, lead]) =>
        lead(setting, known).some((ref) => hasRef(known, ref) && isSame(ref, found)),
      )?.[0];
      return slip ? { is: 'slip', slip } : { is: 'wrong' };
    },
  );
}

/** Numbers that the lesson names; a slip's name is the place of the written answer that has it. */
function writtenTask({ items, tensor = '', digit = 0 }: Written, trace: Trace | undefined): Task {
  const patterns = items.map(({ label, right }) => ({
    pattern: readPattern(textOf(label)),
    right,
  }));
  const example = patterns.find(({ right }) => right)?.pattern;
  return taskWith(
    { tensor, digit, weights: 'trained' },
    {},
    trace,
    (known) =>
      example ? firstOf(example) : { tensor, index: refShape(known, tensor).map(() => 0) },
    (found) => {
      const at = patterns.findIndex(({ pattern }) => pattern && isIn(found, pattern));
      if (at === -1) return { is: 'wrong' };
      return patterns[at].right ? { is: 'right' } : { is: 'slip', slip: String(at) };
    },
  );
}

/** A number to be found in a network; `trace` is that of its search, once there is one. */
export function placeTask(exercise: Written, seed: number, trace: Trace | undefined): Task {
  return exercise.rule
    ? drawnTask(placeRules[exercise.rule as PlaceRuleName], seed, trace)
    : writtenTask(exercise, trace);
}
