import { measureNetwork } from '$lib/arithmetic';
import type { Network } from '$lib/network';
import { preambleOf } from './definitions';
import { linesOf } from './sequential';

/**
 * `model.py`: a function `build` that makes the network as an `nn.Sequential` of modules with the names that
 * weights files have, and the shape it reads. Torch alone is imported.
 */
export function modelFile(network: Network): string {
  const { steps } = measureNetwork(network);
  const { classes } = preambleOf(steps.map(({ layer }) => layer));
  const lines = linesOf(steps);
  // Scores are a row of numbers, whatever the last layer makes.
  const { shape } = lines.at(-1) ?? { shape: network.input };
  if (shape.length > 1) {
    const features = shape.reduce((product, axis) => product * axis, 1);
    lines.push({ name: 'scores', expression: 'nn.Flatten()', shape: [features] });
  }
  const entries = lines.map(
    ({ name, expression, shape }) =>
      `            ("${name}", ${expression}),  # ${shape.join(' × ')}`,
  );
  const parts = [
    '"""The network. Its parameters have the names and shapes of those in weights.safetensors."""\n\nfrom collections import OrderedDict\n\nimport torch\nfrom torch import nn',
    ...classes,
    `# What it reads: channels, height, width.\ninput_shape = (${network.input.join(', ')})`,
    [
      'def build():',
      '    """The network with the weights that PyTorch starts with."""',
      '    return nn.Sequential(',
      '        OrderedDict([',
      ...entries,
      '        ])',
      '    )',
    ].join('\n'),
  ];
  const [head, ...rest] = parts;
  const text = `${[head, ...rest].join('\n\n\n')}\n`;
  return text.includes('torch.') ? text : text.replace('import torch\n', '');
}
