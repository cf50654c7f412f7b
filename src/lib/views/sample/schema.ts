import * as v from 'valibot';
import { lenet5Network } from '$lib/network';
import { hasRow } from '../network/layer-table';
import { weightChoices } from './weight-choice';

/** A whole number that Markdown wrote, within bounds. */
export function wholeNumber(minimum: number, maximum: number) {
  const message = `must be a whole number from ${minimum} to ${maximum}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,10}$/, message),
    v.transform(Number),
    v.minValue(minimum, message),
    v.maxValue(maximum, message),
  );
}

/**
 * What every figure of a digit may be told: which of the ten sample digits, whose weights it begins with
 * (the reader's own if not given), and the seed of random ones.
 */
export const sampleAttributes = {
  digit: v.optional(wholeNumber(0, 9), '3'),
  weights: v.optional(v.picklist(weightChoices)),
  seed: v.optional(wholeNumber(0, 2 ** 31 - 1), '0'),
};

const layers = lenet5Network().layers.filter(hasRow);

/** The layers of LeNet-5 whose numbers a figure can show. */
export const layerNames = layers.map(({ name }) => name);

/** The layers that have parameters. */
export const parameterLayers = layers
  .filter(({ layer }) => 'bias' in layer)
  .map(({ name }) => name);
