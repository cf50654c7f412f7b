import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterJob, allThreads, threadsOf, type ThreadState } from '$lib/kernels/threads';

/** Milliseconds of a job of 64 samples, by how many threads do it. */
type Machine = (threads: number) => number;

/** Runs jobs for so many milliseconds; what came of it, and the samples a millisecond. */
function work(machine: Machine, state: ThreadState, ms: number) {
  let [time, samples] = [0, 0];
  const used = new Map<number, number>();
  while (time < ms) {
    const threads = threadsOf(state);
    const took = machine(threads);
    used.set(threads, (used.get(threads) ?? 0) + took);
    state = afterJob(state, 64, took);
    time += took;
    samples += 64;
  }
  return { state, used, speed: samples / time };
}

const quiet: Machine = (threads) => 1.3 / threads;
const busy: Machine = (threads) => (threads === 1 ? 4 : 9);

/** Seeded noise: each job takes between one and `most` times as long. */
function noisy(machine: Machine, most: number): Machine {
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 1) / 2 ** 31;
  return (threads) => machine(threads) * (1 + (most - 1) * random());
}

describe('how many threads take part', () => {
  it('all at first; one alone is never tried against others', () => {
    expect(threadsOf(allThreads(4))).toBe(4);
    expect([...work(quiet, allThreads(1), 3000).used.keys()]).toEqual([1]);
  });

  it('a quiet machine: all of them, and looking costs no more than 4%', () => {
    for (const most of [2, 3, 4, 16]) {
      const { state, speed } = work(quiet, allThreads(most), 3000);
      expect(state.best).toBe(most);
      expect(speed).toBeGreaterThan((0.96 * 64 * most) / 1.3);
    }
  });

  it('a busy machine: fewer, soon, and more again once it is quiet', () => {
    const first = work(busy, allThreads(2), 1000);
    expect(first.state.best).toBe(1);
    const later = work(busy, first.state, 20_000);
    expect(later.speed).toBeGreaterThan(0.9 * (64 / 4));
    const after = work(quiet, later.state, 6000);
    expect(after.state.best).toBe(2);
  });

  it('as fast with fewer: fewer', () => {
    expect(work(() => 2, allThreads(4), 20_000).state.best).toBe(1);
  });

  it('a large network, a second a job: the wait grows with the trial', () => {
    const slow: Machine = (threads) => 1000 / threads;
    expect(work(slow, allThreads(2), 600_000).speed).toBeGreaterThan(0.9 * (64 / 500));
  });

  it('never below 0.9 of the best fixed number, in conditions that stay', () => {
    const machines = fc.record({
      most: fc.constantFrom(2, 3, 4, 8),
      job: fc.double({ min: 0.5, max: 20, noNaN: true }),
      /** What a thread more costs in waiting, as a share of the job. */
      wait: fc.double({ min: 0, max: 2, noNaN: true }),
      noise: fc.double({ min: 1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(machines, ({ most, job, wait, noise }) => {
        const machine: Machine = (threads) => job * (1 / threads + wait * (threads - 1));
        const fixed = Array.from({ length: most }, (_, i) => machine(i + 1));
        const mean = (1 + noise) / 2;
        const { speed } = work(noisy(machine, noise), allThreads(most), 30_000);
        expect(speed).toBeGreaterThan((0.9 * 64) / (Math.min(...fixed) * mean));
      }),
      { seed: 5, numRuns: 60, endOnFailure: true },
    );
  });
});
