import { evaluate } from './expression';
import { randomFrom, type Random } from './random';
import { readSizes, readValue } from './read-answer';

/** The numbers that a question is set with, by their names. */
export type Setting<Name extends string = string> = Readonly<Record<Name, number>>;

/**
 * What is asked again and again with other numbers: how they are drawn, the right answer, and the slips
 * that lead to known wrong ones. Answers are one number, or the sizes of a shape in PyTorch's order.
 */
export interface Rule<Name extends string = string, Slip extends string = string> {
  readonly form: 'number' | 'sizes';
  draw(random: Random): Setting<Name>;
  /** The right answer, by the closed forms of the notebook. */
  answer(setting: Setting<Name>): readonly number[];
  /** The calculation that comes to it, one for each of its numbers: the worked solution. */
  way(setting: Setting<Name>): readonly string[];
  /** The calculation that each slip makes; undefined where these numbers give no room for it. */
  readonly slips: Readonly<Record<Slip, (setting: Setting<Name>) => readonly string[] | undefined>>;
  /** How far a rounded answer may be from the right one; 0 if not given. */
  readonly tolerance?: number;
}

/** A rule of these names and slips, which its words must then have too. */
export const defineRule = <Name extends string, Slip extends string>(rule: Rule<Name, Slip>) =>
  rule;

/** How an answer was found: right, by a known slip, otherwise wrong, or not to be read at all. */
export type Verdict =
  { readonly is: 'right' | 'wrong' | 'unread' } | { readonly is: 'slip'; readonly slip: string };

/** A shape with its axes of size 1 left out: a batch of one digit, 120 × 1 × 1. */
const withoutOnes = (sizes: readonly number[]) => sizes.filter((size) => size !== 1);

function isClose(rule: Rule, given: readonly number[], expected: readonly number[]): boolean {
  const [left, right] =
    rule.form === 'sizes' ? [withoutOnes(given), withoutOnes(expected)] : [given, expected];
  const slack = (value: number) => (rule.tolerance ?? 0) + 1e-9 * Math.abs(value);
  return (
    left.length === right.length &&
    left.every((value, i) => Math.abs(value - right[i]) <= slack(right[i]))
  );
}

/** What calculations come to. Throws where one of them is none: a rule's own are always right. */
function valuesOf(calculations: readonly string[]): number[] {
  return calculations.map((calculation) => {
    const value = evaluate(calculation);
    if (value === undefined) throw new Error(`exercise: invalid calculation: ${calculation}`);
    return value;
  });
}

/** The slips that tell themselves from the right answer, each with its calculation and its values. */
export function slipsOf(rule: Rule, setting: Setting) {
  const right = rule.answer(setting);
  return Object.entries(rule.slips).flatMap(([slip, calculate]) => {
    const calculation = calculate(setting);
    if (!calculation) return [];
    const values = valuesOf(calculation);
    return isClose(rule, values, right) ? [] : [{ slip, calculation, values }];
  });
}

/** Whether no two slips come to one answer, so that each can be told by its own. */
function isTelling(rule: Rule, setting: Setting): boolean {
  const slips = slipsOf(rule, setting);
  return slips.every(({ values }, i) =>
    slips.slice(0, i).every((other) => !isClose(rule, values, other.values)),
  );
}

/** Draws until two slips no longer coincide; a rule for which none is found in these is no rule. */
const mostDraws = 1000;

/** The setting that a seed draws. */
export function settingOf(rule: Rule, seed: number): Setting {
  const random = randomFrom(seed);
  for (let draws = 0; draws < mostDraws; draws++) {
    const setting = rule.draw(random);
    if (isTelling(rule, setting)) return setting;
  }
  throw new Error('settingOf: invalid rule: two of its slips always coincide');
}

/** What values are, given for an answer. */
export function judgeValues(rule: Rule, setting: Setting, values: readonly number[]): Verdict {
  if (isClose(rule, values, rule.answer(setting))) return { is: 'right' };
  const found = slipsOf(rule, setting).find((slip) => isClose(rule, values, slip.values));
  return found ? { is: 'slip', slip: found.slip } : { is: 'wrong' };
}

/** What a typed answer is. */
export function judgeText(rule: Rule, setting: Setting, text: string): Verdict {
  const value = rule.form === 'number' ? readValue(text) : undefined;
  const values =
    rule.form === 'sizes' ? readSizes(text) : value === undefined ? undefined : [value];
  return values ? judgeValues(rule, setting, values) : { is: 'unread' };
}
