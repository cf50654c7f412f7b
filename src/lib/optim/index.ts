export { adam, adamUpdate, type AdamRule } from './adam';
export { applyRule, Optimizer, type UpdateRule } from './optimizer';
export type { ParameterState, Updated } from './rule';
export {
  constantLR,
  oneCycleLR,
  type OneCycleOptions,
  type Schedule,
  type ScheduledStep,
} from './schedule';
export { sgd, sgdUpdate, type SgdRule } from './sgd';
export {
  freshState,
  traceStep,
  traceUpdate,
  type OptimizerState,
  type UpdatedTrace,
} from './trace-update';
