import type { Module, Sequential } from '../modules/sequential';
import type { Operation } from './operation';
import type { Step } from './step';

/** The tensors around a module, seen from the module. */
type Place =
  'input' | 'output' | 'weight' | 'bias' | 'outputGrad' | 'inputGrad' | 'weightGrad' | 'biasGrad';

interface Part {
  readonly operation: Operation;
  readonly reads: readonly Place[];
  readonly writes: Place;
}

/** A module's steps: the first is its forward, the others its backward, in their order. */
function partsOf(module: Exclude<Module, { kind: 'flatten' }>): readonly [Part, ...Part[]] {
  switch (module.kind) {
    case 'conv2d': {
      const { options } = module;
      return [
        part({ kind: 'conv2d', options }, ['input', 'weight', 'bias'], 'output'),
        part({ kind: 'conv2dWeightGrad', options }, ['outputGrad', 'input'], 'weightGrad'),
        part({ kind: 'conv2dBiasGrad' }, ['outputGrad'], 'biasGrad'),
        part({ kind: 'conv2dInputGrad', options }, ['outputGrad', 'weight'], 'inputGrad'),
      ];
    }
    case 'linear':
      return [
        part({ kind: 'linear' }, ['input', 'weight', 'bias'], 'output'),
        part({ kind: 'linearWeightGrad' }, ['outputGrad', 'input'], 'weightGrad'),
        part({ kind: 'linearBiasGrad' }, ['outputGrad'], 'biasGrad'),
        part({ kind: 'linearInputGrad' }, ['outputGrad', 'weight'], 'inputGrad'),
      ];
    case 'maxPool2d': {
      const { options } = module;
      return [
        part({ kind: 'maxPool2d', options }, ['input'], 'output'),
        part({ kind: 'maxPool2dInputGrad', options }, ['outputGrad', 'input'], 'inputGrad'),
      ];
    }
    case 'avgPool2d': {
      const { options } = module;
      return [
        part({ kind: 'avgPool2d', options }, ['input'], 'output'),
        part({ kind: 'avgPool2dInputGrad', options }, ['outputGrad'], 'inputGrad'),
      ];
    }
    case 'relu':
      return [
        part({ kind: 'relu' }, ['input'], 'output'),
        part({ kind: 'reluInputGrad' }, ['outputGrad', 'input'], 'inputGrad'),
      ];
    case 'tanh':
      return [
        part({ kind: 'tanh' }, ['input'], 'output'),
        part({ kind: 'tanhInputGrad' }, ['outputGrad', 'output'], 'inputGrad'),
      ];
    case 'sigmoid':
      return [
        part({ kind: 'sigmoid' }, ['input'], 'output'),
        part({ kind: 'sigmoidInputGrad' }, ['outputGrad', 'output'], 'inputGrad'),
      ];
  }
}

function part(operation: Operation, reads: readonly Place[], writes: Place): Part {
  return { operation, reads, writes };
}

/**
 * The steps of one sample through a network that ends in logits: forward, cross-entropy loss, and
 * backward, without any numbers yet. A Flatten makes no step: the layer after it reads the tensor
 * before it. The gradient of `input` itself is not asked for, as nothing learns from it.
 */
export function planSteps(network: Sequential): Step[] {
  const forward: Step[] = [
    {
      phase: 'forward',
      layer: 'input',
      operation: { kind: 'input' },
      reads: [],
      writes: ['input'],
    },
  ];
  const backward: Step[] = [];
  let current = 'input';
  for (const [name, module] of network.modules) {
    if (module.kind === 'flatten') continue;
    const names = placesOf(name, current);
    const toStep = (phase: Step['phase'], { operation, reads, writes }: Part): Step => ({
      phase,
      layer: name.split('.')[0],
      operation,
      reads: reads.map((place) => names[place]),
      writes: [names[writes]],
    });
    const [ahead, ...back] = partsOf(module);
    const wanted = back.filter(({ writes }) => names[writes] !== 'input.grad');
    forward.push(toStep('forward', ahead));
    backward.unshift(...wanted.map((each) => toStep('backward', each)));
    current = names.output;
  }
  return [...forward, ...lossSteps(current), ...backward];
}

/** `c3` writes `c3.output`; a module called `c3.activation` writes a tensor of this very name. */
function placesOf(name: string, input: string): Record<Place, string> {
  const output = name.includes('.') ? name : `${name}.output`;
  return {
    input,
    output,
    weight: `${name}.weight`,
    bias: `${name}.bias`,
    inputGrad: `${input}.grad`,
    outputGrad: `${output}.grad`,
    weightGrad: `${name}.weight.grad`,
    biasGrad: `${name}.bias.grad`,
  };
}

function lossSteps(logits: string): Step[] {
  const loss = (phase: Step['phase'], kind: LossKind, reads: string[], writes: string): Step => ({
    phase,
    layer: 'loss',
    operation: { kind },
    reads,
    writes: [writes],
  });
  return [
    loss('loss', 'softmax', [logits], 'probabilities'),
    loss('loss', 'crossEntropy', [logits, 'label'], 'loss'),
    loss('backward', 'crossEntropyInputGrad', ['probabilities', 'label'], `${logits}.grad`),
  ];
}

type LossKind = 'softmax' | 'crossEntropy' | 'crossEntropyInputGrad';
