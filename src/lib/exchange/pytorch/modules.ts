import { measureChain, windowAlong, type NetworkStep } from '$lib/arithmetic';
import {
  pytorchNames,
  slopeOf,
  waysOf,
  type Layer,
  type NamedLayer,
  type Pair,
  type Shape,
} from '$lib/network';

const pair = ([down, across]: Pair) => (down === across ? `${down}` : `(${down}, ${across})`);

/** A named argument, left out where it has PyTorch's own default. */
const argument = (name: string, value: string, usual: string) =>
  value === usual ? [] : [`${name}=${value}`];

/** The padding as PyTorch takes it: a name, or numbers; `full` is none of its names. */
function paddingOf(layer: Extract<Layer, { kernelSize: Pair }>): string {
  if (layer.padding === 'same' || layer.padding === 'valid') return `"${layer.padding}"`;
  if (layer.padding !== 'full') return pair(layer.padding);
  const [down, across] = ([0, 1] as const).map((axis) => {
    const window = windowAlong({ ...layer, padding: 'full' }, axis);
    return window.ok ? window.value.padding[0] : 0;
  });
  return pair([down, across]);
}

/** The expression that builds one layer. */
export function moduleOf({ layer, input }: Pick<NetworkStep, 'layer' | 'input'>): string {
  const call = (name: string, ...values: readonly (string | number | readonly string[])[]) =>
    `${name}(${values.flat().join(', ')})`;
  const flag = (name: string, value: boolean, usual: boolean) =>
    value === usual ? [] : [`${name}=${value ? 'True' : 'False'}`];

  switch (layer.kind) {
    case 'conv':
    case 'transposed':
      return call(
        layer.kind === 'conv' ? 'nn.Conv2d' : 'nn.ConvTranspose2d',
        input[0],
        layer.outChannels,
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), '1'),
        argument('padding', paddingOf(layer), '0'),
        layer.kind === 'transposed'
          ? argument('output_padding', pair(layer.outputPadding), '0')
          : [],
        argument('dilation', pair(layer.dilation), '1'),
        argument('groups', String(layer.groups), '1'),
        flag('bias', layer.bias, true),
      );
    case 'maxPool':
    case 'averagePool':
      return call(
        layer.kind === 'maxPool' ? 'nn.MaxPool2d' : 'nn.AvgPool2d',
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), pair(layer.kernelSize)),
        argument('padding', paddingOf(layer), '0'),
        argument('dilation', pair(layer.dilation), '1'),
        flag('ceil_mode', layer.ceilMode, false),
      );
    case 'subsample':
      return call(
        'Subsample2d',
        input[0],
        pair(layer.kernelSize),
        pair(layer.stride),
        argument('padding', paddingOf(layer), '0'),
      );
    case 'sparse':
      return call(
        'SparseConv2d',
        `[${layer.table.map((seen) => `[${seen.join(', ')}]`).join(', ')}]`,
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), '1'),
        argument('padding', paddingOf(layer), '0'),
        argument('dilation', pair(layer.dilation), '1'),
        flag('bias', layer.bias, true),
      );
    case 'linear': {
      const features = input[0] * input[1] * input[2];
      return call('nn.Linear', features, layer.outChannels, flag('bias', layer.bias, true));
    }
    case 'rbf':
      return call('EuclideanRbf', input[0] * input[1] * input[2], layer.outChannels);
    case 'batchNorm':
      return call('nn.BatchNorm2d', input[0]);
    case 'globalAveragePool':
      return call('nn.AdaptiveAvgPool2d', 1);
    case 'dropout':
      return call('nn.Dropout', argument('p', String(layer.p), '0.5'));
    case 'residual': {
      const [body, shortcut] = waysOf(layer).map((way) => chainOf(way, input));
      return call('Residual', body, layer.shortcut?.length ? shortcut : []);
    }
    case 'activation':
      if (layer.name === 'ScaledTanh') return 'ScaledTanh()';
      if (layer.name === 'LeakyReLU') {
        return call('nn.LeakyReLU', argument('negative_slope', String(slopeOf(layer)), '0.01'));
      }
      return layer.name === 'Softmax' ? 'nn.Softmax(dim=1)' : `nn.${layer.name}()`;
  }
}

/** The layers of one way through a residual block, which have been measured, each under its name. */
function chainOf(layers: readonly NamedLayer[], input: Shape): string {
  const measured = measureChain(layers, input);
  const names = pytorchNames(layers);
  const entries = measured.ok
    ? measured.value.map((each) => `("${names.get(each.name)}", ${moduleOf(each)})`)
    : [];
  return `[${entries.join(', ')}]`;
}
