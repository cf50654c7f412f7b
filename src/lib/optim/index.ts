export { adam, type AdamRule } from './adam';
export { Optimizer, type UpdateRule } from './optimizer';
export type { ParameterState, Updated } from './rule';
export {
  constantLR,
  oneCycleLR,
  type OneCycleOptions,
  type Schedule,
  type ScheduledStep,
} from './schedule';
export { paperRate } from './paper-rates';
export { sdlm, type SdlmRule } from './sdlm';
export { sgd, type SgdRule } from './sgd';
export { freshState, traceStep, type OptimizerState, type UpdatedTrace } from './trace-update';
