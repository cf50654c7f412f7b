import { describe, expect, it } from 'vitest';
import { fingerprint } from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import {
  createEngine,
  defaultSettings,
  prepare,
  takeCheckpoint,
  type Checkpoint,
  type Settings,
  type Move,
} from '$lib/training';
import { readMini } from '../data/mnist-source';

const data = readMini();
const source = {
  loadKernels: readKernels,
  loadGeneralKernels: readGeneralKernels,
  spawn: spawnNodeThread,
};

/** A whole run: its last test and the fingerprint of its weights. */
async function outcome(settings: Settings, workers = 1) {
  const { engine } = await createEngine(settings, data, workers, source);
  const trainer = prepare(settings, data, engine);
  let last: Extract<Move, { did: 'test' }>['result'];
  while (trainer.position.stage.at !== 'finished') {
    const move = trainer.move();
    if (move.did === 'test') last = move.result ?? last;
  }
  const print = fingerprint(engine.weights());
  engine.close();
  return { last, print };
}

describe('the default settings on the mini set', () => {
  it.each([0, 1, 2])(
    'seed %i: at least 450 of the 500 unseen digits after ten epochs',
    async (seed) => {
      const { last } = await outcome({ ...defaultSettings, seed });
      expect(last?.count).toBe(500);
      expect(last?.correct).toBeGreaterThanOrEqual(450);
    },
  );

  it('kept after 57 batches and taken up by another engine: the same bits', async () => {
    const settings = { ...defaultSettings, epochs: 2, batchSize: 30, shift: 2 };
    const { engine } = await createEngine(settings, data, 1, source);
    const first = prepare(settings, data, engine);
    while (first.position.step < 57) first.move();
    // As storage keeps it: a copy.
    const checkpoint = structuredClone(takeCheckpoint(engine, first)) as Checkpoint;
    engine.close();

    const { engine: other } = await createEngine(settings, data, 1, source);
    const second = prepare(settings, data, other, checkpoint);
    while (second.position.stage.at !== 'finished') second.move();
    expect(fingerprint(other.weights())).toBe((await outcome(settings)).print);
  });

  it('1 and 3 threads: the same bits', async () => {
    const short = { ...defaultSettings, epochs: 1, batchSize: 64, shift: 1 };
    expect((await outcome(short, 3)).print).toBe((await outcome(short, 1)).print);
  });
});
