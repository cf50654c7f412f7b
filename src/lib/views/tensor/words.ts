import type { Locale } from '$lib/ui/locale';
import { isGrad, nameOf, sampleOfState, type Operation, type Place, type Trace } from '$lib/nn';
import { functionName } from './functions';
import { messages } from './messages';

/** A layer's name as the paper prints it: `C3`; `output` stays a word. */
export function layerName(layer: string): string {
  return /^[a-z]\d$/.test(layer) ? layer.toUpperCase() : layer;
}

/** The same in the reader's language: the last layer's name is a word, not a sign. */
export function layerWord(layer: string, locale: Locale): string {
  return layer === 'output' ? messages[locale].output : layerName(layer);
}

/**
 * What a tensor is, in words: `C3 after ReLU`, `gradient: weights of C1`. The trace says which function
 * stands behind a layer; without one it is the article's, ReLU.
 */
export function tensorWords(place: Place, locale: Locale, trace?: Pick<Trace, 'steps'>): string {
  const t = messages[locale];
  const { state } = place;
  const words = plainWords(place, locale, trace);
  if (state === undefined) return words;
  if (isGrad(place)) return t.grad(words);
  return state === 'updated' ? t.updated(words) : stateWords(words, state, locale);
}

/** What the optimiser remembers of a parameter: `momentumBuffer`, or `momentumBuffer.before` the update. */
function stateWords(of: string, state: string, locale: Locale): string {
  const t = messages[locale];
  const sample = sampleOfState(state);
  if (sample !== undefined) return t.sampleCurvature(of, sample);
  if (state === 'curvature' || state === 'meanCurvature' || state === 'stepSize') {
    return t[state](of);
  }
  const [key, when] = state.split('.');
  const known = key === 'momentumBuffer' || key === 'expAvg' || key === 'expAvgSq';
  if (!known) return t.state(of, state);
  return when === 'before' ? t.before(t[key](of)) : t[key](of);
}

/** What a tensor is, as it is read aloud before a place in it: a layer's sums are the layer, `C3`. */
export function spokenTensor(place: Place, locale: Locale, trace?: Pick<Trace, 'steps'>): string {
  const { layer, part, state } = place;
  const isSums = part === 'output' && state === undefined && layer !== 'output';
  return isSums ? layerName(layer) : tensorWords(place, locale, trace);
}

/** The operation that makes a layer's own numbers; undefined without a trace. */
function madeBy(trace: Pick<Trace, 'steps'> | undefined, place: Place) {
  const name = nameOf(place);
  return trace?.steps.find(({ writes }) => writes.includes(name))?.operation.kind;
}

/** Whether a layer measures distances to codes. */
const isOfDistances = (trace: Pick<Trace, 'steps'> | undefined, layer: string) =>
  madeBy(trace, { layer, part: 'output' }) === 'euclideanRbf';

function plainWords(
  { layer, part }: Place,
  locale: Locale,
  trace: Pick<Trace, 'steps'> | undefined,
): string {
  const t = messages[locale];
  const shown = layerWord(layer, locale);
  switch (part) {
    case 'weight':
      return isOfDistances(trace, layer) ? t.codes : t.weight(shown);
    case 'bias':
      return t.bias(shown);
    case 'activation':
      return t.activation(shown, functionName(madeBy(trace, { layer, part }) ?? 'relu') ?? '');
    case 'normalized':
    case 'runningMean':
    case 'runningVar':
    case 'body':
    case 'shortcut':
      return t[part](shown);
    case 'output':
      if (isOfDistances(trace, layer)) return t.distances;
      if (layer === 'output') return t.scores;
      return outputWords(layer, shown, madeBy(trace, { layer, part }), t);
    default:
      return layer in t ? t[layer as 'input' | 'label' | 'loss' | 'probabilities'] : shown;
  }
}

/** What a layer's own numbers are: sums, or what it makes of what it reads. */
function outputWords(
  layer: string,
  shown: string,
  kind: Operation['kind'] | undefined,
  t: (typeof messages)[Locale],
): string {
  if (kind === 'add') return t.sum(shown);
  if (kind === undefined) return /^s\d$/.test(layer) ? t.pooled(shown) : t.sums(shown);
  const sums = kind === 'conv2d' || kind === 'linear' || kind === 'sparseConv2d';
  return sums ? t.sums(shown) : t.pooled(shown);
}

/** A shape as prose has it: `16 × 10 × 10`. */
export function shapeWords(shape: readonly number[]): string {
  return shape.length === 0 ? '1' : shape.join(' × ');
}

/** A number of a tensor in words: where it stands and what it is. */
export function numberWords(
  shape: readonly number[],
  index: readonly number[],
  value: string,
  locale: Locale,
): string {
  const t = messages[locale];
  const [first, second, third, fourth] = index;
  switch (shape.length) {
    case 4:
      return t.cell(t.slice(first, second), third, fourth, value);
    case 3:
      return t.cell(t.channel(first), second, third, value);
    case 2:
      return t.connection(second, first, value);
    case 1:
      return t.unitValue(first, value);
    default:
      return t.single(value);
  }
}
