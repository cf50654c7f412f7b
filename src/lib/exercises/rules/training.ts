import { defineRule } from '../rule';

const inBrackets = (value: number) => (value < 0 ? `(${value})` : `${value}`);

/** By how much one plain step changes a weight. */
export const stepChange = defineRule({
  form: 'number',
  draw: (random) => ({
    lr: random.pick([0.001, 0.01, 0.1]),
    gradient: (random.pick([-1, 1]) * random.whole(2, 30)) / 10,
  }),
  answer: (s) => [-s.lr * s.gradient],
  way: (s) => [`-${s.lr} * ${inBrackets(s.gradient)}`],
  slips: {
    rate: (s) => [`${s.lr}`],
    minusRate: (s) => [`-${s.lr}`],
    uphill: (s) => [`${s.lr} * ${inBrackets(s.gradient)}`],
    gradient: (s) => [`-${inBrackets(s.gradient)}`],
    divided: (s) => [`-${inBrackets(s.gradient)} / ${s.lr}`],
  },
  tolerance: 1e-7,
});

/** The gradient of a batch of three digits. */
export const batchMean = defineRule({
  form: 'number',
  draw: (random) => {
    const [first, second] = [random.whole(-9, 9), random.whole(-9, 9)];
    const third = 3 * random.whole(-3, 3) - first - second;
    return { first: first / 10, second: second / 10, third: third / 10 };
  },
  answer: (s) => [(s.first + s.second + s.third) / 3],
  way: (s) => [`(${s.first} + ${inBrackets(s.second)} + ${inBrackets(s.third)}) / 3`],
  slips: {
    sum: (s) => [`${s.first} + ${inBrackets(s.second)} + ${inBrackets(s.third)}`],
    first: (s) => [`${s.first}`],
    last: (s) => [`${s.third}`],
  },
  tolerance: 0.0051,
});

/** A weight after a step with momentum, whose velocity is known. */
export const momentumStep = defineRule({
  form: 'number',
  draw: (random) => ({
    weight: (random.pick([-1, 1]) * random.whole(11, 90)) / 100,
    velocity: (random.pick([-1, 1]) * random.whole(5, 40)) / 10,
    gradient: (random.pick([-1, 1]) * random.whole(5, 20)) / 10,
    momentum: random.pick([0.5, 0.8, 0.9]),
    lr: random.pick([0.01, 0.02, 0.1]),
  }),
  answer: (s) => [s.weight - s.lr * (s.momentum * s.velocity + s.gradient)],
  way: (s) => [
    `${s.weight} - ${s.lr} * (${s.momentum} * ${inBrackets(s.velocity)} + ${inBrackets(s.gradient)})`,
  ],
  slips: {
    plain: (s) => [`${s.weight} - ${s.lr} * ${inBrackets(s.gradient)}`],
    oldVelocity: (s) => [`${s.weight} - ${s.lr} * ${inBrackets(s.velocity)}`],
    noFriction: (s) => [`${s.weight} - ${s.lr} * (${s.velocity} + ${inBrackets(s.gradient)})`],
    uphill: (s) => [
      `${s.weight} + ${s.lr} * (${s.momentum} * ${inBrackets(s.velocity)} + ${inBrackets(s.gradient)})`,
    ],
    velocityAlone: (s) => [`${s.momentum} * ${inBrackets(s.velocity)} + ${inBrackets(s.gradient)}`],
  },
  tolerance: 0.0006,
});

/** How many updates a training makes; the last batch of an epoch may be smaller. */
export const updatesInAll = defineRule({
  form: 'number',
  draw: (random) => ({
    digits: random.pick([1000, 5000, 10_000, 50_000, 60_000]),
    batch: random.pick([16, 32, 64, 128]),
    epochs: random.whole(2, 10),
  }),
  answer: (s) => [Math.ceil(s.digits / s.batch) * s.epochs],
  way: (s) => [`${Math.ceil(s.digits / s.batch)} * ${s.epochs}`],
  slips: {
    oneEpoch: (s) => [`${Math.ceil(s.digits / s.batch)}`],
    everyDigit: (s) => [`${s.digits} * ${s.epochs}`],
    dropped: (s) => [`${Math.floor(s.digits / s.batch)} * ${s.epochs}`],
    epochs: (s) => [`${s.epochs}`],
    batchesAndBatch: (s) => [`${s.batch} * ${s.epochs}`],
  },
});

/** How many digits are read wrong, from the share that is read right. */
export const wrongOnes = defineRule({
  form: 'number',
  draw: (random) => ({
    digits: random.pick([500, 2000, 10_000]),
    percent: random.pick([85, 90.2, 94.6, 97.8, 98.8, 99.2]),
  }),
  answer: (s) => [(s.digits * (1000 - 10 * s.percent)) / 1000],
  way: (s) => [`${s.digits} * (100 - ${s.percent}) / 100`],
  slips: {
    right: (s) => [`${s.digits} * ${s.percent} / 100`],
    share: (s) => [`100 - ${s.percent}`],
    thousandth: (s) => [`${s.digits} * (100 - ${s.percent}) / 1000`],
    noPercent: (s) => [`${s.digits} * (100 - ${s.percent})`],
  },
});
