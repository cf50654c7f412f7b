export type {
  ActivationName,
  ActiveLayer,
  BatchResult,
  Digits,
  Evaluation,
  Hyperparameters,
  LayerSize,
  OptimizerName,
  OptimizerState,
  ParameterValues,
  Peaks,
  PoolingName,
} from './contract';
export { crewLimits, type CrewLimit, type Helper, type Spawn } from './crew';
export {
  createKernelEngine,
  KernelEngine,
  maximumWorkers,
  StuckError,
  type KernelOptions,
} from './engine';
export { fingerprint } from './fingerprint';
export { squashings } from './squashings';
export { wholeBatch } from './whole-batch';
