import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import { reader, type Explainer } from './site';
import { gradient, indexed, inp, out, slopeOf } from './tex';

/** What an elementwise operation reads at an index, it uses for the number at this index alone. */
const sameIndex: Explainer['users'] = (_, index) => [index];

/** Explains `relu`: the number itself where it is positive, else 0. */
export function explainRelu(trace: Trace, step: Step): Explainer {
  const input = reader(trace, step.reads[0], 'input');
  return {
    rule(index) {
      const gate = input.at(index);
      return { kind: 'gate', gate, passed: gate, open: gate.value > 0 };
    },
    symbols: (index) => `${out(indexed('a', index))} = \\max(0, ${inp(indexed('y', index))})`,
    users: sameIndex,
  };
}

/** Explains `reluInputGrad`: the gradient where ReLU's input was positive, else 0. */
export function explainReluInputGrad(trace: Trace, step: Step): Explainer {
  const grads = reader(trace, step.reads[0], 'gradient');
  const input = reader(trace, step.reads[1], 'input');
  return {
    rule(index) {
      const gate = input.at(index);
      return { kind: 'gate', gate, passed: grads.at(index), open: gate.value > 0 };
    },
    symbols(index) {
      const number = inp(indexed('y', index));
      return `${slopeOf(indexed('y', index))} = ${gradient(indexed('g', index))}\\,[${number} > 0]`;
    },
    users: sameIndex,
  };
}

const functionTex = {
  tanh: (x: string) => `\\tanh(${x})`,
  sigmoid: (x: string) => `\\frac{1}{1 + e^{-${x}}}`,
};

const slopeTex = {
  tanh: (a: string) => `(1 - ${a}^2)`,
  sigmoid: (a: string) => `${a}\\,(1 - ${a})`,
};

/** Explains `tanh` and `sigmoid`: a function of one number. */
export function explainFunction(trace: Trace, step: Step, name: 'tanh' | 'sigmoid'): Explainer {
  const input = reader(trace, step.reads[0], 'input');
  return {
    rule: (index) => ({ kind: 'function', name, argument: input.at(index) }),
    symbols: (index) =>
      `${out(indexed('a', index))} = ${functionTex[name](inp(indexed('y', index)))}`,
    users: sameIndex,
  };
}

/** Explains `tanhInputGrad` and `sigmoidInputGrad`: the gradient times the function's slope. */
export function explainSlope(trace: Trace, step: Step, name: 'tanh' | 'sigmoid'): Explainer {
  const grads = reader(trace, step.reads[0], 'gradient');
  const output = reader(trace, step.reads[1], 'output');
  return {
    rule: (index) => ({
      kind: 'slope',
      name,
      gradient: grads.at(index),
      output: output.at(index),
    }),
    symbols(index) {
      const slope = slopeTex[name](out(indexed('a', index)));
      return `${slopeOf(indexed('y', index))} = ${gradient(indexed('g', index))}\\,${slope}`;
    },
    users: sameIndex,
  };
}
