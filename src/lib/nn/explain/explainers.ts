import { readsOf, type NetworkOperation } from '../trace/operation';
import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import {
  explainConv2d,
  explainConv2dBiasGrad,
  explainConv2dInputGrad,
  explainConv2dWeightGrad,
} from './convolution';
import { explainFunction, explainRelu, explainReluInputGrad, explainSlope } from './elementwise';
import {
  explainLinear,
  explainLinearBiasGrad,
  explainLinearInputGrad,
  explainLinearWeightGrad,
} from './linear';
import { explainCrossEntropy, explainCrossEntropyInputGrad, explainSoftmax } from './loss';
import {
  explainAvgPool2d,
  explainAvgPool2dInputGrad,
  explainMaxPool2d,
  explainMaxPool2dInputGrad,
} from './pooling';
import type { Explainer } from './site';
import { explainFormula } from './update';

/** One tensor that a step wrote, the tensors that it was made of, and what explains it. */
export interface Written {
  readonly tensor: string;
  /** In the order by which `explainer.users` counts them. */
  readonly reads: readonly string[];
  readonly explainer: Explainer;
}

/** The tensors that a step wrote, each with its explainer; none for the picture, which is given. */
export function writtenBy(trace: Trace, step: Step): readonly Written[] {
  const { operation, reads, writes } = step;
  if (operation.kind === 'input') return [];
  if (operation.kind !== 'update') {
    return [{ tensor: writes[0], reads, explainer: explainerOf(trace, step, operation) }];
  }
  return operation.formulas.map((formula) => ({
    tensor: formula.writes,
    reads: readsOf(formula),
    explainer: explainFormula(trace, formula),
  }));
}

function explainerOf(trace: Trace, step: Step, operation: NetworkOperation): Explainer {
  switch (operation.kind) {
    case 'conv2d':
      return explainConv2d(trace, step, operation.options);
    case 'conv2dWeightGrad':
      return explainConv2dWeightGrad(trace, step, operation.options);
    case 'conv2dBiasGrad':
      return explainConv2dBiasGrad(trace, step);
    case 'conv2dInputGrad':
      return explainConv2dInputGrad(trace, step, operation.options);
    case 'maxPool2d':
      return explainMaxPool2d(trace, step, operation.options);
    case 'maxPool2dInputGrad':
      return explainMaxPool2dInputGrad(trace, step, operation.options);
    case 'avgPool2d':
      return explainAvgPool2d(trace, step, operation.options);
    case 'avgPool2dInputGrad':
      return explainAvgPool2dInputGrad(trace, step, operation.options);
    case 'relu':
      return explainRelu(trace, step);
    case 'reluInputGrad':
      return explainReluInputGrad(trace, step);
    case 'tanh':
    case 'sigmoid':
      return explainFunction(trace, step, operation.kind);
    case 'tanhInputGrad':
      return explainSlope(trace, step, 'tanh');
    case 'sigmoidInputGrad':
      return explainSlope(trace, step, 'sigmoid');
    case 'linear':
      return explainLinear(trace, step);
    case 'linearWeightGrad':
      return explainLinearWeightGrad(trace, step);
    case 'linearBiasGrad':
      return explainLinearBiasGrad(trace, step);
    case 'linearInputGrad':
      return explainLinearInputGrad(trace, step);
    case 'softmax':
      return explainSoftmax(trace, step);
    case 'crossEntropy':
      return explainCrossEntropy(trace, step);
    case 'crossEntropyInputGrad':
      return explainCrossEntropyInputGrad(trace, step);
  }
}
