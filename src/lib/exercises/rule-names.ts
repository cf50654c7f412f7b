import type { CourseOptions } from '$lib/notebook';
import { formulaRules } from './formulas';
import { searches, searchOf, type SearchName } from './find';
import { paintRules } from './paint';
import { placeRules, type PlaceRule } from './places';
import { randomFrom } from './random';
import { settingOf, type Rule } from './rule';
import { rules } from './rules';
import { tables } from './table';

/** The rules of a form, each with the names of the numbers that it draws. */
const ofForm = (form: Rule['form']) =>
  Object.fromEntries(
    Object.entries<Rule>(rules)
      .filter(([, rule]) => rule.form === form)
      .map(([name, rule]) => [name, Object.keys(settingOf(rule, 0))]),
  );

/** Names of rules that draw no numbers. */
const undrawn = (named: object) =>
  Object.fromEntries(Object.keys(named).map((name): [string, string[]] => [name, []]));

/** What a lesson's exercises may name. */
export const ruleNames: CourseOptions['rules'] = {
  number: ofForm('number'),
  shape: ofForm('sizes'),
  table: Object.fromEntries(Object.keys(tables).map((name) => [name, ['side']])),
  find: Object.fromEntries(
    (Object.keys(searches) as SearchName[]).map((name) => [
      name,
      Object.keys(searchOf(name, 0).setting),
    ]),
  ),
  formula: undrawn(formulaRules),
  paint: undrawn(paintRules),
  place: Object.fromEntries(
    Object.entries<PlaceRule>(placeRules).map(([name, rule]) => [
      name,
      Object.keys(rule.draw(randomFrom(0))),
    ]),
  ),
};
