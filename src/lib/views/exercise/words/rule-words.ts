import type { rules, RuleName } from '$lib/exercises';

type SettingOf<Name extends RuleName> = ReturnType<(typeof rules)[Name]['draw']>;

/** A sentence, or one made of the numbers that were drawn. */
type Sentence<Name extends RuleName> = string | ((setting: SettingOf<Name>) => string);

/**
 * What is said about a rule: the sentence that answers each of its slips, two hints, and how it is done,
 * before the calculation itself.
 */
export type RuleWords<Name extends RuleName> = Record<
  keyof (typeof rules)[Name]['slips'] | 'hint1' | 'hint2' | 'solution',
  Sentence<Name>
>;
