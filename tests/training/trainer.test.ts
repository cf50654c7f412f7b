import { describe, expect, it } from 'vitest';
import { writeNetwork } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { manualSeed } from '$lib/nn';
import { defaultSettings, Trainer, type Move, type Position, type Settings } from '$lib/training';
import { blankDigits, FakeEngine } from './fake-engine';

const small = { ...defaultSettings, schedule: 'constant', epochs: 2, batchSize: 4 } as const;

interface Options extends Partial<Settings> {
  trainCount?: number;
  testCount?: number;
  from?: Position;
}

function trainer(engine: FakeEngine, options: Options = {}) {
  const { trainCount = 6, testCount = 4, from, ...changed } = options;
  return new Trainer({
    engine,
    data: blankDigits(trainCount, testCount),
    settings: { ...small, ...changed },
    generator: manualSeed(0),
    from,
  });
}

const isOver = ({ position: { stage } }: Trainer) =>
  stage.at === 'finished' || stage.at === 'diverged';

function moves(machine: Trainer): Move[] {
  const all: Move[] = [];
  while (!isOver(machine)) all.push(machine.move());
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
    const [single, whole] = [new FakeEngine(), new FakeEngine()];
    moves(trainer(single, { batchSize: 1, epochs: 1 }));
    moves(trainer(whole, { batchSize: 60_000, epochs: 1 }));
    expect(single.batches.length).toBe(6);
    expect(whole.batches.map((batch) => batch.length)).toEqual([6]);
  });

  it('tests in moves of at most 200 digits and sums them up at the last', () => {
    const engine = new FakeEngine();
    const tests = moves(trainer(engine, { testCount: 450, epochs: 1 })).filter(
      (move) => move.did === 'test',
    );
    expect(engine.tests.slice(0, 3)).toEqual([
      [0, 200],
      [200, 400],
      [400, 450],
    ]);
    const sum = { loss: 2, correct: 45, count: 450 };
    expect(tests.map(({ epoch, result }) => [epoch, result])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, expect.objectContaining(sum)],
      [1, undefined],
      [1, undefined],
      [1, expect.objectContaining(sum)],
    ]);
    expect(tests[5].result?.predicted.length).toBe(450);
  });

  it('a test that was asked for comes between two batches and changes nothing else', () => {
    const [asked, unasked] = [new FakeEngine(), new FakeEngine()];
    const machine = trainer(asked, { testCount: 250 });
    for (let move = 0; move < 3; move++) machine.move();
    machine.askForTest();
    machine.askForTest();
    expect(machine.isTesting).toBe(true);
    expect(machine.move()).toEqual({ did: 'test', epoch: 0.5 });
    expect(machine.position).toEqual({ stage: { at: 'training', epoch: 1, sample: 4 }, step: 1 });
    expect(machine.move()).toMatchObject({ did: 'test', epoch: 0.5, result: { count: 250 } });
    expect(machine.isTesting).toBe(false);
    moves(machine);
    moves(trainer(unasked, { testCount: 250 }));
    expect(asked.batches).toEqual(unasked.batches);
  });

  it('a test says how many units of each layer gave zero for all digits', () => {
    expect(trainer(new FakeEngine()).move()).toMatchObject({
      result: {
        dead: [
          { layer: 'conv1', dead: 1, units: 2 },
          { layer: 'conv2', dead: 0, units: 1 },
          { layer: 'fc1', dead: 1, units: 1 },
          { layer: 'fc2', dead: 0, units: 1 },
        ],
      },
    });
  });

  it.each([NaN, Infinity, 1e5])('a test loss of %d ends it, at the last epoch too', (loss) => {
    const engine = new FakeEngine();
    const machine = trainer(engine, { epochs: 1 });
    machine.move();
    engine.testLoss = loss;
    moves(machine);
    expect(machine.position).toEqual({ stage: { at: 'diverged', epoch: 1 }, step: 2 });
    const untrained = new FakeEngine();
    untrained.testLoss = loss;
    moves(trainer(untrained));
    expect(untrained.batches).toEqual([]);
  });

  it.each([NaN, Infinity, 1e5])('a loss of %d ends the run', (loss) => {
    const engine = new FakeEngine();
    const machine = trainer(engine);
    machine.move();
    machine.move();
    engine.loss = loss;
    machine.move();
    expect(machine.position).toEqual({ stage: { at: 'diverged', epoch: 1 }, step: 2 });
    expect(machine.move()).toEqual({ did: 'nothing' });
  });
});

