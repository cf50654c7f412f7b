import { createInterface } from 'node:readline';

/**
 * A contestant's life. It says that it is ready; for every line with a number it trains on as many
 * batches and answers with the seconds that took, its own measure if `train` returns one, until its
 * input ends.
 */
export async function takeTurns(train: (steps: number) => unknown): Promise<void> {
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const start = performance.now();
    const own = await train(Number(line));
    console.log(typeof own === 'number' ? own : (performance.now() - start) / 1000);
  }
}
