export type {
  ActivationName,
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
  StepSizes,
} from './contract';
export { crewLimits, type CrewLimit, type Helper, type Spawn } from './crew';
export {
  KernelEngine,
  maximumShift,
  maximumWorkers,
  StuckError,
  type EngineOptions,
} from './engine';
export { createKernelEngine, type KernelOptions } from './fused';
export { createGeneralEngine, type GeneralOptions } from './general/create';
export { curvatureProblem, type CurvatureProblem } from './curvature-problem';
export { PlanError, planProblem, type PlanProblem } from './general/problem';
export { fingerprint } from './fingerprint';
export { squashings } from './squashings';
export { fixedThreads, type ThreadChoice } from './threads';
export { wholeBatch } from './whole-batch';
