import type { Component } from 'svelte';
import type { CodeProps } from './code/Code.svelte';
import type { FormulaProps } from './formula/prepare';
import type { CellAttributes, CellName } from './schemas';

/** What a cell's component is given: its attributes, or what the build has made of them. */
type CellProps = {
  [Name in Exclude<CellName, 'code' | 'formula'>]: CellAttributes<Name>;
} & { code: CodeProps; formula: FormulaProps };

interface CellEntry<Props extends Record<string, unknown>> {
  readonly load: () => Promise<{ readonly default: Component<Props> }>;
  /** Whether it may be wider than the column of text. */
  readonly wide?: boolean;
}

/** Where the component of each kind of cell is, and how much room it may take. */
const registry: { readonly [Name in CellName]: CellEntry<CellProps[Name]> } = {
  'backward-maps': { load: () => import('./backward-maps/BackwardMaps.svelte'), wide: true },
  calculator: { load: () => import('./layer-calculator/LayerCalculator.svelte') },
  code: { load: () => import('./code/Code.svelte'), wide: true },
  'connection-table': { load: () => import('./connection-table/ConnectionTable.svelte') },
  'feature-maps': { load: () => import('./feature-maps/FeatureMaps.svelte'), wide: true },
  formula: { load: () => import('./formula/FormulaCell.svelte') },
  kernels: { load: () => import('./kernels/Kernels.svelte'), wide: true },
  loss: { load: () => import('./loss/Loss.svelte') },
  'network-calculator': { load: () => import('./lenet5/NetworkCalculator.svelte') },
  'output-codes': { load: () => import('./output-codes/OutputCodes.svelte') },
  probabilities: { load: () => import('./probabilities/Probabilities.svelte') },
  update: { load: () => import('./update/Update.svelte'), wide: true },
  'update-count': { load: () => import('./update-count/UpdateCount.svelte') },
};

/** A kind of cell ready to be shown. */
export interface LoadedCell {
  readonly component: Component<Record<string, unknown>>;
  readonly wide: boolean;
}

/** Loads the components of the cells that a lesson names, and no others. */
export async function loadCells(names: Iterable<string>): Promise<Record<string, LoadedCell>> {
  const loaded = [...new Set(names)].map(async (name): Promise<[string, LoadedCell]> => {
    const { load, wide = false } = registry[name as CellName];
    // The build has checked the properties against this very component's schema.
    const component = (await load()).default as Component<Record<string, unknown>>;
    return [name, { component, wide }];
  });
  return Object.fromEntries(await Promise.all(loaded));
}
