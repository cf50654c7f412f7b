import { defineFormulaRule } from './rule';

/** How many windows fit along a side of `n`, with a kernel of `k`, a border of `p` and a stride of `s`. */
const windowCount = defineFormulaRule({
  letters: ['n', 'k', 'p', 's'],
  draw: (random) => ({
    n: random.whole(20, 64),
    k: random.whole(3, 9),
    p: random.whole(0, 4),
    s: random.whole(1, 4),
  }),
  right: '⌊(n + 2p - k) / s⌋ + 1',
  slips: {
    noFloor: '(n + 2p - k) / s + 1',
    noLastWindow: '⌊(n + 2p - k) / s⌋',
    borderOnce: '⌊(n + p - k) / s⌋ + 1',
    noBorder: '⌊(n - k) / s⌋ + 1',
    noStride: 'n + 2p - k + 1',
    roundedLate: '⌊(n + 2p - k + 1) / s⌋',
  },
});

/** The parameters of a convolution that makes `o` maps of `c` maps with kernels of `k` × `k`. */
const convolutionParameters = defineFormulaRule({
  letters: ['c', 'o', 'k'],
  draw: (random) => ({ c: random.whole(2, 16), o: random.whole(3, 32), k: random.whole(3, 9) }),
  right: 'o (c k^2 + 1)',
  slips: {
    noBias: 'o c k^2',
    noDepth: 'o (k^2 + 1)',
    oneBias: 'o c k^2 + 1',
    biasForEachSheet: 'o c (k^2 + 1)',
    biasForEachInput: 'o c k^2 + c',
    kernelSide: 'o (c k + 1)',
  },
});

/** The multiply-adds of a convolution whose `o` maps have a side of `m`. */
const multiplyAdds = defineFormulaRule({
  letters: ['c', 'o', 'k', 'm'],
  draw: (random) => ({
    c: random.whole(2, 16),
    o: random.whole(3, 32),
    k: random.whole(3, 9),
    m: random.whole(5, 28),
  }),
  right: 'o m^2 c k^2',
  slips: {
    weights: 'o c k^2',
    oneMap: 'm^2 c k^2',
    noDepth: 'o m^2 k^2',
    oneSide: 'o m c k^2',
    withBias: 'o m^2 (c k^2 + 1)',
  },
});

/** How far a number sees behind one more layer: it saw `r` before, whose numbers lie `j` pixels apart. */
const receptiveField = defineFormulaRule({
  letters: ['r', 'k', 'j'],
  draw: (random) => ({ r: random.whole(1, 20), k: random.whole(2, 7), j: random.whole(2, 8) }),
  right: 'r + (k - 1) j',
  slips: {
    oneTooMany: 'r + k j',
    noJump: 'r + k - 1',
    product: 'r k',
    jumpAlone: 'r + j',
  },
});

/** The loss of a digit whose class has the probability `p`. */
const crossEntropyLoss = defineFormulaRule({
  letters: ['p'],
  draw: (random) => ({ p: random.whole(2, 98) / 100 }),
  right: '-ln(p)',
  slips: {
    noMinus: 'ln(p)',
    base10: '-log10(p)',
    distance: '1 - p',
    square: '(1 - p)^2',
    weighted: '-p ln(p)',
  },
});

/** The gradient at a score, where the network says `p` and `y` is right. */
const scoreGradient = defineFormulaRule({
  letters: ['p', 'y'],
  draw: (random) => ({ p: random.whole(2, 98) / 100, y: random.whole(0, 1) }),
  right: 'p - y',
  slips: {
    sign: 'y - p',
    probability: 'p',
    slopeOfLoss: '-y / p',
    softmaxAlone: 'p (1 - p)',
    square: '2 (p - y)',
  },
});

