import type { AdamStep, StepSizes, UpdateFormula, WeightedSum } from '../trace/operation';
import type { Explainer } from '../operations/definition';
import type { NamedConstant, Role } from '../rules/operand';
import { term } from '../rules/sum';
import { bias, gradient, indexed, weight } from '../rules/tex';
import { sampleOfState } from '../trace/place';
import { placeOf, type Trace } from '../trace/trace';
import { reader } from './reader';
import type { Rule } from './rule';

/** Explains one tensor of an update, which the step's `formula` describes. */
export function explainFormula(trace: Trace, formula: UpdateFormula): Explainer<Rule> {
  if (formula.kind === 'weightedSum') return explainWeightedSum(trace, formula);
  return formula.kind === 'stepSize'
    ? explainStepSizes(trace, formula)
    : explainAdamStep(trace, formula);
}

function explainWeightedSum(trace: Trace, { writes, terms }: WeightedSum): Explainer<Rule> {
  const parts = terms.map(({ coefficient, tensors }) => {
    const constant: NamedConstant = { kind: 'constant', ...coefficient };
    return {
      constant,
      tensors,
      readers: tensors.map((name) => reader(trace, name, roleOf(trace, name))),
    };
  });
  return {
    rule: (index) => ({
      kind: 'sum',
      terms: parts.map(({ constant, readers }) => {
        const factors = readers.map((each) => each.at(index));
        return constant.symbol === '1' ? term(...factors) : term(constant, ...factors);
      }),
    }),
    symbols(index) {
      const products = parts.map(({ constant, tensors }) => {
        const factors = tensors.map((name) => symbolOf(trace, name, index)).join('\\,');
        return constant.symbol === '1' ? factors : `${constant.symbol}\\,${factors}`;
      });
      const sum = products.join(' + ').replaceAll('+ -', '- ');
      return `${symbolOf(trace, writes, index)} = ${sum}`;
    },
    users: (_, index) => [index],
  };
}

function explainStepSizes(trace: Trace, formula: StepSizes): Explainer<Rule> {
  const { writes, curvature } = formula;
  const h = reader(trace, curvature, 'gradient');
  const eta: NamedConstant = { kind: 'constant', symbol: '\\eta', value: formula.eta };
  const mu: NamedConstant = { kind: 'constant', symbol: '\\mu', value: formula.mu };
  return {
    rule: (index) => ({ kind: 'stepSize', curvature: h.at(index), eta, mu }),
    symbols: (index) =>
      `${symbolOf(trace, writes, index)} = \\frac{\\eta}{\\mu + ${symbolOf(trace, curvature, index)}}`,
    users: (_, index) => [index],
  };
}

function explainAdamStep(trace: Trace, formula: AdamStep): Explainer<Rule> {
  const { writes, parameter, expAvg, expAvgSq } = formula;
  const value = reader(trace, parameter, roleOf(trace, parameter));
  const mean = reader(trace, expAvg, 'gradient');
  const square = reader(trace, expAvgSq, 'gradient');
  const constant = (symbol: string, of: number): NamedConstant => ({
    kind: 'constant',
    symbol,
    value: of,
  });
  const constants = {
    lr: constant('\\eta', formula.lr),
    beta1: constant('\\beta_1', formula.beta1),
    beta2: constant('\\beta_2', formula.beta2),
    eps: constant('\\epsilon', formula.eps),
    step: constant('t', formula.step),
  };
  return {
    rule: (index) => ({
      kind: 'adam',
      parameter: value.at(index),
      expAvg: mean.at(index),
      expAvgSq: square.at(index),
      constants,
    }),
    symbols(index) {
      const [w, m, v] = [parameter, expAvg, expAvgSq].map((name) => symbolOf(trace, name, index));
      const top = `${m} / (1 - \\beta_1^{t})`;
      const bottom = `\\sqrt{${v} / (1 - \\beta_2^{t})} + \\epsilon`;
      return `${symbolOf(trace, writes, index)} = ${w} - \\eta\\,\\frac{${top}}{${bottom}}`;
    },
    users: (_, index) => [index],
  };
}

/** What each tensor around a parameter is called in a formula; `w` is the parameter itself. */
const letters: Readonly<Partial<Record<string, string>>> = {
  grad: 'g',
  'grad.decayed': "g'",
  momentumBuffer: 'v',
  'momentumBuffer.before': 'v^{-}',
  expAvg: 'm',
  'expAvg.before': 'm^{-}',
  expAvgSq: 'v',
  'expAvgSq.before': 'v^{-}',
  curvature: 'h',
  meanCurvature: '\\bar h',
  stepSize: '\\varepsilon',
};

/** The letter of what became of a parameter; undefined of the parameter itself, and of its next value. */
function letterOf(state: string): string | undefined {
  const sample = sampleOfState(state);
  return sample === undefined ? letters[state] : `h^{(${sample})}`;
}

/** The symbol of an element of a tensor around a parameter, in its role's colour. */
export function symbolOf(trace: Trace, name: string, index: readonly number[]): string {
  const { part, state = '' } = placeOf(trace, name);
  const letter = letterOf(state);
  if (letter) return gradient(indexed(letter, index));
  const isBias = part === 'bias';
  const symbol = indexed(`${isBias ? 'b' : 'w'}${state === 'updated' ? "'" : ''}`, index);
  return isBias ? bias(symbol) : weight(symbol);
}

/** Gradients and what the optimiser gathers of them are gradients; the rest is the parameter. */
function roleOf(trace: Trace, name: string): Role {
  const { part, state = '' } = placeOf(trace, name);
  if (letterOf(state)) return 'gradient';
  return part === 'bias' ? 'bias' : 'weight';
}
