import * as v from 'valibot';
import { normalizations, type NormalizationName, type sampleCounts } from '$lib/data';
import type { OptimizerName } from '$lib/kernels/contract';
import { curvatureProblem } from '$lib/kernels/curvature-problem';
import {
  lenet5Network,
  readNetwork,
  writeNetwork,
  type LeNet5Choices,
  type Network,
} from '$lib/network';
import { initializations, type Initialization } from '$lib/nn';
import { readNumber } from '$lib/ui/number';
import { borders } from './border';
import { isTrainable } from './trainable';

/** What a number among the settings may be: both bounds are allowed. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Whether it must be whole. */
  readonly whole: boolean;
}

/** The numbers of a run and what each may be. */
export const numberRanges = {
  /** Decides the initial weights and the order of the samples. */
  seed: { minimum: 0, maximum: 2 ** 32 - 1, whole: true },
  lr: { minimum: 1e-6, maximum: 10, whole: false },
  momentum: { minimum: 0, maximum: 0.999, whole: false },
  weightDecay: { minimum: 0, maximum: 1, whole: false },
  batchSize: { minimum: 1, maximum: 60_000, whole: true },
  epochs: { minimum: 1, maximum: 100, whole: true },
  /** By how many pixels at most each training digit is moved, anew each time. */
  shift: { minimum: 0, maximum: 4, whole: true },
  /** How far training digits are distorted, anew each time: a part of `distortionRanges`; 0 not at all. */
  distort: { minimum: 0, maximum: 2, whole: false },
  /** Levenberg–Marquardt's μ in the first two passes, and in all later ones. */
  mu: { minimum: 1e-4, maximum: 100, whole: false },
  laterMu: { minimum: 1e-4, maximum: 100, whole: false },
} as const satisfies Record<string, NumberRange>;

/** The name of a setting that is a number. */
export type NumberSetting = keyof typeof numberRanges;

/** The settings that are a choice, and what there is to choose from. */
export const choices = {
  /** How many digits, as the packs name them: 1,000, 10,000 or all. */
  data: ['mini', 'medium', 'full'],
  optimizer: ['sgd', 'adam', 'sdlm'],
  /** How the learning rate goes: the same throughout, up and down once, or down by the paper's table. */
  schedule: ['constant', 'oneCycle', 'paper'],
  /** The rule for the starting values; a run that was kept before there was a choice has PyTorch's. */
  initialization: initializations,
  normalize: Object.keys(normalizations) as NormalizationName[],
} as const satisfies {
  data: readonly (keyof typeof sampleCounts)[];
  optimizer: readonly OptimizerName[];
  schedule: readonly ('constant' | 'oneCycle' | 'paper')[];
  initialization: readonly Initialization[];
  normalize: readonly NormalizationName[];
};

/** The name of a setting that is a choice. */
export type ChoiceSetting = keyof typeof choices;

/** All that decides a run: the same settings give the same weights, to the bit. */
export type Settings = { readonly [Name in NumberSetting]: number } & {
  readonly [Name in ChoiceSetting]: (typeof choices)[Name][number];
} & {
  /** What learns, as links write it: `readNetwork` reads it. */
  readonly network: string;
};

/** The network of a run. Throws where settings that no schema has read hold none. */
export function networkOfRun({ network }: Pick<Settings, 'network'>): Network {
  const reading = readNetwork(network);
  if (!reading.ok) throw new Error(`networkOfRun: ${JSON.stringify(reading.problem)}`);
  return reading.network;
}

/** How settings named the activation and the pooling of LeNet-5 while they knew no other network. */
const formerly = {
  activation: { relu: 'ReLU', tanh: 'Tanh', scaledTanh: 'ScaledTanh' },
  pooling: { max: 'max', average: 'average' },
} as const;

/** The network that settings of that time mean; at first its border was `zeros`. */
function formerNetwork(
  { activation = 'relu', pooling = 'max' }: { activation?: string; pooling?: string },
  border: LeNet5Choices['border'],
): string {
  const choices = {
    activation: new Map(Object.entries(formerly.activation)).get(activation),
    pooling: new Map(Object.entries(formerly.pooling)).get(pooling),
  };
  return writeNetwork(lenet5Network({ ...choices, border }));
}

/** The network that a link means by `activation` and `pooling`, as links said it before they held a network. */
export function networkOfFormerLink(query: {
  get(name: string): string | null;
}): string | undefined {
  const [network, activation, pooling] = ['network', 'activation', 'pooling'].map(
    (name) => query.get(name) ?? undefined,
  );
  if (network !== undefined || (activation ?? pooling) === undefined) return undefined;
  return formerNetwork({ activation, pooling }, 'background');
}

/** A number that is finite, within its range and whole where it must be. */
function numberSchema({ minimum, maximum, whole }: NumberRange) {
  const within = v.pipe(v.number(), v.finite(), v.minValue(minimum), v.maxValue(maximum));
  return whole ? v.pipe(within, v.integer()) : within;
}

