import type { CourseOptions } from '$lib/notebook';
import { settingOf, type Rule } from './rule';
import { rules } from './rules';

/** The rules of a form, each with the names of the numbers that it draws. */
const ofForm = (form: Rule['form']) =>
  Object.fromEntries(
    Object.entries<Rule>(rules)
      .filter(([, rule]) => rule.form === form)
      .map(([name, rule]) => [name, Object.keys(settingOf(rule, 0))]),
  );

/** What a lesson's exercises may name. */
export const ruleNames: CourseOptions['rules'] = {
  number: ofForm('number'),
  shape: ofForm('sizes'),
};
