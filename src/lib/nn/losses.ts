import { jOf, type Network } from '$lib/network';
import { crossEntropy, crossEntropyInputGrad } from './operations/cross-entropy';
import { map, mapInputGrad, posterior } from './operations/map';
import { mse, mseInputGrad } from './operations/mse';
import { softmax } from './operations/softmax';
import { zeros, type Tensor } from './tensor';

/** What a network learns by: its loss, and the constant of one that has one. */
export type LossChoice = Pick<Network, 'loss' | 'j'>;

/** The mean loss of what a network ends in [N, classes] for N classes from 0 → []. */
export function lossOf(scores: Tensor, labels: ArrayLike<number>, choice: LossChoice): Tensor {
  if (choice.loss === 'crossEntropy') return crossEntropy(scores, labels);
  if (choice.loss === 'mse') return mse(scores, labels);
  return map(scores, labels, { j: jOf(choice) });
}

/** How that loss changes with each of the scores or distances: [N, classes]. */
export function lossGrad(scores: Tensor, labels: ArrayLike<number>, choice: LossChoice): Tensor {
  if (choice.loss === 'crossEntropy') return crossEntropyInputGrad(softmax(scores), labels);
  if (choice.loss === 'mse') return mseInputGrad(labels, scores.shape);
  return mapInputGrad(posterior(scores, { j: jOf(choice) }), labels);
}

/** Whether the smallest number answers: of distances, where of scores it is the largest. */
export const smallestAnswers = ({ loss }: Pick<Network, 'loss'>): boolean =>
  loss !== 'crossEntropy';

/**
 * The class that scores, or distances, answer with: the first of equals; nothing is better than a first
 * that is NaN.
 */
export function answerOf(scores: ArrayLike<number>, choice: Pick<Network, 'loss'>): number {
  const isBetter = smallestAnswers(choice)
    ? (one: number, other: number) => one < other
    : (one: number, other: number) => one > other;
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (isBetter(scores[i], scores[best])) best = i;
  return best;
}

/**
 * Scores or distances [N, classes] as shares of one. Distances are those of a Gaussian around each code:
 * e^(−y) over the sum of all, and by equation 9 the rubbish class, which is not among them, has its share.
 */
export function sharesOf(scores: Tensor, choice: LossChoice): Tensor {
  if (choice.loss === 'crossEntropy') return softmax(scores);
  const all = posterior(scores, { j: choice.loss === 'map' ? jOf(choice) : Infinity });
  const [N, classes] = scores.shape;
  const shares = zeros([N, classes]);
  for (let n = 0; n < N; n++)
    for (let i = 0; i < classes; i++)
      shares.data[n * classes + i] = all.data[n * (classes + 1) + i];
  return shares;
}
