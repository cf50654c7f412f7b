import type { Operand } from '../rules/operand';
import { term, type SumRule } from '../rules/sum';
import type { Explainer, Reader } from './definition';

/*
 * A convolution, a fully connected layer and their like add up products of a weight and an input.
 * Which products there are, listed three ways, gives the rule and the users of all their steps.
 */

/** One product: the output that it is added to, its weight, and its input, which may lie in padding. */
export interface Product {
  readonly output: readonly number[];
  readonly weight: readonly number[];
  readonly input: readonly number[];
}

/** The products that a number takes part in. An output's are in the order in which they are added. */
export interface Products {
  /** Whether two products can have two of their three numbers in common: all weights of a map are one. */
  readonly areShared?: boolean;
  ofOutput(index: readonly number[]): Product[];
  ofWeight(index: readonly number[]): Product[];
  ofInput(index: readonly number[]): Product[];
}

type Explained = Pick<Explainer<SumRule>, 'rule' | 'users'>;

/** Each output is a bias, that of its first axis, and its products. Reads input, weight, bias. */
export function explainOutput(
  { ofOutput, ofWeight, ofInput, areShared }: Products,
  [input, weight, bias]: readonly Reader[],
  outputShape: readonly number[],
): Explained {
  const [, ...places] = outputShape;
  return {
    rule(index) {
      const terms = [term(bias.at(index.slice(0, 1)))];
      for (const each of ofOutput(index)) {
        terms.push(term(weight.at(each.weight), numberAt(input, each.input)));
      }
      return { kind: 'sum', terms };
    },
    users(read, index) {
      if (read === 2) return combinations(index, ...places.map(range));
      const products = read === 0 ? ofInput(index) : ofWeight(index);
      return once(
        areShared,
        products.map(({ output }) => output),
      );
    },
  };
}

/** Each weight's gradient sums its outputs' gradients times its inputs. Reads the gradients, input. */
export function explainWeightGrad(
  { ofOutput, ofWeight, ofInput, areShared }: Products,
  [grads, input]: readonly Reader[],
): Explained {
  return {
    rule(index) {
      const terms = ofWeight(index).map((each) =>
        term(grads.at(each.output), numberAt(input, each.input)),
      );
      return { kind: 'sum', terms };
    },
    users(read, index) {
      const products = read === 0 ? ofOutput(index) : ofInput(index);
      return once(
        areShared,
        products.map(({ weight }) => weight),
      );
    },
  };
}

/** Each bias's gradient sums those of the outputs that it was added to. Reads the gradients. */
export function explainBiasGrad([grads]: readonly Reader[]): Explained {
  const [, ...places] = grads.shape;
  return {
    rule(index) {
      const outputs = combinations(index, ...places.map(range));
      return { kind: 'sum', terms: outputs.map((output) => term(grads.at(output))) };
    },
    users: (_, index) => [index.slice(0, 1)],
  };
}

/** Each input's gradient sums its outputs' gradients times its weights. Reads the gradients, weight. */
export function explainInputGrad(
  { ofOutput, ofWeight, ofInput, areShared }: Products,
  [grads, weight]: readonly Reader[],
  inputShape: readonly number[],
): Explained {
  return {
    rule(index) {
      const terms = ofInput(index).map((each) =>
        term(grads.at(each.output), weight.at(each.weight)),
      );
      return { kind: 'sum', terms };
    },
    users(read, index) {
      const products = read === 0 ? ofOutput(index) : ofWeight(index);
      const inside = products.filter(({ input }) => isInside(inputShape, input));
      return once(
        areShared,
        inside.map(({ input }) => input),
      );
    },
  };
}

/** The input's number at an index, or the zero that lies there in the padding. */
function numberAt(input: Reader, index: readonly number[]): Operand {
  if (isInside(input.shape, index)) return input.at(index);
  return { kind: 'padding', role: 'input', index, value: 0 };
}

function isInside(shape: readonly number[], index: readonly number[]): boolean {
  for (let axis = 0; axis < shape.length; axis++) {
    if (!(index[axis] >= 0 && index[axis] < shape[axis])) return false;
  }
  return true;
}

/** The whole numbers from 0 to n − 1. */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Every way to take one element from each list, the last list running fastest: their product. */
export function combinations(...lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>(
    (starts, list) => starts.flatMap((start) => list.map((each) => [...start, each])),
    [[]],
  );
}

/** Each index once; where no product shares two numbers with another, they are all different. */
function once(areShared: boolean | undefined, indices: readonly (readonly number[])[]) {
  return areShared ? distinct(indices) : indices;
}

/** Each index once, in the order in which they first come. */
export function distinct(indices: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(indices.map((index) => [index.join(), index])).values()];
}
