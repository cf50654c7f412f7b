import { factor, magnitude } from './digits';
import type { Operand, RuleForm } from './operand';
import { termAt } from './tex';

/** One signed product of a sum. */
export interface Term {
  readonly factors: readonly Operand[];
  readonly product: number;
}

/** The sum of its terms, in the order in which the network added them. */
export interface SumRule {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
}

/** A product of a sum, with its value. */
export function term(...factors: readonly Operand[]): Term {
  return { factors, product: productOf(factors) };
}

/** How many terms of a sum are written out: the largest ones, in the order of the sum. */
const writtenTerms = 4;

export const sumForm: RuleForm<SumRule> = {
  operands: ({ terms }) => terms.flatMap(({ factors }) => factors),
  evaluate: ({ terms }) => terms.reduce((sum, { factors }) => sum + productOf(factors), 0),
  numbers({ terms }) {
    if (terms.length === 0) return '0';
    const largest = terms
      .map(({ product }, at) => ({ at, size: Math.abs(product) }))
      .sort((one, other) => other.size - one.size)
      .slice(0, writtenTerms)
      .map(({ at }) => at)
      .sort((one, other) => one - other);
    const products = largest.map((at, place) => signed(terms[at], at, place === 0));
    return [...products, terms.length > largest.length ? '+ \\cdots' : ''].join(' ').trim();
  },
};

/** The factors multiplied, from the first to the last. */
function productOf(factors: readonly Operand[]): number {
  let product = 1;
  for (const { value } of factors) product *= value;
  return product;
}

/** Factors with one that stands twice in a row as its square. */
function powers(factors: readonly Operand[]): string[] {
  const written: string[] = [];
  for (let k = 0; k < factors.length; k++) {
    const isSquare = factors[k] === factors[k + 1];
    written.push(isSquare ? `{${factor(factors[k])}}^2` : factor(factors[k]));
    if (isSquare) k++;
  }
  return written;
}

/** A product as a sum goes on with it: the first factor's sign joins the two. `at` counts the terms. */
function signed({ factors }: Term, at: number, isFirst: boolean): string {
  const [first, ...others] = factors;
  const product = termAt(at, [magnitude(first), ...powers(others)].join(' \\cdot '));
  if (isFirst) return first.value < 0 ? `-${product}` : product;
  return `${first.value < 0 ? '-' : '+'} ${product}`;
}
