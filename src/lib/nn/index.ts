export { Generator, manualSeed, randperm } from './generator';
export type {
  AdamConstants,
  Constant,
  Operation,
  UpdateOperation,
  WeightedTerm,
} from './operation';
export {
  expectShape,
  formatShape,
  indexAt,
  mapTensor,
  offsetOf,
  reshape,
  scalar,
  sizeOf,
  tensor,
  zeros,
  type Tensor,
} from './tensor';
export type { Phase, Step, Trace } from './trace';
export type { AvgPoolOptions, MaxPoolOptions, SlidingOptions } from './window';
