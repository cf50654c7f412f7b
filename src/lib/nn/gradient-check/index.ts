export { createChecker, type Check, type Checker } from './check';
export { curveEpsilons, curveRange, errorCurve, type CurvePoint } from './curve';
export { judge, type Judgement, type Verdict } from './judge';
export { kinksBetween, type Kink } from './kinks';
export { lossAlong, type Precision } from './loss-along';
export {
  checkMany,
  drawParameters,
  type Judged,
  type ManyOptions,
  type ManyProgress,
} from './many';
