import type {
  FormulaRuleName,
  formulaRules,
  PaintSlip,
  placeRules,
  PlaceRuleName,
  rules,
  RuleName,
} from '$lib/exercises';

/** A sentence, or one made of the numbers that were drawn. */
type Sentence<Setting> = string | ((setting: Setting) => string);

type WordsOf<Rule extends { draw: (random: never) => unknown; slips: object }> = Record<
  Extract<keyof Rule['slips'], string> | 'hint1' | 'hint2' | 'solution',
  Sentence<ReturnType<Rule['draw']>>
>;

/**
 * What is said about a rule: the sentence that answers each of its slips, two hints, and how it is done,
 * before the calculation itself.
 */
export type RuleWords<Name extends RuleName> = WordsOf<(typeof rules)[Name]>;

/** The same about a number that is to be found in the network. */
export type PlaceWords<Name extends PlaceRuleName> = WordsOf<(typeof placeRules)[Name]>;

/** The same about a formula, which draws no numbers. */
export type FormulaWords<Name extends FormulaRuleName> = Record<
  Extract<keyof (typeof formulaRules)[Name]['slips'], string> | 'hint1' | 'hint2' | 'solution',
  string
>;

/** The same about a kernel that is painted. */
export type PaintWords = Record<PaintSlip | 'hint1' | 'hint2' | 'solution', string>;
