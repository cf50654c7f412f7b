import { parseArgs } from 'node:util';
import { readsDigits } from '$lib/data';
import {
  lenet5Activations,
  lenet5Network,
  readNetwork,
  writeNetwork,
  type Network,
  type NetworkProblem,
} from '$lib/network';
import { presets } from '$lib/network/presets';
import { buildProblem } from '$lib/nn';
import {
  choices,
  engineChoices,
  numberRanges,
  readSettings,
  recipes,
  settingsText,
  type ChoiceSetting,
  type EngineChoice,
  type NumberSetting,
  type RecipeName,
  type Settings,
  type SettingsText,
} from '$lib/training';

/** What `npm run train` was asked to do. */
export interface TrainOptions {
  readonly settings: Settings;
  readonly engine: EngineChoice;
  readonly workers: number;
  readonly shuffle: boolean;
  readonly json: boolean;
  /** Train on so many samples only, the first of the file. */
  readonly limit?: number;
  /** End after so many updates. */
  readonly steps?: number;
  readonly init?: string;
  readonly save?: string;
}

/** A slip in the options, said in a sentence that names what is allowed. */
export class OptionError extends Error {}

/** The engines by their names; `kernels` is what `auto` was once called. */
const engines = [...engineChoices, 'kernels'] as const;
const mostWorkers = 64;

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The settings of a run as options, and what is said of each. */
const settingOptions: Record<NumberSetting | ChoiceSetting, string> = {
  data: 'what to train on: the first 1,000 or 10,000 digits, or all of MNIST',
  epochs: 'rounds of all samples',
  seed: 'decides the initial weights and the order of the samples',
  optimizer: 'the update rule',
  schedule: 'how the learning rate goes',
  lr: 'learning rate; the largest one of a one-cycle schedule',
  momentum: 'of SGD; a one-cycle schedule sets its own (and Adam’s first beta)',
  weightDecay: 'L2, as in PyTorch',
  batchSize: 'samples an update',
  normalize: 'how grey levels become numbers',
  shift: 'move each training digit by up to so many pixels',
  initialization: 'the rule for the starting values',
  distort:
    'distort each training digit: moved, scaled, squeezed and sheared by so many times the usual ranges',
  mu: 'of sdlm, in the first two passes: what it adds to each curvature',
  laterMu: 'the same in all later passes',
};
const settingNames = Object.keys(settingOptions) as (NumberSetting | ChoiceSetting)[];

const isNumberSetting = (name: NumberSetting | ChoiceSetting): name is NumberSetting =>
  name in numberRanges;
const recipeNames = Object.keys(recipes) as RecipeName[];

function allowed(name: NumberSetting | ChoiceSetting): string {
  if (!isNumberSetting(name)) {
    return choices[name satisfies ChoiceSetting].map(dashed).join(', ');
  }
  const { minimum, maximum, whole } = numberRanges[name];
  return `${whole ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`;
}

/** The presets that can be trained. */
const trainable = presets.filter(
  ({ network }) => buildProblem(network) === undefined && readsDigits(network),
);
const presetNames = trainable.map(({ id }) => id).join(', ');
const activations = ['relu', 'tanh', 'scaledTanh', 'sigmoid'] as const;

const line = (option: string, text: string) => `  ${option.padEnd(24)} ${text}`;

/** All options, a line each. */
export const help = [
  'npm run train -- [options]',
  '',
  'Trains LeNet-5 on MNIST and prints a line an epoch, or a JSON line a step and an epoch.',
  '',
  line('--recipe NAME', `${recipeNames.map(dashed).join(', ')} (momentum)`),
  ...settingNames.map((name) =>
    line(`--${dashed(name)} X`, `${settingOptions[name]}: ${allowed(name)}`),
  ),
  line('--network X', 'a network: one of these, or as the builder’s links write it (the recipe’s)'),
  line('', presetNames),
  line('--activation X', `of the article’s LeNet-5: ${activations.map(dashed).join(', ')} (relu)`),
  line('--pooling X', 'of the article’s LeNet-5: max, average (max)'),
  line('--engine NAME', `${engineChoices.join(', ')} (auto: the fastest that can)`),
  line('--workers N', `threads: a whole number from 1 to ${mostWorkers} (1)`),
  line('--limit N', 'train on the first N samples only'),
  line('--steps N', 'end after N updates'),
  line('--no-shuffle', 'take the samples in the order of the file'),
  line(
    '--init FILE',
    'begin from these weights (safetensors: by PyTorch’s names, conv1 fc1 …, or by shapes)',
  ),
  line('--save FILE', 'write the weights there at the end (safetensors)'),
  line('--json', 'print JSON lines; a loss that is no finite number as "NaN" or "Infinity"'),
  line('--help', 'print this'),
].join('\n');

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function parse(args: string[]) {
  const named = Object.fromEntries(settingNames.map((name) => [dashed(name), text]));
  try {
    return parseArgs({
      args,
      options: {
        ...named,
        recipe: text,
        network: text,
        activation: text,
        pooling: text,
        engine: text,
        workers: text,
        limit: text,
        steps: text,
        init: text,
        save: text,
        'no-shuffle': flag,
        json: flag,
        help: flag,
      },
    }).values as Record<string, string | boolean | undefined>;
  } catch (error) {
    throw new OptionError(`${(error as Error).message}. --help lists the options.`);
  }
}

