import type { Operation } from '$lib/nn';

/** How the functions behind a layer are called, the same in every language. */
const functionNames: Partial<Record<Operation['kind'], string>> = {
  relu: 'ReLU',
  leakyRelu: 'LeakyReLU',
  tanh: 'tanh',
  scaledTanh: '1.7159 tanh(⅔x)',
  sigmoid: 'sigmoid',
};

/** The function that an operation is, if it is one: `ReLU`. */
export function functionName(kind: Operation['kind']): string | undefined {
  return functionNames[kind];
}
