import { INPUT, INPUT_GRAD, OUTPUT, OUTPUT_GRAD, TAP_COUNT } from '../../general/fields';
import { addInputGrads, multiply } from './products';
import { placeAt, samples, strideAt, word } from './shard';
import { clear } from './vectors';

/*
 * Fully connected layers: the rows of the products are the samples of a shard. The gradients of their
 * weights are summed over the whole batch afterwards, in `update.ts`.
 */

/** Forward. */
export function connect(at: usize): void {
  multiply(at, placeAt(at, INPUT), samples, placeAt(at, OUTPUT), strideAt(at, OUTPUT));
}

/** Writes the gradient of the input. */
export function connectInputGrad(at: usize): void {
  const inputGrad = placeAt(at, INPUT_GRAD);
  for (let sample: usize = 0; sample < samples; sample++) {
    clear(inputGrad + sample * strideAt(at, INPUT_GRAD), word(at, TAP_COUNT) << 2);
  }
  const grads = placeAt(at, OUTPUT_GRAD);
  addInputGrads(at, grads, strideAt(at, OUTPUT_GRAD), samples, inputGrad);
}