describe('a run taken up at a position', () => {
  const whole = new FakeEngine();
  moves(trainer(whole, { shift: 2 }));

  it.each([0, 1, 2, 3, 4, 5, 6])('after %i moves: the batches that remain are the same', (done) => {
    const before = new FakeEngine();
    const machine = trainer(before, { shift: 2 });
    for (let move = 0; move < done; move++) machine.move();

    const after = new FakeEngine();
    moves(trainer(after, { shift: 2, from: machine.position }));
    expect([...before.batches, ...after.batches]).toEqual(whole.batches);
    expect([...before.shifts, ...after.shifts]).toEqual(whole.shifts);
  });
});

describe('a run by Levenberg–Marquardt', () => {
  const by = { optimizer: 'sdlm', batchSize: 1, schedule: 'paper', lr: 5e-4, mu: 1 } as const;
  const paperText = writeNetwork(presetNetwork('lenet5-1998'));

  it('estimates curvature before each pass, of 500 digits or all there are', () => {
    const engine = new FakeEngine();
    const all = moves(trainer(engine, { ...by, trainCount: 3 }));
    const [pass, test] = [['estimate', 'train', 'train', 'train'], ['test']];
    expect(all.map((move) => move.did)).toEqual([...test, ...pass, ...test, ...pass, ...test]);
    expect(engine.estimates).toEqual([3, 3]);
    const many = new FakeEngine();
    moves(trainer(many, { ...by, trainCount: 501, epochs: 1 }));
    expect(many.estimates).toEqual([500]);
  });

  it('goes through the file as it is, pass after pass', () => {
    const engine = new FakeEngine();
    moves(trainer(engine, { ...by, trainCount: 4 }));
    expect(engine.batches.flat()).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it('says the range of step sizes by the numbers of the pass', () => {
    const all = moves(trainer(new FakeEngine(), { ...by, laterMu: 0.2, epochs: 3, trainCount: 2 }));
    const estimates = all.filter((move) => move.did === 'estimate');
    expect(estimates.map(({ epoch, sizes }) => [epoch, sizes.largest])).toEqual([
      [1, 5e-4],
      [2, 5e-4],
      [3, 2e-4 / 0.2],
    ]);
  });

  it('taken up in the middle of a pass it estimates nothing until the next', () => {
    const engine = new FakeEngine();
    const from = { stage: { at: 'training', epoch: 1, sample: 2 }, step: 2 } as const;
    moves(trainer(engine, { ...by, trainCount: 4, from }));
    expect(engine.estimates).toEqual([4]);
    expect(engine.batches.flat()).toEqual([2, 3, 0, 1, 2, 3]);
  });

  it('taken up before the first step of a pass it estimates once more', () => {
    const engine = new FakeEngine();
    const from = { stage: { at: 'training', epoch: 2, sample: 0 }, step: 4 } as const;
    moves(trainer(engine, { ...by, trainCount: 4, from }));
    expect(engine.estimates).toEqual([4]);
  });

  it('distances twice as far as an F6 of zeros, 500 in a row: it ran away, in this pass', () => {
    const engine = new FakeEngine();
    engine.loss = 233;
    engine.testLoss = 80;
    const machine = trainer(engine, { ...by, network: paperText, trainCount: 600 });
    moves(machine);
    expect(machine.position).toEqual({ stage: { at: 'diverged', epoch: 1 }, step: 500 });
  });

  it('distances of one digit say nothing yet', () => {
    const engine = new FakeEngine();
    engine.loss = 233;
    engine.testLoss = 80;
    const machine = trainer(engine, { ...by, network: paperText, trainCount: 499, epochs: 1 });
    moves(machine);
    expect(machine.position.stage.at).toBe('finished');
  });
});

describe('distorted digits', () => {
  it('are drawn anew each time, the same for the same seed and step', () => {
    const [one, other] = [new FakeEngine(), new FakeEngine()];
    const data = blankDigits(6, 4);
    data.train.images.fill(200, 300, 340);
    const run = (engine: FakeEngine, from?: Position) => {
      const settings = { ...small, distort: 1 };
      moves(new Trainer({ engine, data, settings, generator: manualSeed(0), from }));
    };
    run(one);
    run(other, { stage: { at: 'training', epoch: 2, sample: 0 }, step: 2 });
    expect(one.images.length).toBe(4);
    expect(one.images.slice(2)).toEqual(other.images);
    expect(one.images[0]).not.toEqual(one.images[2]);
    expect(one.shifts.every((shifts) => shifts === undefined)).toBe(true);
  });
});

describe('hyperparameters', () => {
  it('by the paper’s table: the rate of each pass, and two values of μ', () => {
    const engine = new FakeEngine();
    const by = { optimizer: 'sdlm', schedule: 'paper', batchSize: 1, lr: 5e-4 } as const;
    moves(trainer(engine, { ...by, epochs: 21, trainCount: 1, mu: 1, laterMu: 0.25 }));
    const parts = [1, 1, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1];
    const rates = [...parts, ...Array.from({ length: 9 }, () => 0.02)].map((part) => 5e-4 * part);
    engine.rules.forEach(({ lr, mu }, pass) => {
      expect(lr).toBeCloseTo(rates[pass], 12);
      expect(mu).toBe(pass < 2 ? 1 : 0.25);
    });
  });

  it('constant: the same for every batch', () => {
    const engine = new FakeEngine();
    moves(trainer(engine, { lr: 0.5, momentum: 0.25, weightDecay: 0.125 }));
    expect(new Set(engine.rules.map((rule) => JSON.stringify(rule)))).toEqual(
      new Set(['{"lr":0.5,"momentum":0.25,"weightDecay":0.125}']),
    );
  });

  it('oneCycle: the learning rate rises to its top and falls, the momentum goes the other way', () => {
    const engine = new FakeEngine();
    moves(trainer(engine, { schedule: 'oneCycle', lr: 0.1, trainCount: 40, epochs: 1 }));
    const rates = engine.rules.map(({ lr }) => lr);
    expect(rates.indexOf(Math.max(...rates))).toBe(2);
    expect(Math.max(...rates)).toBeCloseTo(0.1);
    expect(rates[9]).toBeLessThan(1e-6);
    expect(engine.rules[2].momentum).toBeCloseTo(0.85);
    expect(engine.rules[9].momentum).toBeCloseTo(0.95);
  });

  it.each(['sgd', 'adam'] as const)(
    'oneCycle, %s: what is cycled, and what is left',
    (optimizer) => {
      const engine = new FakeEngine();
      const options = { schedule: 'oneCycle', optimizer, momentum: 0.5, trainCount: 40 } as const;
      moves(trainer(engine, { ...options, epochs: 1 }));
      const { rules } = engine;
      const cycled = rules.map(({ momentum, beta1 }) => (optimizer === 'sgd' ? momentum : beta1));
      expect(cycled[0]).toBeCloseTo(0.95);
      expect(cycled[2]).toBeCloseTo(0.85);
      expect(cycled[9]).toBeCloseTo(0.95);
      const left = rules.map(({ momentum, beta1 }) => (optimizer === 'sgd' ? beta1 : momentum));
      expect(new Set(left)).toEqual(new Set([optimizer === 'sgd' ? undefined : 0.5]));
    },
  );

  it.each(['sgd', 'adam'] as const)(
    'oneCycle, %s: float32, the same in every browser',
    (optimizer) => {
      const engine = new FakeEngine();
      moves(trainer(engine, { schedule: 'oneCycle', optimizer, lr: 0.1, trainCount: 40 }));
      const numbers = engine.rules.flatMap(({ lr, momentum, beta1 = 0 }) =>
        optimizer === 'sgd' ? [lr, momentum] : [lr, beta1],
      );
      expect(numbers).toEqual(numbers.map(Math.fround));
      expect(new Set(numbers).size).toBeGreaterThan(20);
    },
  );

  it('a change under way holds from the next batch on', () => {
    const engine = new FakeEngine();
    const machine = trainer(engine);
    machine.move();
    machine.move();
    machine.change({ lr: 0.002, momentum: 0.5, weightDecay: 0 });
    moves(machine);
    expect(engine.rules.map(({ lr }) => lr)).toEqual([0.01, 0.002, 0.002, 0.002]);
    expect(engine.rules[1].momentum).toBe(0.5);
  });

  it('shift 0 moves no digit; shift 2 moves each batch anew', () => {
    const [still, moved] = [new FakeEngine(), new FakeEngine()];
    moves(trainer(still));
    moves(trainer(moved, { shift: 2 }));
    expect(still.shifts.every((shifts) => shifts === undefined)).toBe(true);
    expect(moved.shifts.map((shifts) => shifts?.length)).toEqual([8, 4, 8, 4]);
    expect(moved.shifts[0]).not.toEqual(moved.shifts[2]);
  });

  it('the seed decides how digits are moved, as it decides everything else', () => {
    const shiftsOf = (seed: number) => {
      const engine = new FakeEngine();
      moves(trainer(engine, { shift: 2, seed, trainCount: 40, batchSize: 20 }));
      return engine.shifts;
    };
    expect(shiftsOf(1)).toEqual(shiftsOf(1));
    shiftsOf(1).forEach((shifts, step) => expect(shifts).not.toEqual(shiftsOf(2)[step]));
  });
});
