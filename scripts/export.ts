/**
 * Writes a network and its weights as a PyTorch project, from a terminal: `npm run export -- --help` says it all.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodePack, packs, type PackName } from '$lib/data';
import { examine, projectFiles } from '$lib/exchange';
import { fingerprint } from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import {
  createEngine,
  networkOfRun,
  readSafetensors,
  remarksOf,
  WeightsError,
} from '$lib/training';
import { exportHelp, readExportOptions } from './export/options';
import { OptionError } from './train/options';
import { endWithReader } from './pipe.js';

const readPack = (name: PackName) => {
  const url = new URL(`../static/data/${packs[name].file}`, import.meta.url);
  return decodePack(gunzipSync(readFileSync(fileURLToPath(url))));
};

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new OptionError(`--weights: ${(error as Error).message}.`);
  }
}

async function main(args: string[]): Promise<void> {
  const options = readExportOptions(args, (file) => remarksOf(read(file)));
  if (options === 'help') return console.log(exportHelp);
  const { settings, file, to } = options;
  const network = networkOfRun(settings);
  const loaded = file === undefined ? undefined : readSafetensors(read(file), network).weights;
  const data = readPack(settings.data);
  const source = {
    loadKernels: readKernels,
    loadGeneralKernels: readGeneralKernels,
    spawn: spawnNodeThread,
  };
  const { engine } = await createEngine(settings, data, 1, source);
  const examined = examine(settings, data, engine, loaded);
  const weights = loaded ?? examined.initial;
  engine.close();
  const digits = { train: data.train.count, test: data.test.count };
  const run = { settings, network, weights, digits, fingerprint: fingerprint(weights) };
  mkdirSync(to, { recursive: true });
  for (const [name, content] of Object.entries(projectFiles({ ...run, ...examined }))) {
    writeFileSync(join(to, name), content);
  }
  const { correct, count } = examined.score;
  console.log(`${to}: ${correct} of ${count} digits right`);
}

endWithReader();
try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionError || error instanceof WeightsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
