export type {
  ActivationName,
  BatchResult,
  Digits,
  Evaluation,
  Hyperparameters,
  OptimizerName,
  OptimizerState,
  ParameterValues,
  PoolingName,
} from './contract';
export type { CrewLimit, Helper, Spawn } from './crew';
export {
  createKernelEngine,
  KernelEngine,
  maximumWorkers,
  StuckError,
  type KernelOptions,
} from './engine';
export { fingerprint } from './fingerprint';
