import type { Component } from 'svelte';
import type { CodeProps } from './code/Code.svelte';
import type { CellAttributes, CellName } from './schemas';

/** What a cell's component is given: its attributes, or what the build has made of them. */
type CellProps = { [Name in Exclude<CellName, 'code'>]: CellAttributes<Name> } & {
  code: CodeProps;
};

interface CellEntry<Props extends Record<string, unknown>> {
  readonly load: () => Promise<{ readonly default: Component<Props> }>;
  /** Whether it may be wider than the column of text. */
  readonly wide?: boolean;
}

/** Where the component of each kind of cell is, and how much room it may take. */
const registry: { readonly [Name in CellName]: CellEntry<CellProps[Name]> } = {
  calculator: { load: () => import('./layer-calculator/LayerCalculator.svelte') },
  code: { load: () => import('./code/Code.svelte'), wide: true },
  'connection-table': { load: () => import('./connection-table/ConnectionTable.svelte') },
  'network-calculator': { load: () => import('./lenet5/NetworkCalculator.svelte') },
  'output-codes': { load: () => import('./output-codes/OutputCodes.svelte') },
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
