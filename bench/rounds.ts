import { Contestant } from './contestant';
import type { Entry } from './field';
import { batchSize } from './rule';

/** What an entry needed in each round: microseconds a sample. */
export interface Measured extends Entry {
  readonly rounds: readonly number[];
}

/** Seconds that a turn should take, so that nobody's turn is noise and nobody's is an age. */
const turnSeconds = 0.5;
const mostSteps = 400;

/**
 * Lets everybody train in turns, for so many rounds; who needs over a second for one batch takes part
 * in the first two. Who cannot be started is left out.
 */
export async function takeRounds(
  entries: readonly Entry[],
  rounds: number,
  say: (line: string) => void,
): Promise<Measured[]> {
  const runners = [];
  for (const entry of entries) {
    const contestant = await Contestant.start(entry.name, entry.command);
    if (!contestant) {
      say(`${entry.name} (${entry.network}): not here`);
      continue;
    }
    // The first turn warms up, the second tells how many batches make up a turn.
    await contestant.turn(1);
    const second = await contestant.turn(1);
    const third = second > 1 ? second : (await contestant.turn(20)) / 20;
    const steps = Math.max(1, Math.min(mostSteps, Math.round(turnSeconds / third)));
    runners.push({ entry, contestant, steps, isSlow: third > 1, rounds: [] as number[] });
    say(`${entry.name} (${entry.network}): ${steps} batches a turn`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contestant, steps, isSlow, rounds: measured } of runners) {
      if (isSlow && round > 1) continue;
      measured.push((1e6 * (await contestant.turn(steps))) / (steps * batchSize));
    }
    say(`round ${round + 1} of ${rounds}`);
  }
  for (const { contestant } of runners) contestant.close();
  return runners.map(({ entry, rounds: measured }) => ({ ...entry, rounds: measured }));
}
