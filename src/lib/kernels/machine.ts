import type { DrawnSamples, KernelExports } from './module';
import type { ParameterLayouts } from './parameters';
import type { PeakRows } from './peaks';

/**
 * A compiled network in its memory, which an engine drives without knowing what it computes: the fused
 * LeNet-5, or any other.
 */
export interface Machine {
  readonly exports: KernelExports;
  readonly memory: WebAssembly.Memory;
  /** Addresses of what a job is told and what it gives, one entry a sample. */
  readonly job: {
    readonly samples: number;
    readonly shifts: number;
    readonly losses: number;
    readonly predicted: number;
  };
  /** Room for the samples of a job that are in no part of the data. */
  readonly drawn: DrawnSamples;
  /** The most samples in a job. */
  readonly capacity: number;
  /** Whether all of a batch has to be in one job. */
  readonly needsWholeBatch: boolean;
  readonly parameters: ParameterLayouts;
  readonly peaks: readonly PeakRows[];
  /** To be called before each update, with its number from 0, and after weights were loaded. */
  beginStep(step: number): void;
  weightsLoaded(): void;
  /** Stochastic diagonal Levenberg–Marquardt; absent where the kernels are not laid out for it. */
  readonly sdlm?: {
    /** Makes it the rule of updates. */
    use(): void;
    /** Brings up to date what gradients and curvature of a batch are computed with: steps do not. */
    prepareBatch(): void;
  };
}
