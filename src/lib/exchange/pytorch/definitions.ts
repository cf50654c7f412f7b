import { waysOf, type Layer } from '$lib/network';
import { codeSize, outputCodes } from '$lib/network/digit-codes';

/** The codes of 1998 as Python's lines: a number of seven bits for each row of a bitmap. */
const bitmaps = outputCodes
  .map((code) => {
    const rows = Array.from({ length: codeSize.height }, (_, row) =>
      code
        .slice(row * codeSize.width, (row + 1) * codeSize.width)
        .reduce((bits, pixel) => 2 * bits + (pixel > 0 ? 1 : 0), 0)
        .toString(16)
        .padStart(2, '0'),
    );
    return `        "${rows.join(' ')}",`;
  })
  .join('\n');

/** Modules that PyTorch does not have, each written out where a network needs it. */
const definitions = {
  Subsample2d: `class Subsample2d(nn.Module):
    """The sum of each window, times a coefficient, plus a bias: one of each for every map."""

    def __init__(self, channels, kernel_size, stride, padding=0):
        super().__init__()
        self.sum = nn.AvgPool2d(kernel_size, stride, padding, divisor_override=1)
        height, width = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
        bound = (height * width) ** -0.5
        self.weight = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(channels).uniform_(-bound, bound))

    def forward(self, x):
        return self.weight[:, None, None] * self.sum(x) + self.bias[:, None, None]`,
  SparseConv2d: `class SparseConv2d(nn.Module):
    """A convolution whose output maps each see only some of the input maps, with a kernel for each pair."""

    def __init__(self, table, kernel_size, stride=1, padding=0, dilation=1, bias=True):
        super().__init__()
        self.outputs = [o for o, seen in enumerate(table) for _ in seen]
        self.inputs = [i for seen in table for i in seen]
        self.sliding = dict(stride=stride, padding=padding, dilation=dilation)
        height, width = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
        bounds = [(len(seen) * height * width) ** -0.5 for seen in table]
        kernels = [
            torch.empty(len(seen), height, width).uniform_(-bound, bound)
            for seen, bound in zip(table, bounds)
        ]
        self.weight = nn.Parameter(torch.cat(kernels))
        self.bias = None
        if bias:
            self.bias = nn.Parameter(
                torch.cat([torch.empty(1).uniform_(-bound, bound) for bound in bounds])
            )
        self.maps = len(table)

    def forward(self, x):
        kernels = self.weight.new_zeros(self.maps, x.shape[1], *self.weight.shape[1:])
        kernels[self.outputs, self.inputs] = self.weight
        return nn.functional.conv2d(x, kernels, self.bias, **self.sliding)`,
  EuclideanRbf: `class EuclideanRbf(nn.Module):
    """The squared distance to a fixed code for each digit: a bitmap of 7 x 12, ink 1 and paper -1 (Figure 3)."""

    bitmaps = [
${bitmaps}
    ]

    def __init__(self, features, classes):
        super().__init__()
        codes = torch.tensor([
            [1.0 if int(row, 16) >> (6 - column) & 1 else -1.0 for row in rows.split() for column in range(7)]
            for rows in self.bitmaps
        ])
        if codes.shape != (classes, features):
            raise ValueError("there are codes for ten classes of 84 features")
        # Not in the state dict: they are not learned.
        self.register_buffer("codes", codes, persistent=False)

    def forward(self, x):
        return ((x[:, None] - self.codes) ** 2).sum(-1)`,
  Residual: `class Residual(nn.Module):
    """What the body makes of the input, added to the input or to what a shortcut makes of it."""

    def __init__(self, body, shortcut=()):
        super().__init__()
        for name, module in body:
            self.add_module(name, module)
        self.body = [module for _, module in body]
        self.shortcut = nn.Sequential(OrderedDict(shortcut))

    def forward(self, x):
        y = x
        for module in self.body:
            y = module(y)
        return y + self.shortcut(x)`,
  ScaledTanh: `class ScaledTanh(nn.Module):
    """The squashing function of 1998: 1.7159 tanh(2x / 3)."""

    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)`,
} as const;

type Definition = keyof typeof definitions;

/** What a layer, and those inside it, need written out before the network. */
function namesOf(layer: Layer): Definition[] {
  const inside = waysOf(layer).flatMap((way) => way.flatMap((each) => namesOf(each.layer)));
  const own = nameOf(layer);
  return own ? [...inside, own] : inside;
}

function nameOf(layer: Layer): Definition | undefined {
  if (layer.kind === 'residual') return 'Residual';
  if (layer.kind === 'subsample') return 'Subsample2d';
  if (layer.kind === 'sparse') return 'SparseConv2d';
  if (layer.kind === 'rbf') return 'EuclideanRbf';
  return layer.kind === 'activation' && layer.name === 'ScaledTanh' ? 'ScaledTanh' : undefined;
}

/** What must stand in a Python file before these layers. */
export interface Preamble {
  /** Its imports, a line each, `nn` among them. */
  readonly imports: readonly string[];
  /** The classes that PyTorch does not have. */
  readonly classes: readonly string[];
}

/** The imports and the classes that layers need. */
export function preambleOf(layers: readonly Layer[]): Preamble {
  const needed = [...new Set(layers.flatMap(namesOf))];
  return {
    imports: [
      ...(needed.includes('Residual') ? ['from collections import OrderedDict', ''] : []),
      ...(needed.some((name) => name !== 'Residual') ? ['import torch'] : []),
      'from torch import nn',
    ],
    classes: needed.map((name) => definitions[name]),
  };
}
