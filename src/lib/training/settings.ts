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

/** A number as a reader writes it, also in full-width digits. */
const numberText = v.pipe(
  v.string(),
  v.normalize('NFKC'),
  v.trim(),
  v.regex(/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i),
  v.transform(Number),
);

/** The same settings as a field or a link writes them: as text, by the same names. */
export const settingsFields = {
  seed: v.pipe(numberText, numberSchema(numberRanges.seed)),
  lr: v.pipe(numberText, numberSchema(numberRanges.lr)),
  momentum: v.pipe(numberText, numberSchema(numberRanges.momentum)),
  weightDecay: v.pipe(numberText, numberSchema(numberRanges.weightDecay)),
  batchSize: v.pipe(numberText, numberSchema(numberRanges.batchSize)),
  epochs: v.pipe(numberText, numberSchema(numberRanges.epochs)),
  normalize: v.picklist(normalizationNames),
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
  if (parsed.success) return { settings: parsed.output, unusable: [] };
  const names = Object.keys(settingsFields) as (keyof Settings)[];
  return {
    settings: undefined,
    unusable: names.filter((name) => !v.is(settingsFields[name], text[name])),
  };
}
