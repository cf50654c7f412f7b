import {
  ACTIVATE,
  ACTIVATE_CURVATURE,
  ACTIVATE_GRAD,
  ADD,
  CONNECT,
  CONNECT_INPUT_GRAD,
  CONNECT_STEP,
  CONVOLVE,
  CONVOLVE_INPUT_GRAD,
  CONVOLVE_WEIGHT_GRAD,
  COPY,
  CURVATURE,
  DRAW_IMAGE,
  DROP,
  DROP_GRAD,
  EVALUATION,
  GATHER_SLOPES,
  GATHER_STATISTICS,
  INPUT,
  INPUT_GRAD,
  MEASURE_LOSS,
  MEASURE_MAP,
  MEASURE_MSE,
  MEASURE_PEAKS,
  NORMALIZE,
  NORMALIZE_GRAD,
  OUTPUT,
  OUTPUT_GRAD,
  POOL_MAX,
  POOL_MAX_GRAD,
  POOL_MEAN,
  POOL_MEAN_GRAD,
  RBF,
  RBF_CURVATURE,
  RBF_GRAD,
  SCALE,
  SCALE_GRAD,
  SHARD_BYTES,
  SQUARE,
  STAGE_COUNT,
  STAGES,
  STEP_TASK_COUNT,
  STEP_TASKS,
  STEPS,
  TASK_COUNT,
  TASKS,
  UPDATE_BIAS,
  UPDATE_ROWS,
  UPDATE_SHARED,
} from '../../general/fields';
import { announceJob, awaitJob, crewSize, meet, takeTicket } from '../crew';
import { EVALUATE, jobKind, STEP_ONE, TRAIN } from '../job';
import { connect, connectInputGrad } from './connect';
import { convolve, convolveInputGrad, convolveWeightGrad } from './convolve';
import { activate, activateGrad, add, drop, duplicate, scale, scaleGrad } from './elements';
import { drawImages } from './image';
import { activateCurvature, distanceCurvature, square, squareTo } from './curvature';
import { distanceGrad, measureDistances } from './distances';
import { measureLoss, measureMap, measureMse, measurePeaks } from './loss';
import {
  gatherSlopes,
  gatherStatistics,
  normalize,
  normalizeGrad,
  updateStatistics,
} from './normalize';
import { poolMax, poolMaxGrad, poolMean, poolMeanGrad } from './pool';
import { gradients, HEAD, head, setShard, setWorker, shardCount } from './shard';
import { connectStep } from './step';
import { turnAll, updateBias, updateRows, updateShared } from './tasks';
import { clear } from './vectors';

/*
 * What the host calls: `../index.ts` for any network that the host has written a plan of. A plan is
 * programs, lists of operations, each over the samples of a shard. In training there are several where
 * the batch has to be known as a whole in between: the workers meet after each.
 */

export { dismiss, setWorkers } from '../crew';
export { setData, setJob, setNormalization } from '../job';
export { useAdam, useSdlm, useSgd } from '../update';
export { HEAD };

/** Does one operation with the samples of the shard. */
function operate(operation: i32, at: usize): void {
  switch (operation) {
    case DRAW_IMAGE:
      return drawImages(at);
    case CONVOLVE:
      return convolve(at);
    case CONVOLVE_WEIGHT_GRAD:
      return convolveWeightGrad(at);
    case CONVOLVE_INPUT_GRAD:
      return convolveInputGrad(at);
    case CONNECT:
      return connect(at);
    case CONNECT_INPUT_GRAD:
      return connectInputGrad(at);
    case POOL_MAX:
      return poolMax(at);
    case POOL_MAX_GRAD:
      return poolMaxGrad(at);
    case POOL_MEAN:
      return poolMean(at);
    case POOL_MEAN_GRAD:
      return poolMeanGrad(at);
    case ACTIVATE:
      return activate(at);
    case ACTIVATE_GRAD:
      return activateGrad(at);
    case SCALE:
      return scale(at);
    case SCALE_GRAD:
      return scaleGrad(at);
    case GATHER_STATISTICS:
      return gatherStatistics(at);
    case NORMALIZE:
      return normalize(at);
    case GATHER_SLOPES:
      return gatherSlopes(at);
    case NORMALIZE_GRAD:
      return normalizeGrad(at);
    case DROP:
      return drop(at, INPUT, OUTPUT);
    case DROP_GRAD:
      return drop(at, OUTPUT_GRAD, INPUT_GRAD);
    case ADD:
      return add(at);
    case COPY:
      return duplicate(at);
    case MEASURE_LOSS:
      return measureLoss(at);
    case MEASURE_PEAKS:
      return measurePeaks(at);
    case RBF:
      return measureDistances(at);
    case RBF_GRAD:
      return distanceGrad(at);
    case MEASURE_MSE:
      return measureMse(at);
    case MEASURE_MAP:
      return measureMap(at);
    case CONNECT_STEP:
      return connectStep(at);
    case SQUARE:
      return square(at);
    case RBF_CURVATURE:
      return distanceCurvature(at);
    case ACTIVATE_CURVATURE:
      return activateCurvature(at);
  }
}

