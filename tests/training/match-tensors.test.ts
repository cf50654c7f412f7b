import { describe, expect, it } from 'vitest';
import { presetNetwork, type PresetId } from '$lib/network/presets';
import { parameterShapes } from '$lib/training';
import { matchTensors } from '$lib/training/match-tensors';

type Shape = readonly number[];

/** A file's tensors, which hold nothing but their names and shapes. */
const stored = (entries: Iterable<readonly [string, Shape]>) =>
  new Map(
    [...entries].map(([name, shape]) => [name, { dtype: 'F32', shape, bytes: new Uint8Array() }]),
  );

/** Which tensor of the file each wanted name has. */
function found(file: Iterable<readonly [string, Shape]>, wanted: ReadonlyMap<string, Shape>) {
  const matched = matchTensors(stored(file), wanted);
  return 'reason' in matched
    ? matched
    : [...matched].map(([name, { tensor }]) => [name, tensor] as const);
}

const alphabetically = (entries: (readonly [string, Shape])[]) =>
  entries.toSorted(([one], [other]) => (one < other ? -1 : 1));

describe.each(['lenet5', 'residual32', 'plain32'] satisfies PresetId[])('%s', (id) => {
  const wanted = parameterShapes(presetNetwork(id));
  const names = [...wanted.keys()];
  /** As torch.nn.Sequential numbers them: `0.weight`, `3.weight`, … */
  const numbered = [...wanted].map(([name, shape], at) => {
    const part = name.split('.').at(-1);
    return [`${3 * Math.floor(at / 2)}.${part}`, shape] as const;
  });
  const inPlace = names.map((name, at) => [name, numbered[at][0]]);

  it('by names, in any order', () => {
    const reversed = [...wanted].reverse();
    expect(found(reversed, wanted)).toEqual(names.map((name) => [name, name]));
  });

  it('by shapes, in the order of the file', () => {
    const mixed = numbered.map(([name, shape]) => [`z${9 - name.length}.${name}`, shape] as const);
    expect(found(numbered, wanted)).toEqual(inPlace);
    expect(found(mixed.reverse().reverse(), wanted)).toHaveLength(names.length);
  });

  it('by shapes, where PyTorch’s writer has put 10 before 2', () => {
    expect(found(alphabetically(numbered), wanted)).toEqual(inPlace);
  });

  it('one tensor more or less is refused, with what was found and wanted', () => {
    expect(found([...wanted, ['extra.weight', [7]]], wanted)).toEqual({
      reason: 'network',
      tensor: 'extra.weight',
      found: [7],
    });
    const [first] = names;
    expect(found([...wanted].slice(1), wanted)).toEqual({
      reason: 'network',
      tensor: first,
      found: undefined,
      wanted: wanted.get(first),
    });
  });
});

it('batch normalisation: its four vectors are told apart by their names, its counter is left out', () => {
  const maps: Shape = [8];
  const parts = ['weight', 'bias', 'running_mean', 'running_var'];
  const wanted = new Map(parts.map((part) => [`bn1.${part}`, maps]));
  const file = ['bias', 'num_batches_tracked', 'running_mean', 'running_var', 'weight'].map(
    (part) => [`norm.${part}`, part === 'num_batches_tracked' ? [] : maps] as const,
  );
  expect(found(file, wanted)).toEqual(parts.map((part) => [`bn1.${part}`, `norm.${part}`]));
});

it('the same shapes in another network are told by their count', () => {
  const wanted = parameterShapes(presetNetwork('plain20'));
  const other = parameterShapes(presetNetwork('plain32'));
  expect(found(other, wanted)).toMatchObject({ reason: 'network' });
});
