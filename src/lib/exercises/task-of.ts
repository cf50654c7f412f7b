import type { Exercise } from '$lib/notebook';
import type { Trace } from '$lib/nn';
import { placeText, searchOf, searchSlips, type SearchName } from './find';
import { formulaRules, type FormulaRuleName } from './formulas';
import { judgeFormula } from './formulas/rule';
import { judgeLine, textOfHtml } from './mend';
import {
  drawRectangle,
  judgeKernel,
  kernelSide,
  paintRules,
  pictureOf,
  type PaintRuleName,
} from './paint';
import { printFormula } from './expression';
import { placeTask } from './places/task';
import { randomFrom } from './random';
import { judgeText, settingOf, type Rule } from './rule';
import { rules, type RuleName } from './rules';
import { cellText, judgeRow, tables, type TableName } from './table';
import type { Task } from './task';

/** What of an exercise its task is made of. */
type Written = Pick<Exercise, 'kind' | 'rule' | 'items'> &
  Partial<Pick<Exercise, 'tensor' | 'digit' | 'code' | 'line'>>;

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The rule of an exercise; the build has checked its name. */
export const ruleOf = ({ rule }: Pick<Exercise, 'rule'>): Rule => rules[rule as RuleName];

function computedTask(exercise: Written, seed: number): Task {
  const rule = ruleOf(exercise);
  const setting = settingOf(rule, seed);
  const values = rule.answer(setting).map((value) => `${Number(value.toPrecision(6))}`);
  return {
    setting,
    order: [],
    isReady: true,
    blank: [''],
    right: [values.join(' × ')],
    judge: ([text = '']) => judgeText(rule, setting, text),
  };
}

/** One or several of the written answers; what is wrongly chosen is said before what is missing. */
function choiceTask({ items }: Written, seed: number): Task {
  const right = inOrder(items.length)
    .filter((i) => items[i].right)
    .map(String);
  return {
    setting: {},
    order: randomFrom(seed).order(items.length),
    isReady: true,
    blank: [],
    right,
    judge(answer) {
      const wrong = answer.find((place) => !right.includes(place));
      if (wrong !== undefined) return { is: 'slip', slip: wrong };
      if (answer.length === 0) return { is: 'unread' };
      return { is: answer.length === right.length ? 'right' : 'wrong' };
    },
  };
}

/** The written answers, to be put in their order; a slip's name is how many stand right at the beginning. */
function orderTask({ items }: Written, seed: number): Task {
  const right = inOrder(items.length);
  const random = randomFrom(seed);
  let order = random.order(items.length);
  while (order.every((place, i) => place === i)) order = random.order(items.length);
  return {
    setting: {},
    order,
    isReady: true,
    blank: order.map(String),
    right: right.map(String),
    judge(answer) {
      const first = right.findIndex((place) => answer[place] !== String(place));
      return first === -1 ? { is: 'right' } : { is: 'slip', slip: String(first) };
    },
  };
}

/** The numbers of the lines that an answer about code names, from 1. */
const linesOf = (label: string) => label.split(/\s*[,、]\s*/);

/** One line of code; a slip's name is the place of the written answer that names the line. */
function bugTask({ items }: Written): Task {
  const right = items.find((item) => item.right);
  return {
    setting: {},
    order: [],
    isReady: true,
    blank: [],
    right: right ? linesOf(right.label).slice(0, 1) : [],
    judge([line]) {
      if (line === undefined) return { is: 'unread' };
      const found = items.findIndex(({ label }) => linesOf(label).includes(line));
      if (found === -1) return { is: 'wrong' };
      return items[found].right ? { is: 'right' } : { is: 'slip', slip: String(found) };
    },
  };
}

/** One text for each layer; a slip's name begins with the first layer that is not right: `2:noDepth`, `3:wrong`. */
function tableTask({ rule }: Written, seed: number): Task {
  const table = tables[rule as TableName](randomFrom(seed));
  return {
    setting: { side: table.side },
    order: [],
    table,
    isReady: true,
    blank: table.rows.map(() => ''),
    right: table.rows.map((row) => cellText(row[row.asked])),
    judge(answer) {
      const verdicts = table.rows.map((row, i) => judgeRow(row, answer[i] ?? ''));
      const first = verdicts.findIndex(({ is }) => is !== 'right');
      if (first === -1) return { is: 'right' };
      const verdict = verdicts[first];
      return { is: 'slip', slip: `${first}:${verdict.is === 'slip' ? verdict.slip : verdict.is}` };
    },
  };
}

/** A cell of a figure, `2,5`. */
function findTask({ rule }: Written, seed: number): Task {
  const search = searchOf(rule as SearchName, seed);
  const right = placeText(search.right);
  return {
    setting: search.setting,
    order: [],
    figure: search.figure,
    isReady: true,
    blank: [],
    right: [right],
    judge([place]) {
      if (place === undefined) return { is: 'unread' };
      if (place === right) return { is: 'right' };
      const slip = searchSlips(search).find(([, other]) => placeText(other) === place)?.[0];
      return slip ? { is: 'slip', slip } : { is: 'wrong' };
    },
  };
}

/** A formula in the letters of the question. */
function formulaTask({ rule: name }: Written): Task {
  const rule = formulaRules[name as FormulaRuleName];
  return {
    setting: {},
    order: [],
    isReady: true,
    blank: [''],
    right: [printFormula(rule.right)],
    judge: ([text = '']) => judgeFormula(rule, text),
  };
}

/** The weights of a kernel, one text for each, row by row. */
function paintTask({ rule: name }: Written, seed: number): Task {
  const rule = paintRules[name as PaintRuleName];
  return {
    setting: {},
    order: [],
    picture: pictureOf(drawRectangle(randomFrom(seed))),
    isReady: true,
    blank: Array.from({ length: kernelSide ** 2 }, () => '0'),
    right: rule.kernel.map(String),
    judge: (answer) => judgeKernel(rule, answer, seed),
  };
}

/** A line of code, written anew; a slip's name is the place of the written answer that has it. */
function mendTask({ items, code = [], line = 1 }: Written): Task {
  const before = textOfHtml(code[line - 1] ?? '');
  const right = items.find((item) => item.right);
  return {
    setting: {},
    order: [],
    isReady: true,
    blank: [before.trim()],
    right: [right ? textOfHtml(right.label) : ''],
    judge: ([text = '']) => judgeLine(items, before, text),
  };
}

/** What a seed makes of an exercise; where its answer is a number of a network, its trace is needed to judge. */
export function taskOf(exercise: Written, seed: number, trace?: Trace): Task {
  switch (exercise.kind) {
    case 'number':
    case 'shape':
      return computedTask(exercise, seed);
    case 'choice':
    case 'ticks':
      return choiceTask(exercise, seed);
    case 'order':
      return orderTask(exercise, seed);
    case 'table':
      return tableTask(exercise, seed);
    case 'find':
      return findTask(exercise, seed);
    case 'bug':
      return bugTask(exercise);
    case 'formula':
      return formulaTask(exercise);
    case 'paint':
      return paintTask(exercise, seed);
    case 'mend':
      return mendTask(exercise);
    case 'place':
      return placeTask(exercise, seed, trace);
  }
}
