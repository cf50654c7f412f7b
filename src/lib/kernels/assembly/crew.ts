import { CREW, MAX_WORKERS } from './memory';

/*
 * How the workers keep step. One of them leads: it is the thread that calls `run`. The others wait
 * in `serve` for the leader's jobs. The leader may call fewer of them for a job than there are.
 */

/** i32: not zero once the helpers should leave. */
const LEAVE: usize = CREW + 4;
/** i32: how many workers do the job, the leader included: the helpers with a smaller number. */
const WORKERS: usize = CREW + 8;
/** i32: how many have arrived at the barrier. */
const ARRIVED: usize = CREW + 64;
/** i32: grows by one each time that all have arrived. */
const MEETINGS: usize = CREW + 68;
/** i32: the next piece of work that nobody has taken. */
const TICKET: usize = CREW + 128;
/** i32 for each worker: grows by one with each job that it is called to. The leader's is not used. */
const CALLS: usize = CREW + 192;

/** Looks at a word before going to sleep: about as long as waking up would take. */
const SPINS: i32 = 20000;

/** Nanoseconds after which the leader gives a helper up; a chunk takes some ten milliseconds. */
export const PATIENCE: i64 = 2000000000;
const FOREVER: i64 = -1;

/** How many do the next jobs; call it between two. */
export function setWorkers(count: i32): void {
  store<i32>(WORKERS, count);
}

/**
 * How many do this job. To be asked before its first meeting: once the last one has ended, the leader may
 * already have called fewer to the next.
 */
export function crewSize(): i32 {
  return load<i32>(WORKERS);
}

/** Waits until the word at `address` is no longer `old`; false when `patience` runs out first. */
function awaitChange(address: usize, old: i32, patience: i64): bool {
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(address) != old) return true;
  }
  while (atomic.load<i32>(address) == old) {
    if (atomic.wait<i32>(address, old, patience) == AtomicWaitResult.TIMED_OUT) return false;
  }
  return true;
}

/** Takes a piece of work: numbers from 0 on, each given out once until the next meeting. */
export function takeTicket(): i32 {
  return atomic.add<i32>(TICKET, 1);
}

/**
 * Waits until all `workers` of the job are here. The last one to come resets the tickets and lets the
 * others go. False when the others did not come in time.
 */
export function meet(isLeader: bool, workers: i32): bool {
  const meeting = atomic.load<i32>(MEETINGS);
  if (atomic.add<i32>(ARRIVED, 1) + 1 == workers) {
    atomic.store<i32>(ARRIVED, 0);
    atomic.store<i32>(TICKET, 0);
    atomic.add<i32>(MEETINGS, 1);
    atomic.notify(MEETINGS);
    return true;
  }
  return awaitChange(MEETINGS, meeting, isLeader ? PATIENCE : FOREVER);
}

function call(worker: i32): void {
  const calls = CALLS + ((<usize>worker) << 2);
  atomic.add<i32>(calls, 1);
  atomic.notify(calls);
}

/** The leader's call to the helpers to begin the job that it has set. */
export function announceJob(): void {
  const workers = crewSize();
  for (let worker = 1; worker < workers; worker++) call(worker);
}

/** A helper's wait for the job after `done` of its own; false once there will be none. */
export function awaitJob(worker: i32, done: i32): bool {
  awaitChange(CALLS + ((<usize>worker) << 2), done, FOREVER);
  return atomic.load<i32>(LEAVE) == 0;
}

/** Sends all helpers home, those too that were not called of late. */
export function dismiss(): void {
  atomic.store<i32>(LEAVE, 1);
  for (let worker = 1; worker < MAX_WORKERS; worker++) call(worker);
}
