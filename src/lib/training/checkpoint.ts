import * as v from 'valibot';
import { borders } from './border';
import type { Engine } from './engine';
import type { ParameterValues } from '$lib/kernels/contract';
import { beginning } from './beginning';
import { historySchema, type History } from './history';
import { networkOfRun, settingsSchema, type Settings } from './settings';
import type { Trainer } from './trainer';
import { parameterShapes } from './weights';

/**
 * Grows when the form of what is kept changes. What has a later version than this is left as it is;
 * `readKept` is where an earlier one would be brought up to date.
 */
const version = 1;

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Numbers of parameters, by PyTorch's names: weights, or what an optimiser remembers. */
const valuesSchema = v.record(
  v.string(),
  v.custom<Float64Array>((value) => value instanceof Float64Array),
);

/** All that a run needs to go on to the same bits. */
export const checkpointSchema = v.object({
  version: v.literal(version),
  position: v.object({
    stage: v.variant('at', [
      v.object({ at: v.literal('training'), epoch: wholeNumber, sample: wholeNumber }),
      v.object({ at: v.literal('testing'), epoch: wholeNumber }),
      v.object({ at: v.literal('finished'), epoch: wholeNumber }),
    ]),
    step: wholeNumber,
  }),
  weights: valuesSchema,
  optimizer: v.object({ step: wholeNumber, firstMoment: valuesSchema, secondMoment: valuesSchema }),
});
export type Checkpoint = Readonly<v.InferOutput<typeof checkpointSchema>>;

/** What is kept of a run besides its checkpoint: enough to list it, show it and compare it. */
const recordSchema = v.object({
  version: v.literal(version),
  id: v.string(),
  /** Given by the reader; empty where none was. */
  name: v.string(),
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  settings: settingsSchema,
  history: historySchema,
  state: v.picklist(['unfinished', 'finished', 'diverged']),
  /** Who keeps the run and alone may save it; absent where nobody has taken it up yet. */
  keeper: v.optional(v.string()),
});
export type RunRecord = Readonly<v.InferOutput<typeof recordSchema>>;

/** A record as it is kept: before settings held a network, its border stood beside them. */
const keptRecordSchema = v.pipe(
  v.union([
    v.pipe(
      v.looseObject({ border: v.picklist(borders), settings: v.looseObject({}) }),
      v.transform(({ border, settings, ...record }) => ({
        ...record,
        settings: { border, ...settings },
      })),
    ),
    v.unknown(),
  ]),
  recordSchema,
);

const keptSchemas = { record: keptRecordSchema, checkpoint: checkpointSchema } as const;
const versionSchema = v.object({ version: v.number() });

/** A record or checkpoint that was kept, read as `kind`; or why it cannot be read. */
export function readKept<Kind extends keyof typeof keptSchemas>(
  kind: Kind,
  value: unknown,
): v.InferOutput<(typeof keptSchemas)[Kind]> | 'damaged' | 'later' {
  const versioned = v.safeParse(versionSchema, value);
  if (versioned.success && versioned.output.version > version) return 'later';
  const read = v.safeParse(keptSchemas[kind], value);
  return read.success ? read.output : 'damaged';
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, axis) => product * axis, 1);

/** Whether a checkpoint holds all the numbers of a run's network, and no others. */
export function fitsRun({ weights, optimizer }: Checkpoint, { settings }: RunRecord): boolean {
  const shapes = [...parameterShapes(networkOfRun(settings))];
  const fits = (values: ParameterValues, wanted: typeof shapes) =>
    wanted.every(([name, shape]) => values[name]?.length === sizeOf(shape)) &&
    Object.keys(values).length === wanted.length;
  const learned = shapes.filter(([name]) => /\.(weight|bias)$/.test(name));
  const moments = [optimizer.firstMoment, optimizer.secondMoment];
  return fits(weights, shapes) && moments.every((values) => fits(values, learned));
}

const areFinite = (values: ParameterValues): boolean =>
  Object.values(values).every((each) => each.every(Number.isFinite));

/**
 * The checkpoint of a run as it stands; undefined once it has run away. The weights can be no numbers
 * any more before the next loss says so: nothing could be learned from there.
 */
export function takeCheckpoint(engine: Engine, trainer: Trainer): Checkpoint | undefined {
  const { stage, step } = trainer.position;
  if (stage.at === 'diverged') return undefined;
  const [weights, optimizer] = [engine.weights(), engine.optimizerState()];
  const { firstMoment, secondMoment } = optimizer;
  if (![weights, firstMoment, secondMoment].every(areFinite)) return undefined;
  return { version, position: { stage, step }, weights, optimizer };
}

/** What is to be kept of a run that has this behind it, and nothing that only a page shows. */
export function recordOf(
  { id, startedAt, keeper }: Pick<RunRecord, 'id' | 'startedAt' | 'keeper'>,
  settings: Settings,
  history: History,
  state: RunRecord['state'],
): RunRecord {
  return {
    version,
    id,
    name: '',
    startedAt,
    settings,
    history: v.parse(historySchema, history),
    state,
    keeper,
  };
}

/** A run that has not begun and does so from these weights instead of those its seed draws. */
export function runFromWeights(
  id: string,
  startedAt: number,
  settings: Settings,
  weights: ParameterValues,
): { record: RunRecord; checkpoint: Checkpoint } {
  const zeros = Object.fromEntries(
    Object.entries(weights).map(([name, { length }]) => [name, new Float64Array(length)]),
  );
  return {
    record: recordOf({ id, startedAt }, settings, beginning(settings), 'unfinished'),
    checkpoint: {
      version,
      position: { stage: { at: 'testing', epoch: 0 }, step: 0 },
      weights: { ...weights },
      optimizer: { step: 0, firstMoment: zeros, secondMoment: zeros },
    },
  };
}
