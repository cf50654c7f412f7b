import {
  convolutionConnections,
  gatedGradient,
  softmaxShare,
  subsamplingConnections,
  subsamplingParameters,
  tableCrosses,
  wholeMapParameters,
} from './counting';
import {
  averageShare,
  centralDifference,
  onePath,
  probabilityLoss,
  slidInput,
  slidWeight,
  twoPaths,
} from './backward';
import { evenLoss, plainStep, rightScoreGradient, weightUses } from './learning';
import {
  convolution,
  firstConvolution,
  fullConnection,
  maxPooling,
  sparseConvolution,
} from './parameters';
import { batchMean, momentumStep, stepChange, updatesInAll, wrongOnes } from './training';
import {
  adamMemory,
  codeDistance,
  convolutionProducts,
  firstOfTwo,
  joinedBias,
  kernelBackwards,
  normalisedGrey,
  sight,
} from './reading';
import { connectionShape, convolutionShape, poolingShape, windowCount } from './sizes';

/** Every rule by the name under which an exercise asks for it. */
export const rules = {
  'convolution-connections': convolutionConnections,
  'gated-gradient': gatedGradient,
  'softmax-share': softmaxShare,
  'subsampling-connections': subsamplingConnections,
  'subsampling-parameters': subsamplingParameters,
  'table-crosses': tableCrosses,
  'whole-map-parameters': wholeMapParameters,
  'average-share': averageShare,
  'batch-mean': batchMean,
  'central-difference': centralDifference,
  'adam-memory': adamMemory,
  'code-distance': codeDistance,
  'connection-shape': connectionShape,
  'convolution-parameters': convolution,
  'convolution-products': convolutionProducts,
  'convolution-shape': convolutionShape,
  'even-loss': evenLoss,
  'first-convolution-parameters': firstConvolution,
  'first-of-two': firstOfTwo,
  'full-connection-parameters': fullConnection,
  'joined-bias': joinedBias,
  'kernel-backwards': kernelBackwards,
  'max-pooling-parameters': maxPooling,
  'momentum-step': momentumStep,
  'one-path': onePath,
  'normalised-grey': normalisedGrey,
  'plain-step': plainStep,
  'pooling-shape': poolingShape,
  'probability-loss': probabilityLoss,
  'right-score-gradient': rightScoreGradient,
  'slid-input': slidInput,
  'slid-weight': slidWeight,
  sight,
  'sparse-convolution-parameters': sparseConvolution,
  'step-change': stepChange,
  'two-paths': twoPaths,
  'updates-in-all': updatesInAll,
  'weight-uses': weightUses,
  'window-count': windowCount,
  'wrong-ones': wrongOnes,
};

/** The name of a rule. */
export type RuleName = keyof typeof rules;
