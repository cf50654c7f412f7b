import { expectShape, mapTensor, scalar, type Tensor } from './tensor';

/**
 * The mean over samples of −log(probability of the right class), as PyTorch's CrossEntropyLoss, from
 * logits: log Σ e^z − z[label], with the largest logit subtracted so that no e^z overflows.
 * logits [N, classes], labels: N classes from 0 → a loss of shape [].
 */
export function crossEntropy(logits: Tensor, labels: ArrayLike<number>): Tensor {
  expectLabels('crossEntropy', logits, labels);
  const [N, classes] = logits.shape;
  let total = 0;
  for (let n = 0; n < N; n++) {
    const row = logits.data.subarray(n * classes, (n + 1) * classes);
    const largest = Math.max(...row);
    const sum = row.reduce((powers, z) => powers + Math.exp(z - largest), 0);
    total += largest + Math.log(sum) - row[labels[n]];
  }
  return scalar(total / N);
}

/**
 * How the loss changes with each logit: the probability that `softmax` made of it, less 1 for the
 * right class, over N. probabilities [N, classes] → [N, classes].
 */
export function crossEntropyInputGrad(probabilities: Tensor, labels: ArrayLike<number>): Tensor {
  expectLabels('crossEntropyInputGrad', probabilities, labels);
  const [N, classes] = probabilities.shape;
  return mapTensor(probabilities, (probability, at) => {
    const isRight = at % classes === labels[Math.floor(at / classes)];
    return (probability - Number(isRight)) / N;
  });
}

function expectLabels(operation: string, scores: Tensor, labels: ArrayLike<number>): void {
  expectShape(operation, 'input', scores.shape, ['N', 'classes']);
  const [N, classes] = scores.shape;
  expectShape(operation, 'labels', [labels.length], [N]);
  for (const label of Array.from(labels)) {
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw new Error(`${operation}: invalid label: expected 0 to ${classes - 1}, got ${label}`);
  }
}
