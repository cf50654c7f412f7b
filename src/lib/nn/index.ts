export { Generator, manualSeed, randperm } from './generator';
export { initializations, initialize, type Initialization } from './initialization';
export { build } from './build';
export { buildProblem, type BuildProblem } from './buildable';
export { lenet5 } from './lenet5';
export { answerOf, lossGrad, lossOf, sharesOf, smallestAnswers, type LossChoice } from './losses';
export type { Module, Parameter } from './module';
export { Conv2d, type Conv2dOptions } from './modules/conv2d';
export { BatchNorm2d, type BatchNorm2dOptions } from './modules/batch-norm2d';
export { Dropout } from './modules/dropout';
export { EuclideanRbf } from './modules/euclidean-rbf';
export { Linear, type LinearOptions } from './modules/linear';
export {
  AvgPool2d,
  Flatten,
  GlobalAvgPool2d,
  LeakyReLU,
  MaxPool2d,
  ReLU,
  ScaledTanh,
  Sigmoid,
  Tanh,
} from './modules/plain';
export { Residual, type ResidualOptions } from './modules/residual';
export { SparseConv2d, type SparseConv2dOptions } from './modules/sparse-conv2d';
export { Subsample2d, type Subsample2dOptions } from './modules/subsample2d';
export { Sequential, type StateDict } from './modules/sequential';
export { gradientsOf, operations, type OperationName, type StepKind } from './operations';
export { conv2d, conv2dInputGrad, conv2dWeightGrad } from './operations/conv2d';
export { crossEntropy, crossEntropyInputGrad } from './operations/cross-entropy';
export type { GradientOf, OperationDefinition, Slot } from './operations/definition';
export { linear } from './operations/linear';
export { map, mapInputGrad, posterior } from './operations/map';
export { maxPool2d, maxPool2dInputGrad } from './operations/max-pool2d';
export { mse, mseInputGrad } from './operations/mse';
export { reluInputGrad } from './operations/relu';
export { softmax } from './operations/softmax';
export { tanh } from './operations/tanh';
export { indexAt, offsetOf, reshape, scalar, sizeOf, tensor, zeros, type Tensor } from './tensor';
export { readsOf } from './trace/operation';
export type {
  AdamStep,
  Constant,
  Operation,
  StepSizes,
  UpdateFormula,
  UpdateOperation,
  WeightedSum,
} from './trace/operation';
export {
  curvatureOf,
  gradOf,
  isGrad,
  isOfParameter,
  nameOf,
  ofGrad,
  sampleOfState,
  sampleState,
  type Place,
} from './trace/place';
export { runSteps } from './trace/run';
export { sampleCurvatures } from './trace/sample-curvatures';
export type { Phase, Step } from './trace/step';
export { givenTo, placeOf, tensorOf, traceSample, type Trace } from './trace/trace';
export type { PoolOptions, SlidingOptions } from './window';
export * from './explain';
