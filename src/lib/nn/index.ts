export { avgPool2d, avgPool2dInputGrad } from './avg-pool2d';
export { conv2d, conv2dBiasGrad, conv2dInputGrad, conv2dWeightGrad } from './conv2d';
export { crossEntropy, crossEntropyInputGrad } from './cross-entropy';
export { flatten, flattenInputGrad } from './flatten';
export { Generator, manualSeed, randperm } from './generator';
export { initializations, initialize, type Initialization } from './initialization';
export { lenet5Layers, type Layer, type LayerWindow } from './layers';
export { lenet5 } from './lenet5';
export { linear, linearBiasGrad, linearInputGrad, linearWeightGrad } from './linear';
export { maxPool2d, maxPool2dInputGrad, type MaxPooled } from './max-pool2d';
export type { Parameter } from './module';
export { Conv2d, type Conv2dOptions } from './modules/conv2d';
export { Flatten, ReLU, Sigmoid, Tanh } from './modules/elementwise';
export { Linear, type LinearOptions } from './modules/linear';
export { AvgPool2d, MaxPool2d } from './modules/pooling';
export { Sequential, type Module, type StateDict } from './modules/sequential';
export { relu, reluInputGrad } from './relu';
export { sigmoid, sigmoidInputGrad } from './sigmoid';
export { softmax } from './softmax';
export { tanh, tanhInputGrad } from './tanh';
export { readsOf } from './trace/operation';
export type {
  AdamStep,
  Constant,
  NetworkOperation,
  Operation,
  UpdateFormula,
  UpdateOperation,
  WeightedSum,
} from './trace/operation';
export { indexAt, offsetOf, reshape, scalar, sizeOf, tensor, zeros, type Tensor } from './tensor';
export type { Phase, Step } from './trace/step';
export { runSteps } from './trace/run';
export { tensorOf, traceSample, type Trace } from './trace/trace';
export type { AvgPoolOptions, MaxPoolOptions, SlidingOptions } from './window';
export * from './explain';
