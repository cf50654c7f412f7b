import { firstSamples, type Split } from '$lib/data';
import { readMnist } from '../data/mnist-source';

/** The first digits of MNIST's training and test sets. */
export function firstDigits(train: number, test: number): Split {
  const mnist = readMnist();
  return { train: firstSamples(mnist.train, train), test: firstSamples(mnist.test, test) };
}
