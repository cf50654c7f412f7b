import { describe, expect, it } from 'vitest';
import {
  createEngine,
  defaultSettings,
  prepare,
  ReferenceEngine,
  type Engine,
  type Settings,
} from '$lib/training';
import { lenet5Network, readNetwork, writeNetwork } from '$lib/network';
import { LoadError } from '$lib/ui/load/problem';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { readMini } from '../data/mnist-source';

const data = readMini();
const source = {
  loadKernels: readKernels,
  loadGeneralKernels: readGeneralKernels,
  spawn: spawnNodeThread,
};
const settings = { ...defaultSettings, schedule: 'constant', seed: 3 } as const;

const reference = (optimizer: 'sgd' | 'adam' = 'sgd') =>
  new ReferenceEngine({ data, normalize: settings.normalize, optimizer });

const indices = Uint32Array.of(5, 0, 999, 17);
const rule = { lr: 0.01, momentum: 0.9, weightDecay: 0.001 };

describe('ReferenceEngine', () => {
  it('a step on four digits lowers their loss', () => {
    const engine = reference();
    prepare(settings, data, engine);
    const { loss } = engine.trainBatch(indices, rule);
    expect(engine.trainBatch(indices, rule).loss).toBeLessThan(loss);
  });

  it('evaluate gives each digit its own loss; their mean is the loss of the batch', () => {
    const engine = reference();
    prepare(settings, data, engine);
    const { losses, predicted } = engine.evaluate('train', 0, 3);
    const { loss, correct } = engine.trainBatch(Uint32Array.of(0, 1, 2), rule);
    expect(losses.reduce((sum, each) => sum + each, 0) / 3).toBeCloseTo(loss, 12);
    expect(predicted.filter((digit, i) => digit === data.train.labels[i]).length).toBe(correct);
  });

  it.each(['sgd', 'adam'] as const)(
    '%s: saved and taken up, it goes on to the same bits',
    (name) => {
      const unbroken = reference(name);
      prepare(settings, data, unbroken);
      unbroken.trainBatch(indices, rule);
      const [weights, state] = [unbroken.weights(), unbroken.optimizerState()];
      unbroken.trainBatch(indices, rule);

      const resumed = reference(name);
      resumed.loadWeights(weights);
      resumed.loadOptimizerState(state);
      resumed.trainBatch(indices, rule);
      expect(resumed.weights()).toEqual(unbroken.weights());
    },
  );

  it('shifts move the digits before the forward pass', () => {
    const [still, moved] = [reference(), reference()];
    prepare(settings, data, still);
    prepare(settings, data, moved);
    const shifts = Int8Array.of(2, 0, 0, 2, -1, -1, 0, 0);
    expect(moved.trainBatch(indices, rule, shifts).loss).not.toBe(
      still.trainBatch(indices, rule).loss,
    );
  });
});

describe('the two engines', () => {
  /** The losses of the first batches of a run. */
  function losses(chosen: Settings, engine: Engine, batches: number): number[] {
    const trainer = prepare({ ...chosen, shift: 2 }, data, engine);
    const all: number[] = [];
    while (all.length < batches) {
      const move = trainer.move();
      if (move.did === 'train') all.push(move.loss);
    }
    return all;
  }

  it('12 batches on moved digits: the same losses within 1e-5', async () => {
    const { engine, kind } = await createEngine(settings, data, 1, source);
    expect(kind).toBe('kernels');
    const [fast, slow] = [losses(settings, engine, 12), losses(settings, reference(), 12)];
    fast.forEach((loss, i) => expect(Math.abs(loss / slow[i] - 1)).toBeLessThan(1e-5));
  });

  it('without kernels the reference engine trains, unless others were named', async () => {
    const no = () => Promise.reject(new Error('no kernels'));
    const none = { ...source, loadKernels: no, loadGeneralKernels: no };
    for (const pooling of ['max', 'average'] as const) {
      const some = { ...settings, network: writeNetwork(lenet5Network({ pooling })) };
      expect((await createEngine(some, data, 4, none)).kind).toBe('reference');
      await expect(createEngine(some, data, 4, none, 'general')).rejects.toThrow('no kernels');
    }
    expect((await createEngine(settings, data, 4, source, 'reference')).kind).toBe('reference');
  });

  it('batch normalisation, dropout and blocks train, and their state comes back', async () => {
    const reading = readNetwork(
      '1x28x28~conv_2_k5_s4~bn~relu~res(conv_2_k3_p1_nobias~bn)~relu~dropout~linear_10',
    );
    if (!reading.ok) throw new Error('unreadable');
    const network = writeNetwork(reading.network);
    const own = { ...settings, network };
    const { engine } = await createEngine(own, data, 1, source, 'reference');
    losses(own, engine, 3);
    const weights = engine.weights();
    expect(Object.keys(weights)).toContain('block1.bn1.runningMean');
    expect(Object.keys(weights)).not.toContain('block1.conv1.bias');
    expect([...weights['bn1.runningVar']]).not.toEqual([1, 1]);
    const again = (await createEngine(own, data, 1, source, 'reference')).engine;
    again.loadWeights(weights);
    again.loadOptimizerState(engine.optimizerState());
    expect(again.weights()).toEqual(weights);
    expect(again.evaluate('test', 0, 4)).toEqual(engine.evaluate('test', 0, 4));
  });

  it('kernels that the site does not give are no reason to train slowly: it can be tried again', async () => {
    const stalled = new LoadError({ what: 'kernels', reason: 'unreachable' });
    const none = { ...source, loadKernels: () => Promise.reject(stalled) };
    await expect(createEngine(settings, data, 4, none)).rejects.toBe(stalled);
  });
});
