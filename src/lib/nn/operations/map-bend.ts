import { plain } from '../rules/digits';
import type { Reference, RuleForm } from '../rules/operand';
import { indexed, inp, out, texNumber, weight } from '../rules/tex';
import { indexAt, mapTensor, offsetOf, sizeOf, zeros, type Tensor } from '../tensor';
import type { Explainer, StepDefinition } from './definition';
import { range } from './products';

/*
 * How equation 9 bends along one feature x: 2 p_rubbish + Σ pᵢ tᵢ² − (Σ pᵢ tᵢ)², where tᵢ = 2 (x − wᵢ) is
 * how the distance to code i changes with x. Never below 0 but for rounding.
 */

/** The bend along a feature, from each class's probability and t, and the rubbish class's probability. */
function bend(shares: readonly number[], slopes: readonly number[], rubbish: number): number {
  let [mean, square] = [0, 0];
  shares.forEach((share, i) => {
    mean += share * slopes[i];
    square += share * slopes[i] ** 2;
  });
  return 2 * rubbish + square - mean ** 2;
}

/** probabilities [1, classes + 1], features [1, …], codes [classes, features] → the features' shape. */
function mapBend([probabilities, features, codes]: readonly Tensor[]): Tensor {
  const [classes, count] = codes.shape;
  const shares = Array.from(probabilities.data.subarray(0, classes));
  return mapTensor(zeros(features.shape), (_, k) => {
    const slopes = shares.map((__, i) => 2 * (features.data[k] - codes.data[i * count + k]));
    return bend(shares, slopes, probabilities.data[classes]);
  });
}

/** The bend of equation 9 along one feature. */
export interface BendRule {
  readonly kind: 'bend';
  readonly feature: Reference;
  readonly rubbish: Reference;
  readonly classes: readonly { readonly probability: Reference; readonly code: Reference }[];
}

const slopesOf = ({ feature, classes }: BendRule) =>
  classes.map(({ code }) => 2 * (feature.value - code.value));
const sharesOf = ({ classes }: BendRule) => classes.map(({ probability }) => probability.value);

export const bendForm: RuleForm<BendRule> = {
  operands: ({ feature, rubbish, classes }) => [
    feature,
    rubbish,
    ...classes.flatMap(({ probability, code }) => [probability, code]),
  ],
  evaluate: (rule) => bend(sharesOf(rule), slopesOf(rule), rule.rubbish.value),
  numbers(rule) {
    const [shares, slopes] = [sharesOf(rule), slopesOf(rule)];
    const mean = shares.reduce((sum, share, i) => sum + share * slopes[i], 0);
    const square = shares.reduce((sum, share, i) => sum + share * slopes[i] ** 2, 0);
    return `2 \\cdot ${plain(rule.rubbish)} + ${texNumber(square)} - (${texNumber(mean)})^2`;
  },
};

/** The second way back begins: along every feature that a layer of distances reads. */
export const bendStep: StepDefinition = {
  reads: ['probabilities', 'features', 'codes'],
  compute: (reads) => mapBend(reads),
  explain({ reads: [probabilities, features, codes], shape, way }): Explainer<BendRule> {
    const [classes] = codes.shape;
    return {
      rule(index) {
        const k = offsetOf(shape, index);
        return {
          kind: 'bend',
          feature: features.at(index),
          rubbish: probabilities.at([classes]),
          classes: range(classes).map((i) => ({
            probability: probabilities.at([i]),
            code: codes.at([i, k]),
          })),
        };
      },
      symbols(index) {
        const x = indexed('x', index);
        const p = out('p_{i}');
        const t = `2(${inp(x)} - ${weight(indexed('w', ['i', offsetOf(shape, index)]))})`;
        const sum = `\\sum_{i=0}^{${classes - 1}}`;
        const rubbish = out(indexed('p', [classes]));
        return `${way.of(x)} = 2\\,${rubbish} + ${sum} ${p}\\,t_i^2 - \\Bigl(${sum} ${p}\\,t_i\\Bigr)^2,\\; t_i = ${t}`;
      },
      users(read, index) {
        if (read === 0) return range(sizeOf(shape)).map((k) => indexAt(shape, k));
        return [read === 1 ? index : indexAt(shape, index[1])];
      },
    };
  },
};
