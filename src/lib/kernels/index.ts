export type { CrewLimit, Helper, Spawn } from './crew';
export {
  createKernelEngine,
  KernelEngine,
  maximumWorkers,
  StuckError,
  type ActivationName,
  type BatchResult,
  type Digits,
  type Evaluation,
  type KernelOptions,
  type OptimizerState,
  type PoolingName,
} from './engine';
export { fingerprint } from './fingerprint';
export type { Hyperparameters, OptimizerName } from './optimizer';
export type { ParameterValues } from './parameters';
