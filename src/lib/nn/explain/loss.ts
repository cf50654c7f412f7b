import type { Step } from '../trace/step';
import type { Trace } from '../trace/trace';
import { range } from './axis';
import { powersOf } from './evaluate';
import { reader, type Explainer } from './site';
import { indexed, inp, out, slopeOf } from './tex';

/** Σ e^z over all classes, in TeX. */
const sumOfPowers = (classes: number) => `\\sum_{k=0}^{${classes - 1}} e^{${inp('z_{k}')}}`;

/** Explains `softmax`: e to the logit over the sum of e to every logit. */
export function explainSoftmax(trace: Trace, step: Step): Explainer {
  const logits = reader(trace, step.reads[0], 'input');
  const classes = range(logits.shape[0]);
  return {
    rule([numerator]) {
      const all = classes.map((k) => logits.at([k]));
      return { kind: 'quotient', logits: all, numerator, denominator: powersOf(all).sum };
    },
    symbols([i]) {
      const power = `e^{${inp(indexed('z', [i]))}}`;
      return `${out(indexed('p', [i]))} = \\frac{${power}}{${sumOfPowers(classes.length)}}`;
    },
    users: () => classes.map((k) => [k]),
  };
}

/** Explains `crossEntropy`: the logarithm of softmax's denominator less the right class's logit. */
export function explainCrossEntropy(trace: Trace, step: Step): Explainer {
  const logits = reader(trace, step.reads[0], 'input');
  const label = reader(trace, step.reads[1], 'output').at([]);
  const classes = range(logits.shape[0]);
  return {
    rule() {
      const all = classes.map((k) => logits.at([k]));
      return { kind: 'crossEntropy', logits: all, label, denominator: powersOf(all).sum };
    },
    symbols: () =>
      `${out('L')} = \\log ${sumOfPowers(classes.length)} - ${inp(indexed('z', [label.value]))}`,
    users: () => [[]],
  };
}

/** Explains `crossEntropyInputGrad`: the probability, less 1 for the right class. */
export function explainCrossEntropyInputGrad(trace: Trace, step: Step): Explainer {
  const probabilities = reader(trace, step.reads[0], 'output');
  const label = reader(trace, step.reads[1], 'output').at([]);
  return {
    rule: ([i]) => ({ kind: 'residual', probability: probabilities.at([i]), label, class: i }),
    symbols: ([i]) =>
      `${slopeOf(indexed('z', [i]))} = ${out(indexed('p', [i]))} - [${i} = ${label.value}]`,
    users: (read, index) => (read === 0 ? [index] : range(probabilities.shape[0]).map((i) => [i])),
  };
}
