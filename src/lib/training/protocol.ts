import * as v from 'valibot';
import { settingsSchema } from './settings';

/**
 * What the page and the worker say to each other. Both sides read what arrives through these schemas,
 * and take their types from them.
 */

/** What the page asks of the worker. */
export const commandSchema = v.variant('type', [
  /** Load the digits and begin a run, in place of the one that there was. */
  v.object({
    type: v.literal('start'),
    settings: settingsSchema,
    /** The folder of the packs, as the page sees it: a worker has another address. */
    base: v.string(),
  }),
  /** Pause between two batches. */
  v.object({ type: v.literal('stop') }),
  /** Go on from there. */
  v.object({ type: v.literal('continue') }),
  /** Answer at once, to show that the worker is alive. */
  v.object({ type: v.literal('ping') }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Seconds spent training, without the time that the run stood still. */
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
  }),
  /** Several times a second while it trains. */
  v.object({
    type: v.literal('progress'),
    epoch: wholeNumber,
    /** Batches trained on so far. */
    step: wholeNumber,
    seconds,
    /** The mean loss of each batch since the last such report, the newest last. */
    losses: floats,
    /** The share of each of these batches that was right before its update. */
    accuracies: floats,
    /** The first convolution's kernels as they are now, [6, 1, 5, 5]. */
    kernels: floats,
  }),
  /** All test digits were tested: before any training (epoch 0) and after each epoch. */
  v.object({
    type: v.literal('tested'),
    epoch: wholeNumber,
    step: wholeNumber,
    loss: v.number(),
    correct: wholeNumber,
    count: wholeNumber,
  }),
  v.object({ type: v.literal('stopped') }),
  v.object({ type: v.literal('finished'), seconds }),
  /** The loss became something that is no number; the run is over. */
  v.object({ type: v.literal('diverged'), epoch: wholeNumber, step: wholeNumber }),
  /** An error that no one expected; the run is over. */
  v.object({ type: v.literal('failed'), message: v.string() }),
  v.object({ type: v.literal('alive') }),
]);
export type Report = v.InferOutput<typeof reportSchema>;
