import { powersOf } from './evaluate';
import type { AdamRuleStep, Operand, Reference, Role, Rule, SumRule, Term } from './rule';
import { bias, gradient, inp, out, termAt, texNumber, weight } from './tex';

/** How many terms of a sum are written out: the largest ones, in the order of the sum. */
const writtenTerms = 4;

const colour: Readonly<Record<Role, (symbol: string) => string>> = {
  input: inp,
  weight,
  bias,
  output: out,
  gradient,
};

/** What stands right of the equals sign of a rule, in TeX, with its operands' numbers put in. */
export function numbersOf(rule: Rule, value: number): string {
  switch (rule.kind) {
    case 'sum':
      return sumOf(rule);
    case 'maximum':
      return `\\max(${[rule.winner, ...rule.losers].map(plain).join(',\\;')})`;
    case 'gate':
      return gateOf(rule.passed, rule.gate);
    case 'route':
      return (
        rule.windows
          .map((each) => `${factor(each.gradient)} \\cdot ${Number(each.won)}`)
          .join(' + ') || '0'
      );
    case 'function':
      return functionNumbers[rule.name](factor(rule.argument));
    case 'slope':
      return `${factor(rule.gradient)} \\cdot ${slopeNumbers[rule.name](factor(rule.output))}`;
    case 'quotient': {
      const { powers, sum } = powersOf(rule.logits);
      return `\\frac{${texNumber(powers[rule.numerator])}}{${texNumber(sum)}}`;
    }
    case 'crossEntropy': {
      const { largest, sum } = powersOf(rule.logits);
      const right = factor(rule.logits[rule.label.value]);
      return `${texNumber(largest)} + \\log ${texNumber(sum)} - ${right}`;
    }
    case 'residual':
      return `${plain(rule.probability)} - ${Number(rule.label.value === rule.class)}`;
    case 'adam':
      return adamOf(rule);
    case 'leaf':
      return texNumber(value);
  }
}

function sumOf({ terms }: SumRule): string {
  if (terms.length === 0) return '0';
  const largest = terms
    .map(({ product }, at) => ({ at, size: Math.abs(product) }))
    .sort((one, other) => other.size - one.size)
    .slice(0, writtenTerms)
    .map(({ at }) => at)
    .sort((one, other) => one - other);
  const products = largest.map((at, place) => signed(terms[at], at, place === 0));
  return [...products, terms.length > largest.length ? '+ \\cdots' : ''].join(' ').trim();
}

/** A product as a sum goes on with it: the first factor's sign joins the two. `at` counts the terms. */
function signed({ factors }: Term, at: number, isFirst: boolean): string {
  const [first, ...others] = factors;
  const product = termAt(at, [magnitude(first), ...others.map(factor)].join(' \\cdot '));
  if (isFirst) return first.value < 0 ? `-${product}` : product;
  return `${first.value < 0 ? '-' : '+'} ${product}`;
}

function gateOf(passed: Reference, gate: Reference): string {
  if (passed === gate) return `\\max(0,\\; ${plain(gate)})`;
  return `${plain(passed)} \\cdot [${plain(gate)} > 0]`;
}

function adamOf({ parameter, expAvg, expAvgSq, constants }: AdamRuleStep): string {
  const { lr, beta1, beta2, eps, step } = constants;
  const bared = (beta: number) => `(1 - ${texNumber(beta)}^{${step.value}})`;
  const top = `${factor(expAvg)} / ${bared(beta1.value)}`;
  const bottom = `\\sqrt{${factor(expAvgSq)} / ${bared(beta2.value)}} + ${texNumber(eps.value)}`;
  return `${plain(parameter)} - ${texNumber(lr.value)} \\cdot \\frac{${top}}{${bottom}}`;
}

const functionNumbers = {
  tanh: (x: string) => `\\tanh(${x})`,
  sigmoid: (x: string) => `\\frac{1}{1 + e^{-${x}}}`,
};

const slopeNumbers = {
  tanh: (y: string) => `(1 - ${y}^2)`,
  sigmoid: (y: string) => `${y} \\cdot (1 - ${y})`,
};

/** A number in its role's colour. */
function plain(operand: Operand): string {
  return coloured(operand, texNumber(operand.value));
}

/** The same without its sign. */
function magnitude(operand: Operand): string {
  return coloured(operand, texNumber(Math.abs(operand.value)));
}

/** The same in brackets if it is negative, to stand behind a sign. */
function factor(operand: Operand): string {
  return operand.value < 0 ? `(${plain(operand)})` : plain(operand);
}

function coloured(operand: Operand, digits: string): string {
  return operand.kind === 'constant' ? digits : colour[operand.role](digits);
}
