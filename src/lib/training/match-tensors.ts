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

/** What a file has for a network: the tensors by the names that it wants, and the names of those that it does not. */
export interface Matched {
  readonly tensors: ReadonlyMap<string, MatchedTensor>;
  readonly ignored: readonly string[];
}

/**
 * The tensors of a file by the names that a network wants. Where names are others, those of one size
 * and one last word, `weight` say, belong together in the order of the state dict: that of the file or,
 * where that is the alphabet's, as PyTorch's writer leaves it, that of the names with their numbers as
 * numbers. What is like nothing that the network has is left over; what is like one of its tensors and one too
 * many belongs to another network. Or the first tensor that does not fit.
 */
export function matchTensors(stored: Stored, wanted: Wanted): Matched | Mismatch {
  const tensors = inOrder(new Map([...stored].filter(([name]) => !isCounter(name))));
  const file = new Map(tensors);
  const places = [...wanted];
  const byName = places.every(([name, shape]) => fits(file.get(name)?.shape, shape));
  const inGroups = places.map(([name, shape]) => {
    const group = groupOf(name, shape);
    const before = places.slice(
      0,
      places.findIndex(([other]) => other === name),
    );
    const place = before.filter(([other, axes]) => groupOf(other, axes) === group).length;
    return tensors.filter(([other, { shape: axes }]) => groupOf(other, axes) === group)[place];
  });
  const chosen = byName
    ? places.map(([name]) => tensors.find(([other]) => other === name))
    : inGroups;
  const taken = new Set(chosen.map((entry) => entry?.[0]));
  const groups = new Set(places.map(([name, shape]) => groupOf(name, shape)));
  const left = tensors.filter(([name]) => !taken.has(name));
  const foreign = left.find(([name, { shape }]) => groups.has(groupOf(name, shape)));
  const isWhole = chosen.every((entry, at) => entry && fits(entry[1].shape, places[at][1]));
  if (!isWhole) return mismatch(tensors, places);
  if (foreign) return { reason: 'network', tensor: foreign[0], found: foreign[1].shape };
  const matched = places.flatMap(([name], at) => {
    const entry = chosen[at];
    return entry ? [[name, { tensor: entry[0], ...entry[1] }] as const] : [];
  });
  return { tensors: new Map(matched), ignored: left.map(([name]) => name) };
}

/** The first tensor that does not fit: by its name or, where no name is known, by its place. */
function mismatch(
  tensors: readonly (readonly [string, StoredTensor])[],
  places: readonly (readonly [string, readonly number[]])[],
): Mismatch {
  const file = new Map(tensors);
  const isNamed = places.some(([name]) => file.has(name));
  for (const [at, [name, wanted]] of places.entries()) {
    const [tensor, stored] = isNamed ? [name, file.get(name)] : (tensors[at] ?? [name]);
    if (!fits(stored?.shape, wanted)) {
      return { reason: 'network', tensor, found: stored?.shape, wanted };
    }
  }
  return { reason: 'network', tensor: places[0][0], wanted: places[0][1] };
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, axis) => product * axis, 1);

/**
 * Whether a tensor's numbers are those of a wanted one, in the same order: of its shape, or a convolution over the
 * whole of its input, [120, 16, 5, 5], for a full connection, [120, 400], and the other way round.
 */
function fits(found: readonly number[] | undefined, wanted: readonly number[]): boolean {
  if (found?.join() === wanted.join()) return true;
  const axes = [found?.length, wanted.length].sort().join();
  return axes === '2,4' && found?.[0] === wanted[0] && sizeOf(found) === sizeOf(wanted);
}

/** What tensors that may stand for one another have in common: the last word, the first axis, the size. */
const groupOf = (name: string, shape: readonly number[]) =>
  [name.split('.').at(-1), shape[0], sizeOf(shape)].join(' ');

/** The tensors of a file in the order of the state dict, as far as the file tells it. */
function inOrder(stored: Stored): (readonly [string, StoredTensor])[] {
  const entries = [...stored];
  const names = entries.map(([name]) => name);
  if (names.join('\n') !== names.toSorted().join('\n')) return entries;
  const collator = new Intl.Collator('en', { numeric: true });
  return entries.toSorted(([one], [other]) => collator.compare(one, other));
}
