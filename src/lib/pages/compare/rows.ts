import { activationPart, type Layer, type Network } from '$lib/network';
import { layerTable, type LayerRow } from '$lib/views/network/layer-table';

/** A layer of one network: what it does, makes and costs. */
export interface ComparedLayer extends LayerRow {
  /** The function that its numbers go through, by its kind. */
  readonly through?: string;
}

/** A layer that both networks have, by its name, in both. */
export interface ComparedRow {
  readonly name: string;
  readonly then: ComparedLayer;
  readonly now: ComparedLayer;
}

const functionOf = ({ layers }: Network, name: string): string | undefined => {
  const layer: Layer | undefined = layers.find(
    (each) => each.name === `${name}.${activationPart}`,
  )?.layer;
  return layer?.kind === 'activation' ? layer.name : undefined;
};

/** Two networks of the LeNet family, layer beside layer. Throws where they differ in their layers' names. */
export function comparedRows(then: Network, now: Network): ComparedRow[] {
  const [one, other] = [layerTable(then).rows, layerTable(now).rows];
  return one.map((row, at) => {
    const beside = other.at(at);
    if (beside?.name !== row.name) throw new Error(`comparedRows: no ${row.name} on both sides`);
    return {
      name: row.name,
      then: { ...row, through: functionOf(then, row.name) },
      now: { ...beside, through: functionOf(now, row.name) },
    };
  });
}
