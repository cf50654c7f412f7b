export {
  convolutionConnections,
  convolutionFanIn,
  convolutionMultiplyAdds,
  convolutionParameters,
  float32Bytes,
  linearMultiplyAdds,
  linearParameters,
  type ConvolutionExtent,
  type ConvolutionShape,
} from './cost';
export { kernelSpan, outputSize, poolOutputSize, type SlidingWindow } from './output-size';
export { readWhole } from './read-whole';
export { failure, success, type Field, type Reason, type Result } from './result';
export { largestField } from './whole';
