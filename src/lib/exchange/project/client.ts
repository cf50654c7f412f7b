import * as v from 'valibot';
import { problemSchema } from '$lib/ui/load/problem';
import { settingsSchema } from '$lib/training/settings';

/** What a page asks of the worker that packs a project. */
export const projectQuestionSchema = v.object({
  settings: settingsSchema,
  /** By PyTorch's names; those that the seed draws if not given. */
  weights: v.optional(
    v.record(
      v.string(),
      v.custom<Float64Array>((value) => value instanceof Float64Array),
    ),
  ),
  /** The folder of the packs of digits, as the page sees it. */
  base: v.string(),
});
export type ProjectQuestion = v.InferOutput<typeof projectQuestionSchema>;

/** What it answers: the archive and its name, or why there is none. */
const answerSchema = v.variant('is', [
  v.object({
    is: v.literal('packed'),
    name: v.string(),
    bytes: v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
  }),
  v.object({ is: v.literal('not-loaded'), problem: problemSchema }),
  v.object({ is: v.literal('failed') }),
]);
export type ProjectAnswer = Readonly<v.InferOutput<typeof answerSchema>>;

const startWorker = () =>
  new Worker(new URL('./project.worker.ts', import.meta.url), { type: 'module' });

/**
 * Has a run packed as a PyTorch project, in a worker of its own that ends with the answer: it trains on the first
 * batches and tests the weights, which takes seconds. Never rejects.
 */
export function askProject(
  question: ProjectQuestion,
  createWorker: () => Worker = startWorker,
): Promise<ProjectAnswer> {
  return new Promise((resolve) => {
    const worker = createWorker();
    const end = (answer: ProjectAnswer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answer = v.safeParse(answerSchema, data);
      end(answer.success ? answer.output : { is: 'failed' });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end({ is: 'failed' });
    };
    worker.postMessage(question);
  });
}
