import * as v from 'valibot';
import { sampleAttributes, wholeNumber } from '$lib/views/sample/schema';
import { excitedLayers, unitsOf } from './units';

const { weights, seed } = sampleAttributes;

/** `::excites{layer=c3 channel=7}`: the nine patches of test digits that make a map or a unit largest. */
export const excitesSchema = v.pipe(
  v.strictObject({
    layer: v.optional(v.picklist(excitedLayers), 'c3'),
    channel: v.optional(wholeNumber(0, 999), '0'),
    weights,
    seed,
  }),
  v.check(
    ({ layer, channel }) => channel < unitsOf(layer),
    'channel must be one of the layer’s maps or units',
  ),
);
