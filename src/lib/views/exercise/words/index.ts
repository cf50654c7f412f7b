import type {
  FormulaRuleName,
  PaintRuleName,
  PlaceRuleName,
  RuleName,
  SearchName,
  Setting,
  TableName,
} from '$lib/exercises';
import type { Exercise } from '$lib/notebook';
import type { Locale } from '$lib/ui/locale';
import type { FormulaWords, PaintWords, PlaceWords, RuleWords } from './rule-words';

/** Something said in both languages, which is fetched when it is needed. */
type Arriving<Words> = () => Promise<Record<Locale, Words>>;

const from =
  <Module, Name extends keyof Module>(load: () => Promise<Module>, name: Name) =>
  async (): Promise<Module[Name]> =>
    (await load())[name];

const backward = () => import('./backward');
const counting = () => import('./counting');
const figures = () => import('./figures');
const formulas = () => import('./formulas');
const learning = () => import('./learning');
const paintings = () => import('./paint');
const parameters = () => import('./parameters');
const places = () => import('./places');
const reading = () => import('./reading');
const searching = () => import('./find-reading');
const sizes = () => import('./sizes');
const training = () => import('./training');

/** What is said about each rule. */
export const ruleWords: { readonly [Name in RuleName]: Arriving<RuleWords<Name>> } = {
  'convolution-connections': from(counting, 'convolutionConnections'),
  'gated-gradient': from(counting, 'gatedGradient'),
  'softmax-share': from(counting, 'softmaxShare'),
  'subsampling-connections': from(counting, 'subsamplingConnections'),
  'subsampling-parameters': from(counting, 'subsamplingParameters'),
  'table-crosses': from(counting, 'tableCrosses'),
  'whole-map-parameters': from(counting, 'wholeMapParameters'),
  'adam-memory': from(reading, 'adamMemory'),
  'code-distance': from(reading, 'codeDistance'),
  'convolution-products': from(reading, 'convolutionProducts'),
  'first-of-two': from(reading, 'firstOfTwo'),
  'joined-bias': from(reading, 'joinedBias'),
  'kernel-backwards': from(reading, 'kernelBackwards'),
  'normalised-grey': from(reading, 'normalisedGrey'),
  sight: from(reading, 'sight'),
  'average-share': from(backward, 'averageShare'),
  'batch-mean': from(training, 'batchMean'),
  'central-difference': from(backward, 'centralDifference'),
  'connection-shape': from(sizes, 'connectionShape'),
  'convolution-parameters': from(parameters, 'convolution'),
  'convolution-shape': from(sizes, 'convolutionShape'),
  'even-loss': from(learning, 'evenLoss'),
  'first-convolution-parameters': from(parameters, 'firstConvolution'),
  'full-connection-parameters': from(parameters, 'fullConnection'),
  'max-pooling-parameters': from(parameters, 'maxPooling'),
  'momentum-step': from(training, 'momentumStep'),
  'one-path': from(backward, 'onePath'),
  'plain-step': from(learning, 'plainStep'),
  'pooling-shape': from(sizes, 'poolingShape'),
  'probability-loss': from(backward, 'probabilityLoss'),
  'right-score-gradient': from(learning, 'rightScoreGradient'),
  'slid-input': from(backward, 'slidInput'),
  'slid-weight': from(backward, 'slidWeight'),
  'sparse-convolution-parameters': from(parameters, 'sparseConvolution'),
  'step-change': from(training, 'stepChange'),
  'two-paths': from(backward, 'twoPaths'),
  'updates-in-all': from(training, 'updatesInAll'),
  'weight-uses': from(learning, 'weightUses'),
  'window-count': from(sizes, 'windowCount'),
  'wrong-ones': from(training, 'wrongOnes'),
};

/** What is said about each number that is to be found in the network. */
export const placeWords: { readonly [Name in PlaceRuleName]: Arriving<PlaceWords<Name>> } = {
  'closed-gate': from(places, 'closedGate'),
  'growing-score': from(places, 'growingScore'),
  'largest-number': from(places, 'largestNumber'),
  'largest-term': from(places, 'largestTerm'),
  'met-pixel': from(places, 'metPixel'),
  'nearest-rival': from(places, 'nearestRival'),
  'passed-number': from(places, 'passedNumber'),
  'reached-last': from(places, 'reachedLast'),
  'seen-last': from(places, 'seenLast'),
  'strongest-gradient': from(places, 'strongestGradient'),
};

/** What is said about each formula. */
export const formulaWords: { readonly [Name in FormulaRuleName]: Arriving<FormulaWords<Name>> } = {
  'central-difference': from(formulas, 'centralDifference'),
  'chain-rule': from(formulas, 'chainRule'),
  'convolution-parameters': from(formulas, 'convolutionParameters'),
  'cross-entropy-loss': from(formulas, 'crossEntropyLoss'),
  'momentum-step': from(formulas, 'momentumStep'),
  'multiply-adds': from(formulas, 'multiplyAdds'),
  'plain-step': from(formulas, 'plainStep'),
  'receptive-field': from(formulas, 'receptiveField'),
  'score-gradient': from(formulas, 'scoreGradient'),
  'tanh-slope': from(formulas, 'tanhSlope'),
  'update-count': from(formulas, 'updateCount'),
  'window-count': from(formulas, 'windowCount'),
};

/** What is said about a kernel that is painted. */
const paintWords = (name: PaintRuleName) => async (): Promise<Record<Locale, PaintWords>> =>
  (await paintings()).paint[name];

/** What is said about each table and each figure. */
const figureWords = {
  'code-pixel': from(searching, 'codePixel'),
  'flattened-cell': from(searching, 'flattenedCell'),
  'let-through-cell': from(searching, 'letThroughCell'),
  'most-changed-cell': from(searching, 'mostChangedCell'),
  'normalised-cell': from(searching, 'normalisedCell'),
  'window-uses-cell': from(searching, 'windowUsesCell'),
  'confused-cell': from(figures, 'confusedCell'),
  'pooled-cell': from(figures, 'pooledCell'),
  'scattered-cell': from(figures, 'scatteredCell'),
  'seven-layers': from(figures, 'sevenLayers'),
  'tap-cell': from(figures, 'tapCell'),
} satisfies Record<SearchName | TableName, unknown>;

/** What is said about a rule, whose name is another rule's where the exercise is of another kind. */
function wordsOf(kind: Exercise['kind'], rule: string): Arriving<object> | undefined {
  if (kind === 'formula') return formulaWords[rule as FormulaRuleName];
  if (kind === 'paint') return paintWords(rule as PaintRuleName);
  const all: Readonly<Record<string, Arriving<object>>> = {
    ...ruleWords,
    ...placeWords,
    ...figureWords,
  };
  return all[rule];
}

/** One thing that is said about a rule, with the numbers that were drawn. */
export type Say = (locale: Locale, rule: string, what: string, setting: Setting) => string;

/** Fetches what is said about some rules, for an exercise of a kind. */
export async function loadWords(kind: Exercise['kind'], rules: readonly string[]): Promise<Say> {
  const words = new Map(
    await Promise.all(rules.map(async (rule) => [rule, await wordsOf(kind, rule)?.()] as const)),
  );
  return (locale, rule, what, setting) => {
    const said = words.get(rule)?.[locale] as
      Readonly<Record<string, string | ((setting: Setting) => string)>> | undefined;
    const sentence = said?.[what] ?? '';
    return typeof sentence === 'function' ? sentence(setting) : sentence;
  };
}
