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
    : [...matched.tensors].map(([name, { tensor }]) => [name, tensor] as const);
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

  it('a tensor like none of the network’s is left over, by names and by shapes', () => {
    for (const file of [[...wanted], numbered]) {
      const matched = matchTensors(stored([...file, ['extra.weight', [7]]]), wanted);
      expect(matched).toMatchObject({ ignored: ['extra.weight'] });
      expect(found([...file, ['extra.weight', [7]]], wanted)).toEqual(found(file, wanted));
    }
  });

  it('one more like one of the network’s, or one less, is refused', () => {
    const [, twin] = [...wanted][2];
    const tensor = 'extra.weight';
    expect(found([...wanted, [tensor, twin]], wanted)).toMatchObject({ reason: 'network', tensor });
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

describe('other people’s scripts', () => {
  const wanted = parameterShapes();
  const shapes = [...wanted.values()];
  const layers = (...names: string[]) =>
    names.flatMap((name, at) => [
      [`${name}.weight`, shapes[2 * at]] as const,
      [`${name}.bias`, shapes[2 * at + 1]] as const,
    ]);

  it.each([
    ['0', '3', '7', '9', '11'],
    ['features.0', 'features.3', 'classifier.0', 'classifier.2', 'classifier.4'],
    ['net.0', 'net.3', 'net.7', 'net.9', 'net.11'],
    ['module.conv1', 'module.conv2', 'module.fc1', 'module.fc2', 'module.fc3'],
    ['convLayer1', 'convLayer2', 'fullLayer1', 'fullLayer2', 'fullLayer3'],
    ['c1', 'c3', 'c5', 'f6', 'output'],
  ])('%s, %s, %s, %s, %s', (...names) => {
    const file = layers(...names);
    const tensors = file.map(([name]) => name);
    expect(found(file, wanted)).toEqual([...wanted.keys()].map((name, at) => [name, tensors[at]]));
    expect(found(alphabetically(file), wanted)).toEqual(found(file, wanted));
  });

  it('C5 as a convolution over all of S4 holds the same numbers', () => {
    const file = layers('c1', 'c3', 'c5', 'f6', 'output').map(
      ([name, shape]) => [name, name === 'c5.weight' ? [120, 16, 5, 5] : shape] as const,
    );
    expect(found(file, wanted)).toContainEqual(['fc1.weight', 'c5.weight']);
  });

  it('a file whose C1 has no border: the shapes that differ', () => {
    const file = layers('0', '3', '7', '9', '11').map(
      ([name, shape]) => [name, name === '7.weight' ? [120, 256] : shape] as const,
    );
    expect(found(file, wanted)).toEqual({
      ...{ reason: 'network', tensor: '7.weight', found: [120, 256], wanted: [120, 400] },
    });
  });
});
