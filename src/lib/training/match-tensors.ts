import type { StoredTensor } from '$lib/formats/safetensors';

/** A tensor of a file under the name that it has there. */
export interface MatchedTensor extends StoredTensor {
  readonly tensor: string;
}

/** Why the tensors of a file are not those of a network. */
export interface Mismatch {
  readonly reason: 'network';
  readonly tensor: string;
  readonly found?: readonly number[];
  readonly wanted?: readonly number[];
}

type Stored = ReadonlyMap<string, StoredTensor>;
type Wanted = ReadonlyMap<string, readonly number[]>;

/** How many batches PyTorch's normalisation has seen: nothing here counts them. */
const isCounter = (name: string) => name.endsWith('num_batches_tracked');

/**
 * The tensors of a file by the names that a network wants. Where names are others, those of one shape
 * and one last word, `weight` say, belong together in the order of the state dict: that of the file or,
 * where that is the alphabet's, as PyTorch's writer leaves it, that of the names with their numbers as
 * numbers. Or the first tensor that fits nothing.
 */
export function matchTensors(
  stored: Stored,
  wanted: Wanted,
): ReadonlyMap<string, MatchedTensor> | Mismatch {
  const tensors = new Map([...stored].filter(([name]) => !isCounter(name)));
  const problem = mismatch(tensors, wanted);
  if (!problem) return match(wanted, (name) => [name, tensors.get(name)]);
  const groups = new Map<string, (readonly [string, StoredTensor])[]>();
  for (const entry of inOrder(tensors)) {
    const group = groupOf(entry[0], entry[1].shape);
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const places = new Map<string, number>();
  const byShape = match(wanted, (name, shape) => {
    const group = groupOf(name, shape);
    const place = places.get(group) ?? 0;
    places.set(group, place + 1);
    return groups.get(group)?.[place] ?? [name, undefined];
  });
  return byShape.size === wanted.size && tensors.size === wanted.size ? byShape : problem;
}

/** Every wanted name that a tensor is found for. */
function match(
  wanted: Wanted,
  find: (name: string, shape: readonly number[]) => readonly [string, StoredTensor | undefined],
): ReadonlyMap<string, MatchedTensor> {
  const found = [...wanted].flatMap(([name, shape]) => {
    const [tensor, stored] = find(name, shape);
    return stored ? [[name, { tensor, ...stored }] as const] : [];
  });
  return new Map(found);
}

/** The first tensor that does not fit by its name; undefined where all do. */
function mismatch(stored: Stored, wanted: Wanted): Mismatch | undefined {
  for (const [tensor, shape] of wanted) {
    const found = stored.get(tensor)?.shape;
    if (found?.join() !== shape.join()) return { reason: 'network', tensor, found, wanted: shape };
  }
  const [foreign] = [...stored].filter(([name]) => !wanted.has(name));
  return foreign && { reason: 'network', tensor: foreign[0], found: foreign[1].shape };
}

const groupOf = (name: string, shape: readonly number[]) =>
  `${name.split('.').at(-1)} ${shape.join()}`;

/** The tensors of a file in the order of the state dict, as far as the file tells it. */
function inOrder(stored: Stored): (readonly [string, StoredTensor])[] {
  const entries = [...stored];
  const names = entries.map(([name]) => name);
  if (names.join('\n') !== names.toSorted().join('\n')) return entries;
  const collator = new Intl.Collator('en', { numeric: true });
  return entries.toSorted(([one], [other]) => collator.compare(one, other));
}
