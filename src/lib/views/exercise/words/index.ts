import type { RuleName, SearchName, Setting, TableName } from '$lib/exercises';
import type { Locale } from '$lib/ui/locale';
import {
  averageShare,
  centralDifference,
  onePath,
  probabilityLoss,
  slidInput,
  slidWeight,
  twoPaths,
} from './backward';
import { evenLoss, plainStep, rightScoreGradient, weightUses } from './learning';
import {
  convolution,
  firstConvolution,
  fullConnection,
  maxPooling,
  sparseConvolution,
} from './parameters';
import { confusedCell, pooledCell, scatteredCell, sevenLayers, tapCell } from './figures';
import { batchMean, momentumStep, stepChange, updatesInAll, wrongOnes } from './training';
import type { RuleWords } from './rule-words';
import { connectionShape, convolutionShape, poolingShape, windowCount } from './sizes';

/** What is said about each rule. */
export const ruleWords: { readonly [Name in RuleName]: Record<Locale, RuleWords<Name>> } = {
  'average-share': averageShare,
  'batch-mean': batchMean,
  'central-difference': centralDifference,
  'connection-shape': connectionShape,
  'convolution-parameters': convolution,
  'convolution-shape': convolutionShape,
  'even-loss': evenLoss,
  'first-convolution-parameters': firstConvolution,
  'full-connection-parameters': fullConnection,
  'max-pooling-parameters': maxPooling,
  'momentum-step': momentumStep,
  'one-path': onePath,
  'plain-step': plainStep,
  'pooling-shape': poolingShape,
  'probability-loss': probabilityLoss,
  'right-score-gradient': rightScoreGradient,
  'slid-input': slidInput,
  'slid-weight': slidWeight,
  'sparse-convolution-parameters': sparseConvolution,
  'step-change': stepChange,
  'two-paths': twoPaths,
  'updates-in-all': updatesInAll,
  'weight-uses': weightUses,
  'window-count': windowCount,
  'wrong-ones': wrongOnes,
};

/** What is said about each table and each figure. */
const otherWords = {
  'confused-cell': confusedCell,
  'pooled-cell': pooledCell,
  'scattered-cell': scatteredCell,
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