/** The settings that may change while a run is under way. */
export const liveSchemas = {
  lr: numberSchema(numberRanges.lr),
  momentum: numberSchema(numberRanges.momentum),
  weightDecay: numberSchema(numberRanges.weightDecay),
};

/** The settings that may change while a run is under way. */
export type LiveSettings = Pick<Settings, keyof typeof liveSchemas>;

const choiceSchemas = {
  data: v.picklist(choices.data),
  optimizer: v.picklist(choices.optimizer),
  schedule: v.picklist(choices.schedule),
  initialization: v.picklist(choices.initialization),
  normalize: v.picklist(choices.normalize),
};

/** A network in a link, a field or a saved run; written as links write it, however it was typed. */
const networkSchema = v.pipe(
  v.string(),
  v.check((text) => {
    const read = readNetwork(text);
    return read.ok && isTrainable(read.network);
  }),
  v.transform((text) => writeNetwork(networkOfRun({ network: text }))),
);

/**
 * The settings that cannot be used beside the others: Levenberg–Marquardt takes one digit a step, and goes
 * back through the layers of 1998 alone.
 */
function unusableTogether(
  settings: Pick<Settings, 'optimizer' | 'batchSize' | 'network'>,
): (keyof Settings)[] {
  if (settings.optimizer !== 'sdlm') return [];
  const unusable: (keyof Settings)[] = [];
  if (settings.batchSize !== 1) unusable.push('batchSize');
  if (curvatureProblem(networkOfRun(settings))) unusable.push('optimizer');
  return unusable;
}

/** Settings from outside: a message, a saved run. One kept before it named its border has C1 pad with zeros. */
export const settingsSchema = v.pipe(
  v.object({
    seed: numberSchema(numberRanges.seed),
    ...liveSchemas,
    batchSize: numberSchema(numberRanges.batchSize),
    epochs: numberSchema(numberRanges.epochs),
    shift: numberSchema(numberRanges.shift),
    distort: v.optional(numberSchema(numberRanges.distort), 0),
    mu: v.optional(numberSchema(numberRanges.mu), 1),
    laterMu: v.optional(numberSchema(numberRanges.laterMu), 1),
    ...choiceSchemas,
    initialization: v.optional(choiceSchemas.initialization, 'pytorch'),
    network: v.optional(networkSchema),
    activation: v.optional(v.picklist(Object.keys(formerly.activation))),
    pooling: v.optional(v.picklist(Object.keys(formerly.pooling))),
    border: v.optional(v.picklist(borders), 'zeros'),
  }),
  v.transform(({ network, activation, pooling, border, ...rest }) => ({
    ...rest,
    network: network ?? formerNetwork({ activation, pooling }, border),
  })),
  v.check((settings) => unusableTogether(settings).length === 0),
) satisfies v.GenericSchema<unknown, Settings>;

/** A number as a reader writes it, in any way that the fields of the page take. */
const numberText = v.pipe(v.string(), v.transform(readNumber), v.number());

/** The same settings as a field or a link writes them: as text, by the same names. */
export const settingsFields = {
  seed: v.pipe(numberText, numberSchema(numberRanges.seed)),
  lr: v.pipe(numberText, numberSchema(numberRanges.lr)),
  momentum: v.pipe(numberText, numberSchema(numberRanges.momentum)),
  weightDecay: v.pipe(numberText, numberSchema(numberRanges.weightDecay)),
  batchSize: v.pipe(numberText, numberSchema(numberRanges.batchSize)),
  epochs: v.pipe(numberText, numberSchema(numberRanges.epochs)),
  shift: v.pipe(numberText, numberSchema(numberRanges.shift)),
  distort: v.pipe(numberText, numberSchema(numberRanges.distort)),
  mu: v.pipe(numberText, numberSchema(numberRanges.mu)),
  laterMu: v.pipe(numberText, numberSchema(numberRanges.laterMu)),
  ...choiceSchemas,
  network: networkSchema,
};

/** Settings as a form holds them. */
export type SettingsText = Record<keyof Settings, string>;

/** A form that shows these settings. */
export function settingsText(settings: Settings): SettingsText {
  const entries = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(entries) as SettingsText;
}

/** What a form says: settings, or the names of the fields that are not usable. */
export function readSettings(text: SettingsText): {
  readonly settings: Settings | undefined;
  readonly unusable: readonly (keyof Settings)[];
} {
  const parsed = v.safeParse(v.object(settingsFields), text);
  if (parsed.success) {
    const unusable = unusableTogether(parsed.output);
    return { settings: unusable.length === 0 ? parsed.output : undefined, unusable };
  }
  const names = Object.keys(settingsFields) as (keyof Settings)[];
  return {
    settings: undefined,
    unusable: names.filter((name) => !v.is(settingsFields[name], text[name])),
  };
}
