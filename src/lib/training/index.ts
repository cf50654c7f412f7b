export { TrainingClient, type ClientOptions, type ClientReport } from './client';
export {
  loadDataset,
  loadDatasetOnce,
  LoadError,
  type LoadOptions,
  type LoadProblem,
  type LoadProgress,
} from './dataset-loader';
export type { BatchResult, Engine, Evaluation, Part } from './engine';
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
export { createTrainingWorker } from './create-worker';
export { createSession, type SessionOptions } from './session';
export {
  defaultSettings,
  numberRanges,
  readSettings,
  settingsFields,
  settingsSchema,
  settingsText,
  type NumberRange,
  type NumberSetting,
  type Settings,
  type SettingsText,
} from './settings';
export { Trainer, type Move, type Stage, type TestResult, type TrainerOptions } from './trainer';
export { ReferenceEngine, type ReferenceEngineOptions } from './reference-engine';
export { prepare } from './prepare';
export { stateDictOf, weightsOf, type Weights } from './weights';
