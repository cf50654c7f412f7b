import { evenLoss, plainStep, rightScoreGradient, weightUses } from './learning';
import {
  convolution,
  firstConvolution,
  fullConnection,
  maxPooling,
  sparseConvolution,
} from './parameters';
import { connectionShape, convolutionShape, poolingShape, windowCount } from './sizes';

/** Every rule by the name under which an exercise asks for it. */
export const rules = {
  'connection-shape': connectionShape,
  'convolution-parameters': convolution,
  'convolution-shape': convolutionShape,
  'even-loss': evenLoss,
  'first-convolution-parameters': firstConvolution,
  'full-connection-parameters': fullConnection,
  'max-pooling-parameters': maxPooling,
  'plain-step': plainStep,
  'pooling-shape': poolingShape,
  'right-score-gradient': rightScoreGradient,
  'sparse-convolution-parameters': sparseConvolution,
  'weight-uses': weightUses,
  'window-count': windowCount,
};

/** The name of a rule. */
export type RuleName = keyof typeof rules;
