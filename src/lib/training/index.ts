export { TrainingClient, type ClientOptions, type ClientReport } from './client';
export { createEngine, type CreatedEngine, type KernelSource } from './create-engine';
export {
  checkpointSchema,
  runFromWeights,
  runRecordSchema,
  takeCheckpoint,
  type Checkpoint,
  type RunRecord,
} from './checkpoint';
export { createTrainingWorker } from './create-worker';
export { PointCollector, stepsPerPoint, type Points } from './curve-points';
export {
  loadDataset,
  loadDatasetOnce,
  LoadError,
  type LoadOptions,
  type LoadProblem,
  type LoadProgress,
} from './dataset-loader';
export type { Engine, Part } from './engine';
export {
  beginning,
  historySchema,
  noHistory,
  type Change,
  type History,
  type TestPoint,
} from './history';
export { hyperparametersOf } from './hyperparameters';
export { loadMessages } from './load-messages';
export { prepare } from './prepare';
export {
  afterReport,
  idle,
  runningMean,
  secondsLeft,
  type Breakage,
  type Phase,
  type Progress,
} from './progress';
export {
  commandSchema,
  reportSchema,
  type Command,
  type Crew,
  type Pace,
  type Report,
} from './protocol';
export { browserRunStore, type RunStore } from './run-store';
export { defaultSettings, recipeOf, recipes, type RecipeName } from './recipes';
export { ReferenceEngine, type ReferenceOptions } from './reference-engine';
export {
  readSafetensors,
  WeightsError,
  writeSafetensors,
  type WeightsProblem,
} from './safetensors';
export { createSession, type SessionOptions } from './session';
export {
  choices,
  numberRanges,
  readSettings,
  settingsFields,
  settingsSchema,
  settingsText,
  type ChoiceSetting,
  type LiveSettings,
  type NumberRange,
  type NumberSetting,
  type Settings,
  type SettingsText,
} from './settings';
export {
  Trainer,
  type Move,
  type Position,
  type Stage,
  type TestResult,
  type TrainerOptions,
} from './trainer';
export { parameterShapes, stateDictOf, weightsOf } from './weights';
