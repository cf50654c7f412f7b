import { describe, expect, it } from 'vitest';
import { manualSeed } from '$lib/nn';
import { sgd } from '$lib/optim';
import { Trainer, type Move } from '$lib/training';
import { blankDigits, FakeEngine } from './fake-engine';

function trainer(
  engine: FakeEngine,
  { trainCount = 6, testCount = 4, epochs = 2, batchSize = 4 } = {},
) {
  return new Trainer({
    engine,
    generator: manualSeed(0),
    data: blankDigits(trainCount, testCount),
    epochs,
    batchSize,
    rule: () => sgd({ lr: 0.01 }),
  });
}

function moves(machine: Trainer): Move[] {
  const all: Move[] = [];
  while (machine.stage.at !== 'finished' && machine.stage.at !== 'diverged') {
    all.push(machine.move());
  }
  return all;
}

describe('Trainer', () => {
  it('2 epochs of 6 samples in batches of 4: test, train twice, test, train twice, test', () => {
    const did = moves(trainer(new FakeEngine())).map((move) => move.did);
    expect(did).toEqual(['test', 'train', 'train', 'test', 'train', 'train', 'test']);
  });

  it('every epoch trains on every sample once, each in its own order', () => {
    const engine = new FakeEngine();
    moves(trainer(engine));
    const [first, second] = [engine.batches.slice(0, 2).flat(), engine.batches.slice(2).flat()];
    expect(first).not.toEqual(second);
    expect(first.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(second.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('the same seed gives the same order', () => {
    const [one, other] = [new FakeEngine(), new FakeEngine()];
    moves(trainer(one));
    moves(trainer(other));
    expect(one.batches).toEqual(other.batches);
  });

  it('the last batch of an epoch holds what is left', () => {
    const engine = new FakeEngine();
    moves(trainer(engine));
    expect(engine.batches.map((batch) => batch.length)).toEqual([4, 2, 4, 2]);
  });

  it('a batch of 1 and a batch larger than the set', () => {
    const [small, large] = [new FakeEngine(), new FakeEngine()];
    moves(trainer(small, { batchSize: 1, epochs: 1 }));
    moves(trainer(large, { batchSize: 60_000, epochs: 1 }));
    expect(small.batches.length).toBe(6);
    expect(large.batches.map((batch) => batch.length)).toEqual([6]);
  });

  it('tests in moves of at most 50 digits and sums them up at the last', () => {
    const engine = new FakeEngine();
    const machine = trainer(engine, { testCount: 120, epochs: 1 });
    const tests = moves(machine).filter((move) => move.did === 'test');
    expect(engine.tests.slice(0, 3)).toEqual([
      [0, 50],
      [50, 100],
      [100, 120],
    ]);
    expect(tests.map(({ epoch, result }) => [epoch, result])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, { loss: 2, correct: 12, count: 120 }],
      [1, undefined],
      [1, undefined],
      [1, { loss: 2, correct: 12, count: 120 }],
    ]);
  });

  it('counts steps and epochs', () => {
    const machine = trainer(new FakeEngine());
    expect([machine.stepsPerEpoch, machine.totalSteps]).toEqual([2, 4]);
    expect([machine.epoch, machine.step]).toEqual([0, 0]);
    moves(machine);
    expect([machine.epoch, machine.step]).toEqual([2, 4]);
  });

  it('a loss that is not a number ends the run and says where', () => {
    const engine = new FakeEngine();
    const machine = trainer(engine);
    machine.move();
    machine.move();
    engine.loss = NaN;
    machine.move();
    expect(machine.stage).toEqual({ at: 'diverged', epoch: 1, step: 2 });
    expect(machine.move()).toEqual({ did: 'nothing' });
  });
});
