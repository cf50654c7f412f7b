/** The same training as the page's, from a terminal: `npm run train -- --help` says it all. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodePack, packs, type PackName } from '$lib/data';
import type { Network } from '$lib/network';
import { networkOfRun, readSafetensors, WeightsError, writeSafetensors } from '$lib/training';
import { help, OptionError, readOptions } from './train/options';
import { endWithReader } from './pipe.js';
import { jsonLine, train, type Report } from './train/run';

function readPack(name: PackName) {
  const url = new URL(`../static/data/${packs[name].file}`, import.meta.url);
  return decodePack(gunzipSync(readFileSync(fileURLToPath(url))));
}

function readWeights(file: string, network: Network) {
  try {
    return readSafetensors(readFileSync(file), network).weights;
  } catch (error) {
    const reason = error instanceof WeightsError ? JSON.stringify(error.problem) : String(error);
    throw new OptionError(`--init ${file} cannot be used: ${reason}`);
  }
}

/** A line for people: an epoch, or the fingerprint at the end. */
function words(report: Report): string | undefined {
  if ('weights' in report) return `weights ${report.weights}`;
  if ('stepSizes' in report) {
    const [smallest, largest] = report.stepSizes.map((size) => size.toPrecision(2));
    return `pass ${report.pass}   step sizes ${smallest} to ${largest}`;
  }
  if (!('epoch' in report)) return undefined;
  const { epoch, trainLoss, trainAccuracy, testAccuracy, seconds, samplesPerSecond } = report;
  return [
    `epoch ${epoch}`,
    `training loss ${trainLoss.toFixed(4)}`,
    `training accuracy ${(100 * trainAccuracy).toFixed(2)}%`,
    `test accuracy ${(100 * testAccuracy).toFixed(2)}%`,
    `${seconds.toFixed(2)} s`,
    `${Math.round(samplesPerSecond).toLocaleString('en-US')} samples/s`,
  ].join('   ');
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(help);
    return 0;
  }
  const network = networkOfRun(options.settings);
  const initial = options.init === undefined ? undefined : readWeights(options.init, network);
  const print = (report: Report) => {
    const line = options.json ? jsonLine(report) : words(report);
    if (line !== undefined) console.log(line);
  };
  const data = readPack(options.settings.data);
  const { weights, diverged } = await train(options, data, initial, print, () => performance.now());
  if (options.save !== undefined) {
    writeFileSync(options.save, writeSafetensors({ weights }, {}, 'F32', network));
  }
  if (!diverged) return 0;
  const { epoch, layer } = diverged;
  const where = layer === undefined ? '' : ` in ${layer}`;
  const mend =
    options.settings.optimizer === 'sdlm' ? 'raise --mu or lower --lr' : 'lower --lr or --momentum';
  console.error(`The loss ran away in epoch ${epoch}${where}: ${mend}.`);
  return 1;
}

endWithReader();
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
