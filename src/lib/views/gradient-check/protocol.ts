import type { Ref, Trace } from '$lib/nn';
import type { CurvePoint, ManyOptions, ManyProgress } from '$lib/nn/gradient-check';

/** Work that takes too long for the page itself. */
export type Job =
  | { readonly kind: 'curve'; readonly trace: Trace; readonly ref: Ref }
  | { readonly kind: 'many'; readonly trace: Trace; readonly options: ManyOptions };

/** What the page asks of the worker. `run` counts the requests, so that reports can be told apart. */
export interface Request {
  readonly run: number;
  /** What to work on from now on, in place of what there was; nothing to stop. */
  readonly job?: Job;
}

/** A piece of a job's result. */
export type Finding =
  | { readonly kind: 'point'; readonly point: CurvePoint }
  | { readonly kind: 'progress'; readonly progress: ManyProgress }
  | { readonly kind: 'done' };

/** What the worker reports. */
export interface Report {
  readonly run: number;
  readonly finding: Finding;
}
