import type { Layer, NamedLayer } from './layer';
import { allLayers } from './network';

/*
 * How layers are called. Networks of the LeNet family have the paper's names: a letter for what a layer
 * does (c convolution, s subsampling, f full connection) and its place. All others have those that
 * PyTorch users give, counted for each kind: `conv1`, `relu1`, `pool1`, `fc1`; inside the first residual
 * block `block1.conv1`, on its shortcut `block1.shortcut.conv1`.
 */

/** A letter for each layer but the activations; `?` for one that the family does not have. */
function letterOf(layer: Layer): string {
  switch (layer.kind) {
    case 'conv':
      return 'C';
    case 'sparse':
      // LeNet-4 subsamples by a table of who sees whom, with windows side by side.
      return layer.kernelSize.join() === layer.stride.join() ? 'S' : 'C';
    case 'maxPool':
    case 'averagePool':
    case 'subsample':
      return 'S';
    case 'linear':
      return 'F';
    case 'rbf':
      return 'R';
    default:
      return '?';
  }
}

/** The paper's names, by the letters of the layers. */
const families: readonly (readonly [letters: RegExp, names: readonly string[]])[] = [
  [/^CSCS[CF]F[FR]$/, ['c1', 's2', 'c3', 's4', 'c5', 'f6', 'output']],
  [/^CSCSF[FR]$/, ['c1', 's2', 'c3', 's4', 'f5', 'output']],
  [/^CSCSF$/, ['c1', 's2', 'c3', 's4', 'output']],
];

/** The word before the number in all other networks. */
const words: Record<Exclude<Layer['kind'], 'activation'>, string> = {
  conv: 'conv',
  sparse: 'conv',
  transposed: 'up',
  maxPool: 'pool',
  averagePool: 'pool',
  globalAveragePool: 'gap',
  subsample: 'pool',
  linear: 'fc',
  rbf: 'rbf',
  batchNorm: 'bn',
  dropout: 'drop',
  residual: 'block',
};

/** The part of a layer's name that says it is the function behind another: `c1.activation`. */
export const activationPart = 'activation';

/** Gives every layer its name, those inside residual blocks too. */
export function nameLayers(layers: readonly Layer[]): NamedLayer[] {
  return paperNames(layers) ?? countedNames(layers, '');
}

/** The paper's names, where each activation belongs to the layer before it. */
function paperNames(layers: readonly Layer[]): NamedLayer[] | undefined {
  const isActivation = ({ kind }: Layer) => kind === 'activation';
  const letters = layers.filter((layer) => !isActivation(layer)).map(letterOf);
  const names = families.find(([pattern]) => pattern.test(letters.join('')))?.[1];
  const lonely = layers.some(
    (layer, at) => isActivation(layer) && (at === 0 || isActivation(layers[at - 1])),
  );
  if (!names || lonely) return undefined;
  let at = -1;
  return layers.map((layer) => {
    if (isActivation(layer)) return { name: `${names[at]}.${activationPart}`, layer };
    at++;
    return { name: names[at], layer };
  });
}

function countedNames(layers: readonly Layer[], before: string): NamedLayer[] {
  const counts = new Map<string, number>();
  return layers.map((layer) => {
    const word = layer.kind === 'activation' ? layer.name.toLowerCase() : words[layer.kind];
    const count = 1 + (counts.get(word) ?? 0);
    counts.set(word, count);
    const name = `${before}${word}${count}`;
    return { name, layer: layer.kind === 'residual' ? namedBlock(layer, name) : layer };
  });
}

function namedBlock(block: Extract<Layer, { kind: 'residual' }>, name: string): Layer {
  const inside = (way: readonly NamedLayer[], before: string) =>
    countedNames(
      way.map(({ layer }) => layer),
      before,
    );
  const body = inside(block.body, `${name}.`);
  if (!block.shortcut) return { ...block, body };
  return { ...block, body, shortcut: inside(block.shortcut, `${name}.shortcut.`) };
}

/**
 * What a PyTorch reader calls the layers in his own script: `conv1` for the paper's c1. By our own names,
 * those inside blocks too.
 */
export function pytorchNames(layers: readonly NamedLayer[]): ReadonlyMap<string, string> {
  const counted = countedNames(
    layers.map(({ layer }) => layer),
    '',
  );
  const theirs = allLayers(counted).map(({ name }) => name);
  return new Map(allLayers(layers).map(({ name }, at) => [name, theirs[at]]));
}
