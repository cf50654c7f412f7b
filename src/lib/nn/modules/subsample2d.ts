import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { parameter, type Module } from '../module';
import { pairOf, type PoolOptions } from '../window';

/** How many maps are subsampled, by which windows, and where their numbers come from. */
export interface Subsample2dOptions extends PoolOptions {
  readonly channels: number;
  readonly generator: Generator;
}

/**
 * The paper's subsampling: the sum of a window times `weight` [C], plus `bias` [C], drawn from the
 * generator in this order, uniform between ±1/√taps. [N, C, H, W] → [N, C, H', W'].
 */
export class Subsample2d implements Module {
  readonly kind = 'subsample2d';
  readonly options: PoolOptions;
  readonly weight;
  readonly bias;

  constructor({ channels, generator, ...options }: Subsample2dOptions) {
    const [height, width] = pairOf(options.kernelSize);
    this.options = options;
    this.weight = parameter(uniformByFanIn([channels], height * width, generator));
    this.bias = parameter(uniformByFanIn([channels], height * width, generator));
  }
}
