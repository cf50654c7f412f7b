import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { writeNetwork } from '$lib/network';
import { choices, recipes, settingsIn, type Settings } from '$lib/training';
import { networkFor, OptionError } from '../train/options';

/** What `npm run export` was asked to do. */
export interface ExportOptions {
  /** The weights file; the weights that the seed draws if not given. */
  readonly file?: string;
  readonly settings: Settings;
  /** The folder that the files go to; it is made. */
  readonly to: string;
}

/** The weights that come with the project. */
const shipped = ['trained', 'mini'];

const line = (option: string, text: string) => `  ${option.padEnd(22)} ${text}`;

/** All options, a line each. */
export const exportHelp = [
  'npm run export -- [options]',
  '',
  'Writes a network and its weights as a PyTorch project: model.py, train.py, run.json and more.',
  '',
  line('--weights X', `${shipped.join(', ')}, fresh, or a safetensors file (trained)`),
  line(
    '--network X',
    'a preset, or as the builder’s links write it; as the file says if not given',
  ),
  line('--normalize X', `how grey levels become numbers: ${choices.normalize.join(', ')}`),
  line('--to DIR', 'where the files go'),
  line('--help', 'print this'),
].join('\n');

const text = { type: 'string' } as const;

function parse(args: string[]) {
  try {
    const options = { weights: text, network: text, normalize: text, to: text };
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new OptionError(`${(error as Error).message}. --help lists the options.`);
  }
}

/** The file that `--weights` names; undefined for untrained ones. */
function fileOf(weights: string): string | undefined {
  if (weights === 'fresh') return undefined;
  if (!shipped.includes(weights)) return weights;
  return fileURLToPath(new URL(`../../static/weights/${weights}.safetensors`, import.meta.url));
}

/**
 * Reads the options of `npm run export`; 'help' where help was asked for. `remarksOf` reads what a weights file
 * says of itself. Throws an `OptionError` that says what is allowed.
 */
export function readExportOptions(
  args: string[],
  remarksOf: (file: string) => Readonly<Record<string, string>>,
): ExportOptions | 'help' {
  const { weights = 'trained', network, normalize, to, help } = parse(args);
  if (help) return 'help';
  if (to === undefined) throw new OptionError('--to: expected the folder that the files go to.');
  const file = fileOf(weights);
  const said = file === undefined ? recipes.mini : settingsIn(remarksOf(file));
  const named = choices.normalize.find((name) => name === normalize);
  if (normalize !== undefined && !named) {
    throw new OptionError(`--normalize: expected one of ${choices.normalize.join(', ')}.`);
  }
  const settings = {
    ...(said ?? recipes.momentum),
    ...(network !== undefined && { network: writeNetwork(networkFor({ network })) }),
    ...(named && { normalize: named }),
  };
  return { file, settings, to };
}
