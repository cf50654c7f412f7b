/** A run as version 1 of the page has put it into the browser's database, written out by hand. */

const shapes = {
  'conv1.weight': 150,
  'conv1.bias': 6,
  'conv2.weight': 2400,
  'conv2.bias': 16,
  'fc1.weight': 48_000,
  'fc1.bias': 120,
  'fc2.weight': 10_080,
  'fc2.bias': 84,
  'fc3.weight': 840,
  'fc3.bias': 10,
};

const allOf = (value: number) =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, count]) => [name, new Float64Array(count).fill(value)]),
  );

export const keptByVersion1 = {
  record: {
    version: 1,
    id: 'old',
    name: 'from long ago',
    startedAt: 1_764_000_000_000,
    settings: {
      data: 'mini',
      seed: 3,
      lr: 0.01,
      momentum: 0.9,
      weightDecay: 0,
      batchSize: 10,
      epochs: 10,
      shift: 0,
      optimizer: 'sgd',
      schedule: 'oneCycle',
      activation: 'relu',
      pooling: 'max',
      normalize: 'usual',
    },
    history: {
      trainCount: 1000,
      testCount: 500,
      stepsPerEpoch: 100,
      totalSteps: 1000,
      stepsPerPoint: 1,
      epoch: 1,
      step: 16,
      seconds: 0.5,
      losses: new Float32Array(16).fill(2),
      accuracies: new Float32Array(16).fill(0.5),
      tests: [{ epoch: 0, seconds: 0.2, loss: 2.31, accuracy: 0.1 }],
      changes: [],
    },
    state: 'unfinished',
  },
  checkpoint: {
    version: 1,
    position: { stage: { at: 'training', epoch: 1, sample: 160 }, step: 16 },
    weights: allOf(0.25),
    optimizer: { step: 16, firstMoment: allOf(0.5), secondMoment: allOf(0) },
  },
};
