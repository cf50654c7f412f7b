export { TrainingClient, type ClientOptions, type ClientReport } from './client';
export {
  loadDataset,
  loadDatasetOnce,
  LoadError,
  type LoadOptions,
  type LoadProblem,
  type LoadProgress,
} from './dataset-loader';
export type { BatchResult, Engine, Evaluation, Hyperparameters, Part, Weights } from './engine';
export { loadMessages } from './load-messages';
export {
  afterReport,
  idle,
  runningMean,
  secondsLeft,
  type Breakage,
  type Phase,
  type Progress,
  type TestPoint,
} from './progress';
export { commandSchema, reportSchema, type Command, type Report } from './protocol';
export { createSession, type SessionOptions } from './session';
export {
  defaultSettings,
  numberRanges,
  numberSchema,
  settingsFields,
  settingsSchema,
  type NumberRange,
  type NumberSetting,
  type Settings,
} from './settings';
export { Trainer, type Move, type Stage, type TestResult, type TrainerOptions } from './trainer';
