export {
  activationNames,
  paddingModes,
  slopeOf,
  startingValues,
  type Activation,
  type ActivationName,
  type BatchNorm,
  type Convolution,
  type Dropout,
  type EuclideanRbf,
  type FullyConnected,
  type GlobalAveragePooling,
  type Layer,
  type NamedLayer,
  type Padding,
  type PaddingMode,
  type Pair,
  type Pooling,
  type Residual,
  type Shape,
  type SparseConvolution,
  type StartingValues,
  type Subsampling,
  type TransposedConvolution,
  type WindowSettings,
} from './layer';
export { allLayers, jOf, waysOf, type Loss, type Network } from './network';
export {
  fieldsOf,
  hasStart,
  layerKinds,
  newTexts,
  ticksOf,
  type LayerField,
  type LayerKind,
  type LayerTexts,
  type TextsKind,
} from './layer-texts';
export { lenet5Activations, lenet5Choices, lenet5Network, type LeNet5Choices } from './lenet5';
export { activationPart, nameLayers, pytorchNames } from './names';
export {
  layerCount,
  networkOf,
  readNetwork,
  writeNetwork,
  type NetworkProblem,
  type NetworkReading,
} from './network-notation';
export {
  mostLayers,
  notationProblem,
  readLayer,
  readNotation,
  writeNotation,
  type NotationProblem,
} from './notation';
export { c3Table } from './paper-table';
export {
  changedField,
  describeChain,
  layerOf,
  readTable,
  textsOf,
  withLayer,
  type FieldReaders,
} from './read-layer';
