import { parameter, type Module } from '../module';
import { batchStatistics } from '../operations/normalize-batch';
import { mapTensor, zeros, type Tensor } from '../tensor';

/** How many maps are normalised, and PyTorch's two settings. */
export interface BatchNorm2dOptions {
  readonly numFeatures: number;
  /** Added to every variance; 1e-5 if not given. */
  readonly eps?: number;
  /** How much of the running statistics a batch replaces; 0.1 if not given. */
  readonly momentum?: number;
}

/**
 * Every map normalised, then scaled and shifted by two numbers that learn, as `torch.nn.BatchNorm2d`:
 * `weight` [C] starts at 1 and `bias` [C] at 0. In training by the batch's own statistics, in
 * evaluation by the running ones. [N, C, H, W] → [N, C, H, W].
 */
export class BatchNorm2d implements Module {
  readonly kind = 'batchNorm2d';
  readonly options;
  readonly weight;
  readonly bias;
  readonly buffers;
  readonly #momentum: number;

  constructor({ numFeatures, eps = 1e-5, momentum = 0.1 }: BatchNorm2dOptions) {
    const ones = mapTensor(zeros([numFeatures]), () => 1);
    this.options = { eps };
    this.weight = parameter(ones);
    this.bias = parameter(zeros([numFeatures]));
    this.buffers = { runningMean: zeros([numFeatures]), runningVar: mapTensor(ones, () => 1) };
    this.#momentum = momentum;
  }

  /**
   * Moves the running statistics towards a batch's; its variance is that over one number less. Throws
   * where a map is one number, which has no variance.
   */
  gather(input: Tensor): void {
    const { mean, variance } = batchStatistics(input);
    const { runningMean, runningVar } = this.buffers;
    const count = input.data.length / mean.data.length;
    if (count < 2) {
      throw new Error('BatchNorm2d: in training expected more than one number a map, got 1');
    }
    const move = (from: number, to: number) => from + this.#momentum * (to - from);
    for (let c = 0; c < mean.data.length; c++) {
      runningMean.data[c] = move(runningMean.data[c], mean.data[c]);
      runningVar.data[c] = move(runningVar.data[c], (variance.data[c] * count) / (count - 1));
    }
  }
}