/** Throws an `OptionError` where the option was given and is not a whole number within bounds. */
function wholeNumber(
  option: string,
  value: string | boolean | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(String(value)) ? Number(value) : NaN;
  if (number >= minimum && number <= maximum) return number;
  throw new OptionError(
    `--${option}: expected a whole number from ${minimum} to ${maximum}, got ${value}.`,
  );
}

function oneOf<T extends string>(
  option: string,
  value: string | boolean | undefined,
  names: readonly T[],
  preset: T,
): T {
  if (value === undefined) return preset;
  const name = names.find((candidate) => dashed(candidate) === value);
  if (name !== undefined) return name;
  throw new OptionError(
    `--${option}: expected one of ${names.map(dashed).join(', ')}, got ${value}.`,
  );
}

/** The network that the options name. Throws an `OptionError` where they name none that can be trained. */
export function networkFor(values: Record<string, string | boolean | undefined>): Network {
  const { activation, pooling } = values;
  const given = String(values.network ?? 'lenet5');
  if (activation !== undefined || pooling !== undefined) {
    if (values.network !== undefined && values.network !== 'lenet5') {
      throw new OptionError('--activation and --pooling go with the article’s LeNet-5 alone.');
    }
    const named = oneOf('activation', activation, activations, 'relu');
    return lenet5Network({
      activation: lenet5Activations[activations.indexOf(named)],
      pooling: oneOf('pooling', pooling, ['max', 'average'] as const, 'max'),
    });
  }
  const preset = trainable.find(({ id }) => id === given);
  if (preset) return preset.network;
  const reading = readNetwork(given);
  if (!reading.ok) {
    throw new OptionError(`--network: ${problemOf(reading.problem)} Presets: ${presetNames}.`);
  }
  const { network } = reading;
  const problem = buildProblem(network);
  if (problem) {
    throw new OptionError(`--network: cannot be trained here: ${JSON.stringify(problem)}.`);
  }
  if (!readsDigits(network)) {
    throw new OptionError('--network: reads no digits: expected 1 channel and at least 28 × 28.');
  }
  return network;
}

/** Why a notation names no network, in a sentence. */
function problemOf(problem: NetworkProblem): string {
  switch (problem.code) {
    case 'no-input':
      return `expected a preset, or a network that begins with what it reads, such as 1x28x28, got ${problem.text}.`;
    case 'no-layers':
      return 'expected layers after what the network reads.';
    case 'too-many-layers':
      return `expected at most ${problem.most} layers.`;
    case 'constant':
      return `the constant j of the loss map, ${problem.text}, is no number above 0. It could be ${problem.mend}.`;
    case 'layer': {
      const would = problem.mend === undefined ? '' : ` It could be ${problem.mend}.`;
      return `layer ${problem.place}, ${problem.text}, cannot be read.${would}`;
    }
  }
}

/** A recipe with the settings that were given put in its place. */
function settingsOf(values: Record<string, string | boolean | undefined>): Settings {
  const recipe = recipes[oneOf('recipe', values.recipe, recipeNames, 'momentum')];
  const form: SettingsText = settingsText(recipe);
  for (const name of settingNames) {
    const value = values[dashed(name)];
    if (value === undefined) continue;
    form[name] = isNumberSetting(name)
      ? String(value)
      : oneOf<string>(dashed(name), value, choices[name], recipe[name]);
  }
  const namesNetwork = [values.network, values.activation, values.pooling].some(
    (value) => value !== undefined,
  );
  if (namesNetwork) form.network = writeNetwork(networkFor(values));
  const { settings, unusable } = readSettings(form);
  if (settings) return settings;
  if (form.optimizer === 'sdlm' && unusable.includes('batchSize') && form.batchSize !== '1') {
    throw new OptionError('--batch-size: sdlm takes one digit a step, expected 1.');
  }
  if (unusable.includes('optimizer')) {
    throw new OptionError(
      '--optimizer: sdlm goes back through convolutions, subsampling, full connections, tanh and codes alone: expected the network lenet5-1998.',
    );
  }
  const name = unusable.find((each) => each !== 'network');
  if (!name) throw new OptionError('--network: expected a network.');
  throw new OptionError(`--${dashed(name)}: expected ${allowed(name)}, got ${form[name]}.`);
}

/**
 * Reads the options of `npm run train`; 'help' where help was asked for. Throws an `OptionError` that
 * says what is allowed.
 */
export function readOptions(args: string[]): TrainOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const engine = oneOf('engine', values.engine, engines, 'auto');
  const file = (name: 'init' | 'save') =>
    values[name] === undefined ? undefined : String(values[name]);
  return {
    settings: settingsOf(values),
    engine: engine === 'kernels' ? 'auto' : engine,
    workers: wholeNumber('workers', values.workers, 1, mostWorkers) ?? 1,
    shuffle: !values['no-shuffle'],
    json: values.json === true,
    limit: wholeNumber('limit', values.limit, 1, 60_000),
    steps: wholeNumber('steps', values.steps, 1, 1e9),
    init: file('init'),
    save: file('save'),
  };
}
