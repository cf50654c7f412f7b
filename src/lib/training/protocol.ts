import { crewLimits } from '$lib/kernels';
import { imageSize } from '$lib/data';
import * as v from 'valibot';
import { deadUnitsSchema } from './dead-units';
import { problemSchema } from '$lib/ui/load/problem';
import { floats, historySchema, measured } from './history';
import { storeProblems } from './run-store';
import { liveSchemas, settingsSchema } from './settings';

/**
 * What the page and the worker say to each other. Both sides read what arrives through these schemas,
 * and take their types from them.
 */

/** How fast a run goes: as fast as it can, or this many batches a second, slow enough to watch. */
const paceSchema = v.union([v.literal('full'), v.pipe(v.number(), v.minValue(0.1))]);
export type Pace = v.InferOutput<typeof paceSchema>;

/** How a run is carried out; none of it changes what comes out. */
const mannerSchemas = {
  /** How many threads may train. */
  workers: v.pipe(v.number(), v.integer(), v.minValue(1)),
  pace: paceSchema,
  /** The folder of the packs, as the page sees it: a worker has another address. */
  base: v.string(),
};

/** Which run; the name that it is kept under. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const image = v.pipe(
  v.custom<Uint8Array>((value) => value instanceof Uint8Array),
  v.length(imageSize),
);

/** What the page asks of the worker. */
export const commandSchema = v.variant('type', [
  /** Load the digits and begin a run, in place of the one that there was. */
  v.object({
    type: v.literal('start'),
    id,
    settings: settingsSchema,
    ...mannerSchemas,
    /** False where the run is not to be kept. */
    keep: v.optional(v.boolean()),
  }),
  /** Take up a run that was kept, from its checkpoint, in place of the one that there was. */
  v.object({
    type: v.literal('resume'),
    id,
    ...mannerSchemas,
    /** What to change before it goes on. */
    change: v.optional(v.object(liveSchemas)),
  }),
  /** Pause between two batches. */
  v.object({ type: v.literal('stop') }),
  /** Go on from there. */
  v.object({ type: v.literal('continue') }),
  /** Train on one batch, and pause again. */
  v.object({ type: v.literal('step') }),
  /** Test all digits now, between two batches. */
  v.object({ type: v.literal('test') }),
  v.object({ type: v.literal('pace'), pace: paceSchema }),
  /**
   * Read this digit, [28, 28] grey levels: once with the weights that these settings begin with, and with the
   * run's own, now and whenever it shows what it looks like inside.
   */
  v.object({ type: v.literal('watch'), pixels: image, settings: settingsSchema }),
  /** Change what may change under way; it holds from the next batch on. */
  v.object({ type: v.literal('change'), ...liveSchemas }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const seconds = v.pipe(v.number(), v.minValue(0));

/** What trains. */
const crewSchema = v.object({
  engine: v.picklist(['kernels', 'reference']),
  /** How many threads train, and why no more of them if they are fewer than were asked for. */
  workers: wholeNumber,
  limit: v.optional(v.picklist(crewLimits)),
});
export type Crew = Readonly<v.InferOutput<typeof crewSchema>>;

/** The kernels of a convolution: `conv1.weight`, `[maps, channels, height, width]`. */
const kernelsSchema = v.object({
  name: v.string(),
  shape: v.pipe(v.array(wholeNumber), v.readonly()),
  values: floats,
});

/** What the worker reports to the page. */
export const reportSchema = v.variant('type', [
  v.object({ type: v.literal('loading'), received: wholeNumber, total: wholeNumber }),
  /** The digits could not be had; nothing runs. */
  v.object({ type: v.literal('load-failed'), problem: problemSchema }),
  /** The run that was to be taken up cannot be had; nothing runs. */
  v.object({ type: v.literal('resume-failed'), problem: v.picklist(storeProblems) }),
  /** All is ready, the next batch is next: the first of all, or the one that a kept run was at. */
  v.object({
    type: v.literal('started'),
    settings: settingsSchema,
    history: historySchema,
    crew: crewSchema,
  }),
  /** Several times a second while it trains. */
  v.object({
    type: v.literal('progress'),
    epoch: wholeNumber,
    /** Batches trained on so far. */
    step: wholeNumber,
    seconds,
    /** The new points of the curves, the newest last. */
    losses: floats,
    accuracies: floats,
    /** What the network looks like inside; seldomer than the rest, because it takes longer to draw. */
    inside: v.optional(
      v.object({
        /** The parameters of both convolutions: `conv1.weight` and so on. */
        convolutions: v.record(v.string(), floats),
        /** How large each layer's weights and gradients are: root mean squares. */
        sizes: v.array(v.object({ layer: v.string(), weight: measured, gradient: measured })),
      }),
    ),
  }),
  /** The network reads more digits right than before: its share of the last ones, and its first kernels. */
  v.object({
    type: v.literal('moment'),
    step: wholeNumber,
    share: measured,
    kernels: kernelsSchema,
  }),
  /** What the network reads in the digit that the page watches, before any training or after these batches. */
  v.object({
    type: v.literal('read'),
    when: v.picklist(['before', 'now']),
    probabilities: floats,
    found: v.optional(
      v.object({ values: floats, shape: v.pipe(v.array(wholeNumber), v.readonly()) }),
    ),
  }),
  /** All test digits were tested: before any training, after each epoch, and when asked for. */
  v.object({
    type: v.literal('tested'),
    /** The epochs trained on so far, whole unless the test was asked for. */
    epoch: v.pipe(v.number(), v.minValue(0)),
    seconds,
    loss: measured,
    correct: wholeNumber,
    count: wholeNumber,
    /** Of each digit: its loss, what it was taken for and what it is. */
    losses: floats,
    predicted: bytes,
    labels: bytes,
    dead: v.array(deadUnitsSchema),
  }),
  /** A pass of Levenberg–Marquardt begins: the range of its step sizes. */
  v.object({
    type: v.literal('estimated'),
    epoch: wholeNumber,
    smallest: measured,
    largest: measured,
  }),
  v.object({ type: v.literal('stopped') }),
  /** Settings have changed under way, after this many batches. */
  v.object({ type: v.literal('changed'), step: wholeNumber, ...liveSchemas }),
  /**
   * The run stands in the list and, where there is a step, can be taken up from after that many batches,
   * whatever happens to the page. One that ran away before it was first kept cannot.
   */
  v.object({ type: v.literal('kept'), step: v.optional(wholeNumber) }),
  /** It cannot be kept as it stands now. It trains on. */
  v.object({ type: v.literal('not-kept'), problem: v.picklist(storeProblems) }),
  v.object({
    type: v.literal('finished'),
    /** The SHA-256 of the weights, in hexadecimal: two readers can compare. */
    fingerprint: v.string(),
  }),
  /** The loss has run away; the run is over. The layer is the one that did first, where that can be told. */
  v.object({
    type: v.literal('diverged'),
    epoch: wholeNumber,
    step: wholeNumber,
    layer: v.optional(v.string()),
  }),
  /** A thread has died or does not answer; the run is over, until it is taken up again. */
  v.object({ type: v.literal('stuck') }),
  /** An error that no one expected; the run is over. */
  v.object({ type: v.literal('failed'), message: v.string() }),
]);
export type Report = v.InferOutput<typeof reportSchema>;
