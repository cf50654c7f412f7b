import { measureNetwork, type NetworkStep, type NetworkTotals, type Reason } from '$lib/arithmetic';
import type { Layer, Network } from '$lib/network';

/** What a layer of a network reads, makes and costs for one sample. */
export interface LayerRow extends NetworkStep {
  /** How many pixels of the picture one of its units sees, from side to side. */
  readonly sight: number;
}

/** A network measured layer by layer, and which layer its input does not fit, if so. */
export interface LayerTable {
  readonly rows: readonly LayerRow[];
  readonly totals: NetworkTotals;
  readonly problem?: { readonly name: string; readonly reason: Reason };
}

/** Whether a layer has a row of its own: a function behind another layer costs and changes nothing. */
export const hasRow = ({ layer }: { readonly layer: Layer }) => layer.kind !== 'activation';

/**
 * The table of a network's layers, without the functions behind them. Throws where units of one layer
 * see differently, as behind a transposed convolution.
 */
export function layerTable(network: Pick<Network, 'input' | 'layers'>): LayerTable {
  const { steps, totals, broken } = measureNetwork(network);
  const rows = steps.filter(hasRow).map((step) => {
    const sight = step.fields[1].size;
    if (sight === undefined) throw new Error('layerTable: units that see differently');
    return { ...step, sight };
  });
  if (!broken) return { rows, totals };
  // What is wrong with the picture itself is said of the first layer, which reads it.
  const { name } = network.layers[Math.max(0, broken.index)];
  return { rows, totals, problem: { name, reason: broken.failure.reason } };
}

/** The row of a layer. Throws if there is none of that name. */
export function rowOf({ rows }: LayerTable, name: string): LayerRow {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`rowOf: unknown layer: ${name}`);
  return row;
}
