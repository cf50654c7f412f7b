import * as v from 'valibot';
import { problemSchema } from '$lib/ui/load/problem';
import { settingsSchema, type Settings } from './settings';

/** What the page asks of the worker that measures an epoch. */
export const epochQuestionSchema = v.object({
  settings: settingsSchema,
  workers: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The folder of the packs, as the page sees it. */
  base: v.string(),
});
export type EpochQuestion = v.InferOutput<typeof epochQuestionSchema>;

/** What it answers: what an epoch takes, or why that cannot be said. */
const answerSchema = v.variant('is', [
  v.object({
    is: v.literal('measured'),
    seconds: v.pipe(v.number(), v.minValue(0)),
    bytes: v.optional(v.number()),
  }),
  v.object({ is: v.literal('not-loaded'), problem: problemSchema }),
  v.object({ is: v.literal('failed') }),
]);
export type EpochAnswer = Readonly<v.InferOutput<typeof answerSchema>>;

/** Milliseconds after which a measurement is given up: the digits may be on their way. */
const patience = 60_000;

const startWorker = () =>
  new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });

/**
 * Has an epoch of a run measured, in a worker of its own that ends with the answer. Never rejects.
 * Measured beside a run it would say what is left of the machine: ask while nothing trains.
 */
export function askEpoch(
  settings: Settings,
  workers: number,
  base: string,
  createWorker: () => Worker = startWorker,
): Promise<EpochAnswer> {
  return new Promise((resolve) => {
    const worker = createWorker();
    const end = (answer: EpochAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ is: 'failed' }), patience);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answer = v.safeParse(answerSchema, data);
      end(answer.success ? answer.output : { is: 'failed' });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end({ is: 'failed' });
    };
    const question: EpochQuestion = { settings, workers, base };
    worker.postMessage(question);
  });
}