/** Takes shards through the program at `program`: the addresses of its first entry and of its end. */
function runProgram(program: usize, isFirst: bool): void {
  const end = load<usize>(program, 4);
  const shards = <i32>shardCount();
  for (let shard = takeTicket(); shard < shards; shard = takeTicket()) {
    setShard(shard);
    if (isFirst) clear(gradients, head(SHARD_BYTES));
    operateAll(load<usize>(program), end);
  }
}

function operateAll(entry: usize, end: usize): void {
  for (; entry < end; entry += 8) operate(load<i32>(entry), load<usize>(entry, 4));
}

/** A step of one digit: nobody can help with it, and nobody is met. */
function step(): void {
  setShard(0);
  clear(gradients, head(SHARD_BYTES));
  operateAll(head(STEPS), head(STEPS + 4));
  const tasks = head(STEP_TASKS);
  const end = tasks + (head(STEP_TASK_COUNT) << 4);
  for (let task = tasks; task < end; task += 16) doTask(task);
}

function doTask(task: usize): void {
  const at = load<usize>(task, 4);
  switch (load<i32>(task)) {
    case UPDATE_SHARED:
      return updateShared(at, load<usize>(task, 8), load<usize>(task, 12));
    case UPDATE_ROWS:
      return updateRows(at, load<usize>(task, 8), load<usize>(task, 12));
    case UPDATE_BIAS:
      return updateBias(at);
    default:
      return updateStatistics(at);
  }
}

/** A worker's share of a job; false when the others do not keep step. */
function work(worker: i32): bool {
  const isLeader = worker == 0;
  // Asked before the meeting: after the last one of a job the leader may already set the next.
  const kind = jobKind();
  const workers = crewSize();
  setWorker(worker);
  if (kind == EVALUATE) {
    runProgram(HEAD + EVALUATION, false);
    return meet(isLeader, workers);
  }
  const isTrain = kind == TRAIN;
  const stages = isTrain ? head(STAGES) : HEAD + CURVATURE;
  const stagesEnd = stages + (isTrain ? head(STAGE_COUNT) << 3 : 8);
  for (let stage = stages; stage < stagesEnd; stage += 8) {
    runProgram(stage, stage == stages);
    if (!meet(isLeader, workers)) return false;
  }
  const tasks = <i32>head(TASK_COUNT);
  for (let task = takeTicket(); task < tasks; task = takeTicket()) {
    doTask(head(TASKS) + ((<usize>task) << 4));
  }
  return meet(isLeader, workers);
}

/** Brings the turned weights of the layers that are listed up to date: after weights were loaded. */
export function turnLayer(at: usize): void {
  turnAll(at);
}

/** Writes the squares of so many bytes of floats: of turned weights, before curvature is estimated. */
export function squareWeights(from: usize, to: usize, bytes: usize): void {
  squareTo(from, to, bytes);
}

/** Does the job that was set, with all workers; false when one of them has died or is stuck. */
export function run(): bool {
  if (jobKind() == STEP_ONE) {
    setWorker(0);
    step();
    return true;
  }
  announceJob();
  return work(0);
}

/** A helper's life: does its share of each job until it is dismissed. */
export function serve(worker: i32): void {
  for (let done = 0; awaitJob(worker, done); done++) work(worker);
}
