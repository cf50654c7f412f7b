import type { Shape } from '$lib/network';

/** What a layer makes of one sample, and what that costs. */
export interface Measure {
  readonly output: Shape;
  /** The shape of its weights, as PyTorch's; [] for a layer without any. */
  readonly weightShape: readonly number[];
  readonly parameters: number;
  /** As the paper counts: each input that a unit reads, padding too, and its bias. */
  readonly connections: number;
  /** Products of a weight with an input; adding biases and pooling are not counted. */
  readonly multiplyAdds: number;
}
