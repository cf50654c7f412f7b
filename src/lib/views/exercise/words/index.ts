import type { RuleName, SearchName, Setting, TableName } from '$lib/exercises';
import type { Locale } from '$lib/ui/locale';
import { evenLoss, plainStep, rightScoreGradient, weightUses } from './learning';
import {
  convolution,
  firstConvolution,
  fullConnection,
  maxPooling,
  sparseConvolution,
} from './parameters';
import { pooledCell, sevenLayers, tapCell } from './figures';
import type { RuleWords } from './rule-words';
import { connectionShape, convolutionShape, poolingShape, windowCount } from './sizes';

/** What is said about each rule. */
export const ruleWords: { readonly [Name in RuleName]: Record<Locale, RuleWords<Name>> } = {
  'connection-shape': connectionShape,
  'convolution-parameters': convolution,
  'convolution-shape': convolutionShape,
  'even-loss': evenLoss,
  'first-convolution-parameters': firstConvolution,
  'full-connection-parameters': fullConnection,
  'max-pooling-parameters': maxPooling,
  'plain-step': plainStep,
  'pooling-shape': poolingShape,
  'right-score-gradient': rightScoreGradient,
  'sparse-convolution-parameters': sparseConvolution,
  'weight-uses': weightUses,
  'window-count': windowCount,
};

/** What is said about each table and each figure. */
const otherWords = {
  'pooled-cell': pooledCell,
  'seven-layers': sevenLayers,
  'tap-cell': tapCell,
} satisfies Record<SearchName | TableName, unknown>;

/** What has words: all that an exercise may name. */
export type WordsName = RuleName | SearchName | TableName;

/** One thing that is said about a rule, with the numbers that were drawn. */
export function say(locale: Locale, rule: WordsName, what: string, setting: Setting): string {
  const words = { ...ruleWords, ...otherWords }[rule][locale] as Readonly<
    Record<string, string | ((setting: Setting) => string)>
  >;
  const sentence = words[what];
  return typeof sentence === 'function' ? sentence(setting) : sentence;
}
