import { backwardSample, beginShard, endShard } from './backward';
import { drawBlankPatch } from './blank';
import { announceJob, awaitJob, crewSize, meet, takeTicket } from './crew';
import { forwardSample } from './forward';
import { isTraining, sampleCount } from './job';
import { measureLoss } from './loss';
import { LOGITS, SHARD, SHARD_BYTES, SHARDS, scratchOf } from './memory';
import { packConvolutions } from './pack';
import { REDUCE_TASKS, reduceTask } from './reduce';

/* What the host calls. One worker leads and calls `run`; the others are in `serve` all the time. */

export { dismiss, setWorkers } from './crew';
export { setData, setJob, setNetwork, setNormalization } from './job';
export {
  C1_BIAS,
  C1_WEIGHT,
  C3_BIAS,
  C3_WEIGHT,
  C5,
  C5_BIAS,
  C5_WEIGHT,
  CHUNK,
  DATA,
  F6,
  F6_BIAS,
  F6_WEIGHT,
  LOSSES,
  MAX_WORKERS,
  OUTPUT_BIAS,
  OUTPUT_WEIGHT,
  PARAMETERS,
  PREDICTED,
  S2_PEAKS,
  S4,
  SAMPLES,
  SHIFTS,
} from './memory';
export { useAdam, useSgd } from './update';

/** Call after the network, the normalisation or the weights were set, before the next job. */
export function prepare(): void {
  drawBlankPatch();
  packConvolutions();
}

/** Trains on the samples of one shard, or only measures them. */
function doShard(shard: i32, scratch: usize): void {
  const gradients = SHARDS + <usize>shard * SHARD_BYTES;
  const isTrain = isTraining();
  const end = min(sampleCount(), (shard + 1) * SHARD);
  if (isTrain) beginShard(scratch, gradients, SHARD_BYTES);
  for (let sample = shard * SHARD; sample < end; sample++) {
    forwardSample(sample, scratch);
    measureLoss(sample, scratch + LOGITS);
    if (isTrain) backwardSample(sample, scratch, gradients);
  }
  if (isTrain) endShard(scratch, gradients);
}

/** A worker's share of a job; false when the others do not keep step. */
function work(worker: i32): bool {
  const isLeader = worker == 0;
  // Asked before the meeting: after the last one of a job the leader may already set the next.
  const isTrain = isTraining();
  const workers = crewSize();
  const scratch = scratchOf(worker);
  const shards = (sampleCount() + SHARD - 1) / SHARD;
  for (let shard = takeTicket(); shard < shards; shard = takeTicket()) doShard(shard, scratch);
  if (!meet(isLeader, workers)) return false;
  if (!isTrain) return true;
  for (let task = takeTicket(); task < REDUCE_TASKS; task = takeTicket()) reduceTask(task, scratch);
  return meet(isLeader, workers);
}

/** Does the job that was set, with all workers; false when one of them has died or is stuck. */
export function run(): bool {
  announceJob();
  return work(0);
}

/** A helper's life: does its share of each job until it is dismissed. */
export function serve(worker: i32): void {
  for (let done = 0; awaitJob(worker, done); done++) work(worker);
}
