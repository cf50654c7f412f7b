import * as v from 'valibot';
import { numberRanges, settingsSchema, numberSchema } from './settings';

/**
 * What the page and the worker say to each other. Both sides read what arrives through these schemas,
 * and take their types from them.
 */

/** How fast a run goes: as fast as it can, or this many batches a second, slow enough to watch. */
const paceSchema = v.union([v.literal('full'), v.pipe(v.number(), v.minValue(0.1))]);
export type Pace = v.InferOutput<typeof paceSchema>;

/** The settings that may change while a run is under way. */
const liveSchemas = {
  lr: numberSchema(numberRanges.lr),
  momentum: numberSchema(numberRanges.momentum),
  weightDecay: numberSchema(numberRanges.weightDecay),
};

/** What the page asks of the worker. */
export const commandSchema = v.variant('type', [
  /** Load the digits and begin a run, in place of the one that there was. */
  v.object({
    type: v.literal('start'),
    settings: settingsSchema,
    /** How many threads may train. */
    workers: v.pipe(v.number(), v.integer(), v.minValue(1)),
    pace: paceSchema,
    /** The folder of the packs, as the page sees it: a worker has another address. */
    base: v.string(),
  }),
  /** Pause between two batches. */
  v.object({ type: v.literal('stop') }),
  /** Go on from there. */
  v.object({ type: v.literal('continue') }),
  /** Train on one batch, and pause again. */
  v.object({ type: v.literal('step') }),
  v.object({ type: v.literal('pace'), pace: paceSchema }),
  /** Change what may change under way; it holds from the next batch on. */
  v.object({ type: v.literal('change'), ...liveSchemas }),
  /** Answer at once, to show that the worker is alive. */
  v.object({ type: v.literal('ping') }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Seconds for which the run was under way, without the time that it stood still. */
const seconds = v.pipe(v.number(), v.minValue(0));
const floats = v.custom<Float32Array>((value) => value instanceof Float32Array);

const problemSchema = v.variant('reason', [
  v.object({ reason: v.literal('network') }),
  v.object({ reason: v.literal('status'), status: wholeNumber }),
  v.object({ reason: v.literal('cut-short'), received: wholeNumber, expected: wholeNumber }),
  v.object({ reason: v.literal('checksum') }),
]);

/** What the worker reports to the page. */
export const reportSchema = v.variant('type', [
  v.object({ type: v.literal('loading'), received: wholeNumber, total: wholeNumber }),
  /** The digits could not be had; nothing runs. */
  v.object({ type: v.literal('load-failed'), problem: problemSchema }),
  /** The data are there, the weights are drawn, the first batch is next. */
  v.object({
    type: v.literal('started'),
    trainCount: wholeNumber,
    testCount: wholeNumber,
    /** Batches in an epoch and in the whole run. */
    stepsPerEpoch: wholeNumber,
    totalSteps: wholeNumber,
    /** How many batches each point of the curves sums up. */
    stepsPerPoint: wholeNumber,
    engine: v.picklist(['kernels', 'reference']),
    /** How many threads train, and why no more of them if they are fewer than were asked for. */
    workers: wholeNumber,
    limit: v.optional(v.picklist(['not-isolated', 'no-threads'])),
  }),
  /** Several times a second while it trains. */
  v.object({
    type: v.literal('progress'),
    epoch: wholeNumber,
    /** Batches trained on so far. */
    step: wholeNumber,
    seconds,
    /** The new points of the curves, the newest last: the mean loss of some batches, … */
    losses: floats,
    /** … and the share of them that was right before the update. */
    accuracies: floats,
    /** The kernels of C1 [6, 1, 5, 5] and of C3 [16, 6, 5, 5] as they are now. */
    c1: floats,
    c3: floats,
  }),
  /** All test digits were tested: before any training (epoch 0) and after each epoch. */
  v.object({
    type: v.literal('tested'),
    epoch: wholeNumber,
    loss: v.number(),
    correct: wholeNumber,
    count: wholeNumber,
  }),
  v.object({ type: v.literal('stopped') }),
  /** Settings have changed under way, after this many batches. */
  v.object({ type: v.literal('changed'), step: wholeNumber, ...liveSchemas }),
  v.object({
    type: v.literal('finished'),
    /** The SHA-256 of the weights, in hexadecimal: two readers can compare. */
    fingerprint: v.string(),
  }),
  /** The loss became something that is no number; the run is over. */
  v.object({ type: v.literal('diverged'), epoch: wholeNumber, step: wholeNumber }),
  /** An error that no one expected; the run is over. */
  v.object({ type: v.literal('failed'), message: v.string() }),
  v.object({ type: v.literal('alive') }),
]);
export type Report = v.InferOutput<typeof reportSchema>;
