export {
  convolutionConnections,
  convolutionMultiplyAdds,
  convolutionParameters,
  float32Bytes,
  linearMultiplyAdds,
  linearParameters,
  type ConvolutionExtent,
  type ConvolutionShape,
} from './cost';
export { greatestCommonDivisor } from './divisor';
export { unitsOf } from './layers/checked';
export type { Measure } from './layers/measured';
export { measureChain, measureLayer, type MeasuredLayer } from './layers/measure';
export { windowAlong, type AxisWindow } from './layers/padding';
export {
  grow,
  mostPhases,
  ownField,
  pixelFields,
  type ReceptiveField,
  type ReceptiveFields,
} from './layers/receptive-field';
export {
  measureLayers,
  measureNetwork,
  memoryOf,
  smallestInput,
  type NetworkMeasure,
  type NetworkStep,
  type NetworkTotals,
} from './network/measure-network';
export { mendsOf } from './network/mends';
export { patchesOf, type Patch } from './network/patches';
export {
  dropsLastWindow,
  kernelSpan,
  outputSize,
  poolOutputSize,
  type SlidingWindow,
} from './output-size';
export {
  failure,
  success,
  type Axis,
  type Failure,
  type Field,
  type Reason,
  type Result,
} from './result';
export { solveWindow } from './solve/solve-window';
export {
  solvableFields,
  type SolvableField,
  type WindowNumbers,
  type WindowQuestion,
  type WindowSolution,
  type WindowSolutions,
} from './solve/window';
export { placeUnder, tapsOf, unreadPlaces, windowsOver, type Tap } from './window/reach';
export { largestField, wholeProblem } from './whole';
