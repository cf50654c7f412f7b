import type { ScalarFunction, SlopeRule } from '../rules/function';
import { term, type SumRule } from '../rules/sum';
import { mapTensor, type Tensor } from '../tensor';
import type { SecondWay, StepDefinition } from './definition';
import { secondWay } from './way';

/*
 * The second way back (the paper's equations 22 to 25, appendix C): second derivatives of the loss, of
 * which only those of a number along itself are kept, and no bend of a squashing function. It goes as the
 * first way does, with everything squared that a gradient is multiplied with.
 */

/** The step of the second way beside that of a gradient. */
export function secondStep(first: StepDefinition, way: SecondWay): StepDefinition {
  const at = first.reads.indexOf('outputGrad');
  return {
    reads: first.reads.with(at, 'outputCurvature'),
    compute(reads, options, shape) {
      if (way === 'same') return first.compute(reads, options, shape);
      if (way === 'factors') {
        const squares = reads.map((each, i) => (i === at ? each : squared(each)));
        return first.compute(squares, options, shape);
      }
      const ones = mapTensor(reads[at], () => 1);
      const slopes = first.compute(reads.with(at, ones), options, shape);
      return mapTensor(slopes, (slope, i) => reads[at].data[i] * slope ** 2);
    },
    explain(site) {
      const explainer = first.explain({ ...site, way: secondWay });
      return { ...explainer, rule: (index) => squaredRule(explainer.rule(index)) };
    },
  };
}

const squared = (tensor: Tensor) => mapTensor(tensor, (value) => value ** 2);

/** A rule of the first way with its factors or its slope squared. */
function squaredRule<R extends { readonly kind: string }>(rule: R): R {
  if (isSum(rule)) return { ...rule, terms: rule.terms.map(squaredTerm) };
  if (isSlope(rule)) return { ...rule, of: squaredFunction(rule.of) };
  return rule;
}

const isSum = (rule: { readonly kind: string }): rule is SumRule => rule.kind === 'sum';
const isSlope = (rule: { readonly kind: string }): rule is SlopeRule => rule.kind === 'slope';

const squaredTerm = ({ factors }: SumRule['terms'][number]) =>
  term(
    ...factors.flatMap((factor) =>
      factor.kind === 'reference' && factor.role === 'gradient' ? [factor] : [factor, factor],
    ),
  );

const squaredFunction = ({ value, tex }: ScalarFunction): ScalarFunction => ({
  value: (x) => value(x) ** 2,
  tex: (x) => `\\bigl(${tex(x)}\\bigr)^2`,
});
