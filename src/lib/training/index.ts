export { TrainingClient, type ClientOptions, type ClientReport } from './client';
export {
  createEngine,
  engineChoices,
  type CreatedEngine,
  type EngineChoice,
  type KernelSource,
} from './create-engine';
export { runFromWeights, takeCheckpoint, type Checkpoint, type RunRecord } from './checkpoint';
export { createTrainingWorker } from './create-worker';
export {
  loadDataset,
  loadDatasetOnce,
  type LoadOptions,
  type LoadProgress,
} from './dataset-loader';
export type { Engine, Part } from './engine';
export type { DeadUnits } from './dead-units';
export type { Border } from './border';
export { beginningParameters, featureMaps, type FeatureMap } from './feature-maps';
export { hyperparametersOf } from './hyperparameters';
export { runawayLayer } from './runaway';
export { newId } from './new-id';
export type { DigitReading } from './digit-reader';
export { spread } from './moments';
export type { Change, History, TestPoint } from './history';
export { idle } from './idle';
export { noHistory, secondsLeft } from './no-history';
export { pairs, type PairName } from './pairs';
export { prepare, startingWeights } from './prepare';
export {
  afterReport,
  runningMean,
  type Breakage,
  type Kernels,
  type Moment,
  type Phase,
  type Progress,
  type TestOutcome,
} from './progress';
export type { Command, Crew, Pace, Report } from './protocol';
export { browserRunStore } from './run-database';
export { browserRunTabs, type RunTabs } from './run-tabs';
export {
  inListOrder,
  storeProblemOf,
  type ListedRun,
  type RemovedRun,
  type RunStore,
  type StoreProblem,
} from './run-store';
export { defaultSettings, recipeOf, recipes, recipesFor, type RecipeName } from './recipes';
export { metadataOf, settingsIn } from './remarks';
export { ReferenceEngine, type ReferenceOptions } from './reference-engine';
export {
  readSafetensors,
  remarksOf,
  type WeightsFile,
  WeightsError,
  writeSafetensors,
  type WeightsProblem,
} from './safetensors';
export { longestHeader, mostEntries } from '$lib/formats/safetensors';
export { createSession, type SessionOptions } from './session';
export {
  choices,
  networkOfFormerLink,
  networkOfRun,
  numberRanges,
  readSettings,
  settingsFields,
  settingsText,
  type ChoiceSetting,
  type LiveSettings,
  type NumberRange,
  type NumberSetting,
  type Settings,
  type SettingsText,
} from './settings';
export { Trainer, type Move, type Position, type Stage, type TrainerOptions } from './trainer';
export {
  parameterShapes,
  stateDictOf,
  weightedLayers,
  weightsOf,
  type WeightedLayer,
} from './weights';
export { accuracyWithin, confusionOf, worstAnswers, type Answer, type AnswerKind } from './outcome';
export {
  isTrainable,
  mostMultiplyAdds,
  mostParameters,
  trainProblem,
  type TrainProblem,
} from './trainable';
export { growingBlocks, manyGrowingBlocks } from './growing-blocks';
export { askEpoch, type EpochAnswer } from './measure-client';
export { measureEpoch, type EpochMeasure, type MeasureOptions } from './measure-epoch';
