import type { Random } from '../random';
import { defineRule } from '../rule';

/** A number of tenths other than 0, at most `most` in size. */
const tenths = (random: Random, most: number) =>
  (random.pick([-1, 1]) * random.whole(1, most)) / 10;

const inBrackets = (value: number) => (value < 0 ? `(${value})` : `${value}`);

/** `0.2 * (-1.5)`. */
const product = (...factors: number[]) => factors.map(inBrackets).join(' * ');

/** The loss of a digit from the probability that the network gave to its class. */
export const probabilityLoss = defineRule({
  form: 'number',
  draw: (random) => ({ percent: random.whole(3, 95) }),
  answer: (s) => [-Math.log(s.percent / 100)],
  way: (s) => [`-ln(${s.percent / 100})`],
  slips: {
    missing: (s) => [`1 - ${s.percent / 100}`],
    base10: (s) => [`-log10(${s.percent / 100})`],
    noMinus: (s) => [`ln(${s.percent / 100})`],
    inPercent: (s) => [`-ln(${s.percent})`],
    gradient: (s) => [`${s.percent / 100} - 1`],
  },
  tolerance: 0.0051,
});

/** A slope from two losses, a little below a weight and a little above it. */
export const centralDifference = defineRule({
  form: 'number',
  draw: (random) => {
    const step = random.pick([0.01, 0.02, 0.05]);
    const below = random.whole(400, 900) / 1000;
    const rise = (random.pick([-1, 1]) * random.whole(2, 40)) / 1000;
    return { step, below, above: Number((below + rise).toFixed(3)) };
  },
  answer: (s) => [(s.above - s.below) / (2 * s.step)],
  way: (s) => [`(${s.above} - ${s.below}) / (2 * ${s.step})`],
  slips: {
    oneStep: (s) => [`(${s.above} - ${s.below}) / ${s.step}`],
    downhill: (s) => [`(${s.below} - ${s.above}) / (2 * ${s.step})`],
    rise: (s) => [`${s.above} - ${s.below}`],
    timesStep: (s) => [`(${s.above} - ${s.below}) * 2 * ${s.step}`],
  },
  tolerance: 0.0006,
});

/** The gradient of a weight of F6 along one path: score, weight of the output, the weight's own input. */
export const onePath = defineRule({
  form: 'number',
  draw: (random) => ({
    gradient: tenths(random, 9),
    above: tenths(random, 19),
    input: random.whole(11, 40) / 10,
  }),
  answer: (s) => [s.gradient * s.above * s.input],
  way: (s) => [product(s.gradient, s.above, s.input)],
  slips: {
    sum: (s) => [`${s.gradient} + ${inBrackets(s.above)} + ${s.input}`],
    noInput: (s) => [product(s.gradient, s.above)],
    noWeight: (s) => [product(s.gradient, s.input)],
    noGradient: (s) => [product(s.above, s.input)],
  },
  tolerance: 0.0051,
});

/** The gradient of what reaches the loss along two paths. */
export const twoPaths = defineRule({
  form: 'number',
  draw: (random) => ({
    first: tenths(random, 9),
    above: tenths(random, 19),
    second: tenths(random, 9),
    other: tenths(random, 19),
  }),
  answer: (s) => [s.first * s.above + s.second * s.other],
  way: (s) => [`${product(s.first, s.above)} + ${product(s.second, s.other)}`],
  slips: {
    onlyFirst: (s) => [product(s.first, s.above)],
    onlySecond: (s) => [product(s.second, s.other)],
    multiplied: (s) => [product(s.first, s.above, s.second, s.other)],
    mean: (s) => [`(${product(s.first, s.above)} + ${product(s.second, s.other)}) / 2`],
    crossed: (s) => [`${product(s.first, s.other)} + ${product(s.second, s.above)}`],
  },
  tolerance: 0.0051,
});

/** What each of the four cells gets that an average pooling has averaged. */
export const averageShare = defineRule({
  form: 'number',
  draw: (random) => ({ gradient: (random.pick([-1, 1]) * random.whole(1, 19)) / 5 }),
  answer: (s) => [s.gradient / 4],
  way: (s) => [`${s.gradient} / 4`],
  slips: {
    whole: (s) => [`${s.gradient}`],
    half: (s) => [`${s.gradient} / 2`],
    nothing: () => ['0'],
    fourfold: (s) => [`4 * ${inBrackets(s.gradient)}`],
  },
  tolerance: 0.0006,
});

/** The gradient of the middle weight of a row of three that was slid over a row of five. */
export const slidWeight = defineRule({
  form: 'number',
  draw: (random) => {
    const [a, b, c, d, e] = random.order(9).map((value) => value + 1);
    return { a, b, c, d, e, g: tenths(random, 9), h: tenths(random, 9), i: tenths(random, 9) };
  },
  answer: (s) => [s.g * s.b + s.h * s.c + s.i * s.d],
  way: (s) => [`${product(s.g, s.b)} + ${product(s.h, s.c)} + ${product(s.i, s.d)}`],
  slips: {
    firstWeight: (s) => [`${product(s.g, s.a)} + ${product(s.h, s.b)} + ${product(s.i, s.c)}`],
    lastWeight: (s) => [`${product(s.g, s.c)} + ${product(s.h, s.d)} + ${product(s.i, s.e)}`],
    turned: (s) => [`${product(s.g, s.d)} + ${product(s.h, s.c)} + ${product(s.i, s.b)}`],
    onePlace: (s) => [product(s.h, s.c)],
    mean: (s) => [`(${product(s.g, s.b)} + ${product(s.h, s.c)} + ${product(s.i, s.d)}) / 3`],
  },
  tolerance: 0.0051,
});

/** The gradient of the middle of five numbers over which a kernel of three was slid. */
export const slidInput = defineRule({
  form: 'number',
  draw: (random) => ({
    u: tenths(random, 9),
    v: tenths(random, 9),
    w: tenths(random, 9),
    g: random.whole(1, 9),
    h: -random.whole(1, 9),
    i: random.whole(1, 9),
  }),
  answer: (s) => [s.g * s.w + s.h * s.v + s.i * s.u],
  way: (s) => [`${product(s.g, s.w)} + ${product(s.h, s.v)} + ${product(s.i, s.u)}`],
  slips: {
    notTurned: (s) => [`${product(s.g, s.u)} + ${product(s.h, s.v)} + ${product(s.i, s.w)}`],
    oneWindow: (s) => [product(s.h, s.v)],
    firstWindow: (s) => [product(s.g, s.w)],
    weights: (s) => [`${s.w} + ${inBrackets(s.v)} + ${inBrackets(s.u)}`],
  },
  tolerance: 0.0051,
});
