/**
 * Records the run that the training page shows before the reader's own: the recipe of a thousand digits with
 * seed 0, through this project's own trainer, and how long one digit takes one core of the machine that
 * records. `npm run example` makes it anew; all but the time is the same on any machine. It is committed,
 * because a build should not wait for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { format } from 'prettier';
import { decodePack, imageAt, packs, type PackName } from '$lib/data';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { manualSeed } from '$lib/nn';
import {
  createEngine,
  prepare,
  recipes,
  spread,
  startingWeights,
  type Moment,
} from '$lib/training';
import { digitReader, type DigitReading } from '$lib/training/digit-reader';
import { Milestones } from '$lib/training/moments';

const path = (inside: string) => fileURLToPath(new URL(`../${inside}`, import.meta.url));
const readPack = (name: PackName) =>
  decodePack(gunzipSync(readFileSync(path(`static/data/${packs[name].file}`))));

/** The digit that it reads before and after: the sample of this label. */
const label = 2;
/** Batches that one point of the curve sums up. */
const stepsPerPoint = 10;

const settings = recipes.mini;
const data = readPack(settings.data);
const source = {
  loadKernels: readKernels,
  loadGeneralKernels: readGeneralKernels,
  spawn: spawnNodeThread,
};
const { engine, kind } = await createEngine(settings, data, 1, source);
if (kind !== 'kernels') throw new Error('the kernels are missing: npm run kernels');
const trainer = prepare(settings, data, engine);

const rounded = (values: ArrayLike<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toFixed(digits)));
const kernelsNow = () => ({
  name: 'conv1.weight',
  shape: [6, 1, 5, 5],
  values: Float32Array.from(engine.parameter('conv1.weight')),
});

const moments: Moment[] = [];
const losses: number[] = [];
const milestones = new Milestones();
let [correct, count, microseconds, samples] = [0, 0, 0, 0];
while (trainer.position.stage.at !== 'finished') {
  const before = process.cpuUsage().user;
  const move = trainer.move();
  const { step } = trainer.position;
  if (move.did === 'train') {
    microseconds += process.cpuUsage().user - before;
    samples += move.size;
    losses.push(move.loss);
    const share = milestones.add(move.size, move.correct);
    if (share !== undefined) moments.push({ step, share, kernels: kernelsNow() });
  } else if (move.did === 'test' && move.result) {
    ({ correct, count } = move.result);
    if (step === 0) moments.push({ step, share: correct / count, kernels: kernelsNow() });
  }
}
const [untrained, ...passed] = moments;
const last = { step: trainer.position.step, share: correct / count, kernels: kernelsNow() };
const points = Array.from({ length: losses.length / stepsPerPoint }, (_, point) => {
  const batches = losses.slice(point * stepsPerPoint, (point + 1) * stepsPerPoint);
  return batches.reduce((sum, loss) => sum + loss, 0) / stepsPerPoint;
});

const pixels = imageAt(readPack('samples').test, label);
const read = digitReader(settings);
const before = read(startingWeights(settings, manualSeed(settings.seed)), pixels);
const now = read(engine.weights(), pixels);
/** Maps in 255 steps, each on its own scale: they are looked at, not computed with. */
function asBytes({ found }: DigitReading): string {
  if (!found) throw new Error('record-example: the network has no convolution');
  const [maps, rows, columns] = found.shape;
  const size = rows * columns;
  return Buffer.from(
    Array.from({ length: maps }, (_, map) => {
      const values = found.values.subarray(map * size, (map + 1) * size);
      const largest = Math.max(...values) || 1;
      return Array.from(values, (value) => Math.round((255 * value) / largest));
    }).flat(),
  ).toString('base64');
}

const example = {
  recipe: 'mini',
  seed: settings.seed,
  correct,
  count,
  /** The processor's time for one digit, there and back. */
  microseconds: Math.round(microseconds / samples),
  losses: rounded(points, 3),
  moments: [untrained, ...spread(passed, 3), last].map(({ step, share, kernels }) => ({
    step,
    share: Number(share.toFixed(4)),
    kernels: rounded(kernels.values, 3),
  })),
  label,
  pixels: Buffer.from(pixels).toString('base64'),
  before: rounded(before.probabilities, 4),
  now: rounded(now.probabilities, 4),
  found: asBytes(now),
};
const file = path('src/lib/pages/training/example/run.json');
writeFileSync(file, await format(JSON.stringify(example), { parser: 'json', printWidth: 100 }));
engine.close();
console.log(`${correct} of ${count}; moments after ${moments.map(({ step }) => step).join(', ')}`);
