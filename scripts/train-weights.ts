/**
 * Trains the weights that come with the pages, LeNet-5's and those of the network of 1998, with this project's
 * own code, and writes them to `static/weights/` as safetensors, command and seed in the metadata: rounded to
 * float16, half of what a reader waits for, where the answers to all 10,000 test digits stay the same, else
 * in float32. They are committed, because a build should not wait for them; the same seed gives the same bits. `npm run weights` makes them anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  decodePack,
  imageAt,
  networkInput,
  normalizations,
  packs,
  type Dataset,
  type PackName,
} from '$lib/data';
import type { ParameterValues } from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { endWithReader } from './pipe.js';
import { answerOf, build, lenet5, manualSeed, type Sequential } from '$lib/nn';
import {
  createEngine,
  networkOfRun,
  prepare,
  readSafetensors,
  recipes,
  stateDictOf,
  writeSafetensors,
  type Settings,
} from '$lib/training';

const path = (inside: string) => fileURLToPath(new URL(`../static/${inside}`, import.meta.url));
const readPack = (name: PackName) =>
  decodePack(gunzipSync(readFileSync(path(`data/${packs[name].file}`))));

/** What each file is trained by; all with the input that the microscope gives the network. */
const runs: Record<string, Settings> = {
  mini: recipes.mini,
  trained: {
    ...recipes.oneCycle,
    batchSize: 64,
    lr: 0.06,
    epochs: 3,
    shift: 0,
    normalize: 'usual',
  },
  // The network of 1998 by the paper's method.
  'lenet5-1998': { ...recipes['sdlm-1998'], seed: 2 },
};

/** Those that the microscope offers for LeNet-5, whose answers to the sample digits it says beforehand. */
const offered = ['mini', 'trained'];

/** What a run's network with these weights says of each of the 10,000 test digits. */
function answersOf(weights: ParameterValues, settings: Settings): string {
  const description = networkOfRun(settings);
  const network = build(description, manualSeed(0));
  network.loadStateDict(stateDictOf(weights, network, description));
  const { test } = readPack('full');
  return Array.from({ length: test.count }, (_, i) => answerTo(network, test, i, settings)).join(
    '',
  );
}

/** What a network says to one digit, in the reference's float64. */
function answerTo(
  network: Sequential,
  digits: Dataset,
  index: number,
  settings: Pick<Settings, 'network' | 'normalize'>,
): number {
  const input = networkInput(imageAt(digits, index), normalizations[settings.normalize]);
  return answerOf(network.forward(input).data, networkOfRun(settings));
}

/** What each of the page's networks, the fresh one of seed 0, says to each of the ten sample digits. */
function answersToSamples(trained: Readonly<Record<string, ParameterValues>>) {
  const { test } = readPack('samples');
  const networks = { fresh: undefined, ...trained };
  return Object.fromEntries(
    Object.entries(networks).map(([name, weights]) => {
      const network = lenet5(manualSeed(0));
      if (weights) network.loadStateDict(stateDictOf(weights, network));
      const answers = Array.from({ length: test.count }, (_, i) =>
        answerTo(network, test, i, runs.trained),
      );
      return [name, answers];
    }),
  );
}

endWithReader();
const written: Record<string, ParameterValues> = {};
mkdirSync(path('weights'), { recursive: true });
for (const [name, settings] of Object.entries(runs)) {
  const data = readPack(settings.data);
  const source = {
    loadKernels: readKernels,
    loadGeneralKernels: readGeneralKernels,
    spawn: spawnNodeThread,
  };
  const { engine, kind } = await createEngine(settings, data, 1, source);
  if (kind !== 'kernels') throw new Error('the kernels are missing: npm run kernels');
  const trainer = prepare(settings, data, engine);
  while (trainer.position.stage.at !== 'finished') {
    const move = trainer.move();
    if (move.did !== 'test' || !move.result) continue;
    const { correct, count } = move.result;
    console.log(`${name}, epoch ${move.epoch}: ${correct} of ${count} right`);
  }
  const remarks = {
    command: 'npm run weights',
    seed: String(settings.seed),
    settings: JSON.stringify(settings),
  };
  const weights = engine.weights();
  const description = networkOfRun(settings);
  const half = writeSafetensors({ weights }, remarks, 'F16', description);
  const isSame =
    answersOf(weights, settings) ===
    answersOf(readSafetensors(half, description).weights, settings);
  console.log(`${name}: as float16 ${isSame ? 'all answers stay the same' : 'an answer changes'}`);
  const file = isSame ? half : writeSafetensors({ weights }, remarks, 'F32', description);
  writeFileSync(path(`weights/${name}.safetensors`), file);
  if (offered.includes(name)) written[name] = readSafetensors(file).weights;
  engine.close();
}

const answersFile = fileURLToPath(
  new URL('../src/lib/views/weights/sample-answers.json', import.meta.url),
);
writeFileSync(answersFile, `${JSON.stringify(answersToSamples(written))}\n`);
