import { expectShape, zeros, type Tensor } from './tensor';

/**
 * Logits as probabilities: e^z over the sum of all e^z of the sample. The largest logit is
 * subtracted first, which changes no quotient and keeps e^z from overflowing.
 * logits [N, classes] → [N, classes], each row summing to 1.
 */
export function softmax(logits: Tensor): Tensor {
  expectShape('softmax', 'logits', logits.shape, ['N', 'classes']);
  const [N, classes] = logits.shape;
  const probabilities = zeros(logits.shape);
  for (let n = 0; n < N; n++) {
    const row = logits.data.subarray(n * classes, (n + 1) * classes);
    const largest = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    probabilities.data.set(
      powers.map((power) => power / sum),
      n * classes,
    );
  }
  return probabilities;
}
