import {
  counterexample,
  evaluate,
  formulaRules,
  printCalculation,
  printFormula,
  ruleOf,
  slipsOf,
  type Answer,
  type FormulaRule,
  type FormulaRuleName,
  type Setting,
  type TableRow,
  type Task,
  type Verdict,
} from '$lib/exercises';
import type { Exercise } from '$lib/notebook';
import { formatBrief, formatInteger } from '$lib/numbers/print';
import type { Locale } from '$lib/ui/locale';
import { messages } from './messages';
import type { Say } from './words';

/** A drawn or computed number as it is printed. */
export const printNumber = (value: number) =>
  (Number.isInteger(value) ? formatInteger(value) : formatBrief(value, 4)).replace('-', '−');

/** The question with the numbers that were drawn, as HTML. */
export const promptOf = ({ prompt }: Pick<Exercise, 'prompt'>, setting: Setting): string =>
  prompt.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => printNumber(setting[name]));

/** What is said to an answer: plain text, or HTML of the lesson; before it, how its number came about. */
export interface Reply {
  readonly calculations: readonly string[];
  readonly text?: string;
  readonly html?: string;
}

const plainly = (text: string): Reply => ({ calculations: [], text });

/** `160 = 16 · (3 · 3 + 1)`, for each number that is more than itself. */
function calculationsOf(locale: Locale, calculations: readonly string[]): string[] {
  return [...new Set(calculations)].flatMap((calculation) => {
    const value = printNumber(evaluate(calculation) ?? NaN);
    const text = printCalculation(calculation);
    return text === value ? [] : [messages[locale].isCalculation(value, text)];
  });
}

/** What answers a slip against a rule. */
function slipReply(locale: Locale, say: Say, name: string, setting: Setting, slip: string): Reply {
  const found = slipsOf(ruleOf({ rule: name }), setting).find((one) => one.slip === slip);
  return {
    calculations: calculationsOf(locale, found?.calculation ?? []),
    text: say(locale, name, slip, setting),
  };
}

/** What answers the first layer of a table that is not right. */
function rowReply(locale: Locale, say: Say, row: TableRow, slip: string): Reply {
  const t = messages[locale];
  const { rule, setting } = row[row.asked];
  const unread = row.asked === 'shape' ? t.unreadShape : t.unreadNumber;
  const reply =
    slip === 'unread'
      ? plainly(unread)
      : slip === 'wrong'
        ? plainly(t.wrong)
        : slipReply(locale, say, rule, setting, slip);
  return { ...reply, text: t.inLayer(row.name, reply.text ?? '') };
}

const formulaOf = (rule: string): FormulaRule => formulaRules[rule as FormulaRuleName];

/** Where a formula is not right: a setting of its letters, and what it makes there. */
function offSentence(locale: Locale, rule: string, [text = '']: Answer): string {
  const t = messages[locale];
  const found = counterexample(formulaOf(rule), text);
  if (!found) return t.wrong;
  const setting = Object.entries(found.setting).map(
    ([letter, value]) => `${letter} = ${printNumber(value)}`,
  );
  return t.formulaOff(setting.join(', '), printNumber(found.value));
}

/** The sentence that answers an answer. */
export function replyTo(
  locale: Locale,
  say: Say,
  exercise: Exercise,
  task: Task,
  verdict: Verdict,
  answer: Answer,
): Reply {
  const t = messages[locale];
  const { kind, items, rule = '' } = exercise;
  if (verdict.is === 'slip') {
    if (kind === 'order') return plainly(t.rightSoFar(Number(verdict.slip)));
    if (items.length > 0)
      return { calculations: [], html: items[Number(verdict.slip)].explanation };
    if (['find', 'place', 'formula', 'paint'].includes(kind)) {
      return plainly(say(locale, rule, verdict.slip, task.setting));
    }
    if (task.table) {
      const [row, slip] = verdict.slip.split(':');
      return rowReply(locale, say, task.table.rows[Number(row)], slip);
    }
    return slipReply(locale, say, rule, task.setting, verdict.slip);
  }
  if (verdict.is === 'unread') {
    if (kind === 'bug') return plainly(t.unreadLine);
    if (kind === 'find') return plainly(t.unreadCell);
    if (kind === 'formula') return plainly(t.unreadFormula(formulaOf(rule).letters.join(', ')));
    if (kind === 'mend') return plainly(t.unreadMend);
    if (kind === 'place') return plainly(t.unreadPlace);
    if (kind === 'number') return plainly(t.unreadNumber);
    return plainly(kind === 'shape' ? t.unreadShape : t.unreadChoice);
  }
  if (verdict.is === 'right') return plainly('');
  if (kind === 'bug') return plainly(t.wrongLine);
  if (kind === 'find') return plainly(t.wrongCell);
  if (kind === 'mend') return plainly(t.wrongMend);
  if (kind === 'formula') return plainly(offSentence(locale, rule, answer));
  if (kind === 'place') return plainly(t.wrongPlace);
  return plainly(kind === 'ticks' ? t.missing : t.wrong);
}

/** What is said, one after another, to who asks for help. */
export function hintsOf(locale: Locale, say: Say, exercise: Exercise, { setting }: Task): Reply[] {
  const { rule } = exercise;
  if (rule) {
    return ['hint1', 'hint2'].map((hint) => plainly(say(locale, rule, hint, setting)));
  }
  if (exercise.kind !== 'order') return [];
  return [{ calculations: [], html: messages[locale].beginsWith(exercise.items[0].label) }];
}

/** The calculations, or the formula, that an exercise comes to. */
function waysOf({ kind, rule = '' }: Exercise, setting: Setting): string[] {
  if (kind === 'formula') return [printFormula(formulaOf(rule).right)];
  if (kind !== 'number' && kind !== 'shape') return [];
  return [...new Set(ruleOf({ rule }).way(setting))]
    .map((text) => [printCalculation(text), printNumber(evaluate(text) ?? NaN)])
    .map(([text, value]) => (text === value ? text : `${text} = ${value}`));
}

/** How it is done: the calculation with these numbers, or what is said of the right answers. */
export function solutionOf(
  locale: Locale,
  say: Say,
  exercise: Exercise,
  { setting }: Task,
): Reply[] {
  if (exercise.rule) {
    const text = say(locale, exercise.rule, 'solution', setting);
    return [{ text, calculations: waysOf(exercise, setting) }];
  }
  const isList = exercise.kind === 'order';
  return exercise.items
    .filter(({ right }) => right || isList)
    .map(({ label, explanation }, i) => {
      const shown =
        exercise.kind === 'bug' ? '' : `<p><b>${isList ? `${i + 1}. ` : ''}${label}</b></p>`;
      return { calculations: [], html: shown + explanation };
    });
}

/** The rules whose words an exercise needs: its own, and in a table those of its cells. */
export const rulesOf = ({ rule }: Exercise, { table }: Task): string[] => [
  ...(rule ? [rule] : []),
  ...new Set(table?.rows.flatMap(({ shape, parameters }) => [shape.rule, parameters.rule])),
];