/** The slope of (w x + b − t)² along `w`. */
const chainRule = defineFormulaRule({
  letters: ['w', 'x', 'b', 't'],
  draw: (random) => ({
    w: random.whole(-9, 9),
    x: random.whole(2, 9),
    b: random.whole(-5, 5),
    t: random.whole(-9, 9),
  }),
  right: '2 (w x + b - t) x',
  slips: {
    noInner: '2 (w x + b - t)',
    noTwo: '(w x + b - t) x',
    ofInput: '2 (w x + b - t) w',
    sign: '-2 (w x + b - t) x',
    notDerived: '(w x + b - t)^2',
  },
});

/** The slope of tanh, from what it made: `y`. */
const tanhSlope = defineFormulaRule({
  letters: ['y'],
  draw: (random) => ({ y: random.whole(-95, 95) / 100 }),
  right: '1 - y^2',
  slips: { sigmoid: 'y (1 - y)', notSquared: '1 - y', square: 'y^2', sign: 'y^2 - 1' },
});

/** A weight `w` after a step with the gradient `g` and the learning rate `r`. */
const plainStep = defineFormulaRule({
  letters: ['w', 'r', 'g'],
  draw: (random) => ({
    w: random.whole(-90, 90) / 100,
    r: random.whole(1, 50) / 100,
    g: random.whole(-30, 30) / 10,
  }),
  right: 'w - r g',
  slips: { uphill: 'w + r g', noRate: 'w - g', stepAlone: '-r g', shrunk: 'w - r g w' },
});

/** The same where `v` is what the momentum `m` remembers from before the step. */
const momentumStep = defineFormulaRule({
  letters: ['w', 'r', 'g', 'm', 'v'],
  draw: (random) => ({
    w: random.whole(-90, 90) / 100,
    r: random.whole(1, 50) / 100,
    g: random.whole(-30, 30) / 10,
    m: random.whole(10, 99) / 100,
    v: random.whole(-30, 30) / 10,
  }),
  right: 'w - r (m v + g)',
  slips: {
    noMomentum: 'w - r g',
    gradientShrunk: 'w - r (m v + (1 - m) g)',
    noShrinking: 'w - r (v + g)',
    rateOnGradient: 'w - (m v + r g)',
    uphill: 'w + r (m v + g)',
    memoryAlone: 'w - r m v',
  },
});

/** The slope between two losses, `a` above and `b` below, measured with a step of `h` to either side. */
const centralDifference = defineFormulaRule({
  letters: ['a', 'b', 'h'],
  draw: (random) => ({
    a: random.whole(1, 90) / 10,
    b: random.whole(1, 90) / 10,
    h: random.whole(1, 40) / 100,
  }),
  right: '(a - b) / (2h)',
  slips: {
    oneStep: '(a - b) / h',
    sign: '(b - a) / (2h)',
    timesTwo: '(a - b) / 2 * h',
    sum: '(a + b) / (2h)',
  },
});

/** How many updates `e` epochs of `n` digits in batches of `b` make. */
const updateCount = defineFormulaRule({
  letters: ['n', 'b', 'e'],
  draw: (random) => ({
    n: random.whole(500, 5000),
    b: random.whole(7, 128),
    e: random.whole(2, 20),
  }),
  right: 'e ⌈n / b⌉',
  slips: {
    roundedDown: 'e ⌊n / b⌋',
    notRounded: 'e n / b',
    oneEpoch: '⌈n / b⌉',
    digits: 'e n',
    roundedLate: '⌈e n / b⌉',
  },
});

/** Every formula by the name under which an exercise asks for it. */
export const formulaRules = {
  'central-difference': centralDifference,
  'chain-rule': chainRule,
  'convolution-parameters': convolutionParameters,
  'cross-entropy-loss': crossEntropyLoss,
  'momentum-step': momentumStep,
  'multiply-adds': multiplyAdds,
  'plain-step': plainStep,
  'receptive-field': receptiveField,
  'score-gradient': scoreGradient,
  'tanh-slope': tanhSlope,
  'update-count': updateCount,
  'window-count': windowCount,
};

/** The name of a formula. */
export type FormulaRuleName = keyof typeof formulaRules;
