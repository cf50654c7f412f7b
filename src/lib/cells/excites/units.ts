import { measureNetwork, patchesOf, type Patch } from '$lib/arithmetic';
import { lenet5Network } from '$lib/network';

/** The layers whose units can be looked at: all that have weights before them, but the scores. */
export const excitedLayers = ['c1', 'c3', 's4', 'c5', 'f6'] as const;
export type ExcitedLayer = (typeof excitedLayers)[number];

const { steps } = measureNetwork(lenet5Network());
const indexOf = (layer: ExcitedLayer) => steps.findIndex(({ name }) => name === layer);

/** How many maps a layer has, or units. */
export const unitsOf = (layer: ExcitedLayer): number => steps[indexOf(layer)].measure.output[0];

/** Whether a layer's units stand in maps. */
export const hasMaps = (layer: ExcitedLayer): boolean =>
  steps[indexOf(layer)].measure.output[1] > 1;

/** The tensor whose numbers are compared: what the layer hands on. */
export const tensorOfLayer = (layer: ExcitedLayer): string =>
  layer === 's4' ? 's4.output' : `${layer}.activation`;

/** The pixels of the 32 × 32 that a unit of a layer sees. */
export const patchSeen = (layer: ExcitedLayer, row: number, column: number): Patch =>
  patchesOf(steps, indexOf(layer), { row, column })[0];
