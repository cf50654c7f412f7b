import { writeNetwork } from '$lib/network';
import { presetNetwork, type PresetId } from '$lib/network/presets';
import { recipes } from './recipes';
import type { Settings } from './settings';

/**
 * He et al.'s comparison (2015) on digits: two epochs of 10,000, the same for every network. Of the 2,000
 * unseen digits plain 32 layers had 66 to 81% over seven seeds, residual ones 94.7 to 95.5% over three,
 * plain ones started at the identity 92.9 to 94.8%.
 */
const deep = (id: PresetId): Settings => ({
  ...recipes.oneCycle,
  data: 'medium',
  batchSize: 32,
  lr: 0.01,
  weightDecay: 0,
  shift: 0,
  initialization: 'heNormal',
  network: writeNetwork(presetNetwork(id)),
});

const onAThousand: Settings = { ...recipes.article, data: 'mini', batchSize: 10 };

/** Two runs that are worth seeing side by side. */
export const pairs = {
  /** The article's rate against one that is fifty times as large. */
  rates: [onAThousand, { ...onAThousand, lr: 0.05 }],
  /** The same layers, without and with the additions. */
  residual: [deep('plain32'), deep('residual32')],
  /** The same plain layers, started by He's rule and at the identity: it was the start that mattered. */
  identity: [deep('plain32'), deep('plain32-identity')],
} as const satisfies Record<string, readonly [Settings, Settings]>;

/** The name of such a pair. */
export type PairName = keyof typeof pairs;
