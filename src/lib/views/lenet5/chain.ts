import {
  grow,
  measureLayer,
  pixelFields,
  type Layer,
  type Measure,
  type Reason,
  type Shape,
} from '$lib/arithmetic';

/** A layer of a network under the name that the paper gives it: `c1`. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** What a layer of a network reads, makes and costs for one sample. */
export interface ChainRow extends NamedLayer {
  readonly input: Shape;
  readonly measure: Measure;
  /** How many pixels of the picture one of its units sees, from side to side. */
  readonly sight: number;
}

/** Layers one after another: a row for each that its input allows, and why the next one is not there. */
export interface Chain {
  readonly rows: readonly ChainRow[];
  readonly problem?: { readonly name: string; readonly reason: Reason };
}

/** Sends the shape of a picture through layers. */
export function measureChain(layers: readonly NamedLayer[], picture: Shape): Chain {
  const rows: ChainRow[] = [];
  let input = picture;
  let fields = pixelFields;
  for (const { name, layer } of layers) {
    const result = measureLayer(layer, input);
    if (!result.ok) return { rows, problem: { name, reason: result.reason } };
    fields = grow(fields, layer, [input[1], input[2]]);
    rows.push({ name, layer, input, measure: result.value, sight: fields[1].size });
    input = result.value.output;
  }
  return { rows };
}

/** A column of the table added up: all parameters of a network, say. */
export function totalOf(
  { rows }: Chain,
  column: 'parameters' | 'connections' | 'multiplyAdds',
): number {
  return rows.reduce((sum, { measure }) => sum + measure[column], 0);
}
