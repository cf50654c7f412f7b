import { evaluate, type Values } from '../expression';
import { randomFrom, type Random } from '../random';
import { plainText } from '../read-answer';
import type { Verdict } from '../rule';

/** A formula that is asked for: its letters, and the known wrong ones. */
export interface FormulaRule<Slip extends string = string> {
  /** The letters that it may have, as the question names them. */
  readonly letters: readonly string[];
  /** Values of the letters with which formulas are told apart. */
  draw(random: Random): Values;
  readonly right: string;
  readonly slips: Readonly<Record<Slip, string>>;
}

/** A rule of these slips, which its words must then have too. */
export const defineFormulaRule = <Slip extends string>(rule: FormulaRule<Slip>) => rule;

/** How many settings tell formulas apart: two that agree on all of them are the same. */
const trials = 24;

/** Always the same settings, so that an answer is judged alike on every visit. */
export function trialsOf(rule: FormulaRule): readonly Values[] {
  const random = randomFrom(1998);
  return Array.from({ length: trials }, () => rule.draw(random));
}

/** A formula's values over some settings; undefined where the text is none. */
const valuesOf = (text: string, settings: readonly Values[]) =>
  settings.map((setting) => evaluate(text, setting));

function isSame(a: readonly (number | undefined)[], b: readonly (number | undefined)[]): boolean {
  return a.every((left, i) => {
    const right = b[i];
    if (left === undefined || right === undefined) return left === right;
    return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  });
}

/** The formula that an answer says: what stands behind its last equals sign, in small letters. */
export const formulaText = (text: string): string | undefined =>
  plainText(text)?.split('=').at(-1)?.trim().toLowerCase();

/**
 * What a typed formula is: judged by its values, not by its letters. Every answer is short and has no loops,
 * so that judging one takes no time that would need a bound.
 */
export function judgeFormula(rule: FormulaRule, text: string): Verdict {
  const settings = trialsOf(rule);
  const values = valuesOf(formulaText(text) ?? '', settings);
  if (values.every((value) => value === undefined)) return { is: 'unread' };
  if (isSame(values, valuesOf(rule.right, settings))) return { is: 'right' };
  const slip = Object.entries(rule.slips).find(([, wrong]) =>
    isSame(values, valuesOf(wrong, settings)),
  )?.[0];
  return slip === undefined ? { is: 'wrong' } : { is: 'slip', slip };
}

/** A setting in which a typed formula is not right, and what it makes there; undefined where it is read in none. */
export function counterexample(
  rule: FormulaRule,
  text: string,
): { readonly setting: Values; readonly value: number } | undefined {
  const formula = formulaText(text) ?? '';
  for (const setting of trialsOf(rule)) {
    const [value, right] = [evaluate(formula, setting), evaluate(rule.right, setting)];
    if (value !== undefined && right !== undefined && Math.abs(value - right) > 1e-9) {
      return { setting, value };
    }
  }
  return undefined;
}
