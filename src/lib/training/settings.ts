import * as v from 'valibot';
import { normalizations, type NormalizationName } from '$lib/data';

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
} as const satisfies Record<string, NumberRange>;

/** The name of a setting that is a number. */
export type NumberSetting = keyof typeof numberRanges;

/** All that decides a run: the same settings give the same weights, to the bit. */
export type Settings = { readonly [Name in NumberSetting]: number } & {
  readonly normalize: NormalizationName;
};

/** What the page starts with: reaches 90% of the 500 unseen digits within its ten epochs. */
export const defaultSettings: Settings = {
  seed: 0,
  lr: 0.01,
  momentum: 0.9,
  weightDecay: 0,
  batchSize: 10,
  epochs: 10,
  normalize: 'usual',
};

/** A number that is finite, within its range and whole where it must be. */
export function numberSchema({ minimum, maximum, whole }: NumberRange) {
  const within = v.pipe(v.number(), v.finite(), v.minValue(minimum), v.maxValue(maximum));
  return whole ? v.pipe(within, v.integer()) : within;
}

const normalizationNames = Object.keys(normalizations) as NormalizationName[];

/** Settings from outside: a message, a link, a saved run. */
export const settingsSchema = v.object({
  seed: numberSchema(numberRanges.seed),
  lr: numberSchema(numberRanges.lr),
  momentum: numberSchema(numberRanges.momentum),
  weightDecay: numberSchema(numberRanges.weightDecay),
  batchSize: numberSchema(numberRanges.batchSize),
  epochs: numberSchema(numberRanges.epochs),
  normalize: v.picklist(normalizationNames),
}) satisfies v.GenericSchema<unknown, Settings>;

const textOf = <S extends v.GenericSchema<number, number>>(schema: S) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i),
    v.transform(Number),
    schema,
  );

/** The same settings as a field or a link writes them: as text, by the same names. */
export const settingsFields = {
  seed: textOf(numberSchema(numberRanges.seed)),
  lr: textOf(numberSchema(numberRanges.lr)),
  momentum: textOf(numberSchema(numberRanges.momentum)),
  weightDecay: textOf(numberSchema(numberRanges.weightDecay)),
  batchSize: textOf(numberSchema(numberRanges.batchSize)),
  epochs: textOf(numberSchema(numberRanges.epochs)),
  normalize: v.picklist(normalizationNames),
};
