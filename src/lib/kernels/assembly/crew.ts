import { CREW } from './memory';

/*
 * How the workers keep step. One of them leads: it is the thread that calls `run`. The others wait
 * in `serve` for the leader's jobs.
 */

/** i32: grows by one with each job. */
const JOBS: usize = CREW;
/** i32: not zero once the helpers should leave. */
const LEAVE: usize = CREW + 4;
/** i32: how many workers there are, the leader included. */
const WORKERS: usize = CREW + 8;
/** i32: how many have arrived at the barrier. */
const ARRIVED: usize = CREW + 64;
/** i32: grows by one each time that all have arrived. */
const MEETINGS: usize = CREW + 68;
/** i32: the next piece of work that nobody has taken. */
const TICKET: usize = CREW + 128;

/** Looks at a word before going to sleep: about as long as waking up would take. */
const SPINS: i32 = 20000;

/** Nanoseconds after which the leader gives a helper up; a chunk takes some ten milliseconds. */
export const PATIENCE: i64 = 2000000000;
const FOREVER: i64 = -1;

export function setWorkers(count: i32): void {
  store<i32>(WORKERS, count);
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
 * Waits until all workers are here. The last one to come resets the tickets and lets the others go.
 * False when the others did not come in time.
 */
export function meet(isLeader: bool): bool {
  const meeting = atomic.load<i32>(MEETINGS);
  if (atomic.add<i32>(ARRIVED, 1) + 1 == load<i32>(WORKERS)) {
    atomic.store<i32>(ARRIVED, 0);
    atomic.store<i32>(TICKET, 0);
    atomic.add<i32>(MEETINGS, 1);
    atomic.notify(MEETINGS);
    return true;
  }
  return awaitChange(MEETINGS, meeting, isLeader ? PATIENCE : FOREVER);
}

/** The leader's call to the helpers to begin the job that it has set. */
export function announceJob(): void {
  atomic.add<i32>(JOBS, 1);
  atomic.notify(JOBS);
}

/** A helper's wait for the job after `done`; false once there will be none. */
export function awaitJob(done: i32): bool {
  awaitChange(JOBS, done, FOREVER);
  return atomic.load<i32>(LEAVE) == 0;
}

/** Sends the helpers home. */
export function dismiss(): void {
  atomic.store<i32>(LEAVE, 1);
  announceJob();
}
