import { indexAt, offsetOf, sizeOf } from '../tensor';
import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import { range } from './axis';
import { refShape } from './ref';
import { reader, term, type Explainer } from './site';
import { bias, gradient, indexed, inp, out, slopeOf, sumsOver, weight } from './tex';

/*
 * Names of the indices: j output feature, i input feature. An input [C, H, W] is read row by row:
 * feature i is its element at offset i.
 */

/** Explains `linear`: each output is its bias and a weighted sum of all inputs. */
export function explainLinear(trace: Trace, step: Step): Explainer {
  const [inputName, weightName, biasName] = step.reads;
  const input = reader(trace, inputName, 'input');
  const weights = reader(trace, weightName, 'weight');
  const biases = reader(trace, biasName, 'bias');
  const [outFeatures, inFeatures] = weights.shape;

  return {
    rule([j]) {
      const terms = [term(biases.at([j]))];
      for (let i = 0; i < inFeatures; i++)
        terms.push(term(weights.at([j, i]), input.at(indexAt(input.shape, i))));
      return { kind: 'sum', terms };
    },
    symbols([j]) {
      const { signs, letters } = sumsOver([['i', inFeatures]]);
      const product = `${weight(indexed('w', [j, ...letters]))}\\,${inp(indexed('x', letters))}`;
      return `${out(indexed('y', [j]))} = ${bias(indexed('b', [j]))} + ${signs} ${product}`;
    },
    users: (read, index) => (read === 0 ? range(outFeatures).map((j) => [j]) : [[index[0]]]),
  };
}

/** Explains `linearWeightGrad`: the gradient of the weight's output times its input. */
export function explainLinearWeightGrad(trace: Trace, step: Step): Explainer {
  const [gradName, inputName] = step.reads;
  const grads = reader(trace, gradName, 'gradient');
  const input = reader(trace, inputName, 'input');
  const [outFeatures] = grads.shape;
  const inFeatures = sizeOf(input.shape);

  return {
    rule: ([j, i]) => ({
      kind: 'sum',
      terms: [term(grads.at([j]), input.at(indexAt(input.shape, i)))],
    }),
    symbols: ([j, i]) =>
      `${slopeOf(indexed('w', [j, i]))} = ${gradient(indexed('g', [j]))}\\,${inp(indexed('x', [i]))}`,
    users(read, index) {
      if (read === 0) return range(inFeatures).map((i) => [index[0], i]);
      const i = offsetOf(input.shape, index);
      return range(outFeatures).map((j) => [j, i]);
    },
  };
}

/** Explains `linearBiasGrad`: the gradient of the output that the bias was added to. */
export function explainLinearBiasGrad(trace: Trace, step: Step): Explainer {
  const grads = reader(trace, step.reads[0], 'gradient');
  return {
    rule: ([j]) => ({ kind: 'sum', terms: [term(grads.at([j]))] }),
    symbols: ([j]) => `${slopeOf(indexed('b', [j]))} = ${gradient(indexed('g', [j]))}`,
    users: (_, [j]) => [[j]],
  };
}

/** Explains `linearInputGrad`: the gradients of all outputs, each through the weight between. */
export function explainLinearInputGrad(trace: Trace, step: Step): Explainer {
  const [gradName, weightName] = step.reads;
  const grads = reader(trace, gradName, 'gradient');
  const weights = reader(trace, weightName, 'weight');
  const inputShape = refShape(trace, step.writes[0]);
  const [outFeatures] = weights.shape;

  return {
    rule(index) {
      const i = offsetOf(inputShape, index);
      const terms = range(outFeatures).map((j) => term(grads.at([j]), weights.at([j, i])));
      return { kind: 'sum', terms };
    },
    symbols(index) {
      const { signs, letters } = sumsOver([['j', outFeatures]]);
      const joined = weight(indexed('w', [...letters, offsetOf(inputShape, index)]));
      const product = `${gradient(indexed('g', letters))}\\,${joined}`;
      return `${slopeOf(indexed('x', index))} = ${signs} ${product}`;
    },
    users: (read, index) =>
      read === 0
        ? range(sizeOf(inputShape)).map((i) => indexAt(inputShape, i))
        : [indexAt(inputShape, index[1])],
  };
}
