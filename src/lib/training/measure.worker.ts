/** Measures what an epoch of a run takes on this machine, answers once, and is ended. */
import * as v from 'valibot';
import { loadGeneralKernels, loadKernels, spawnWebWorker } from '$lib/kernels/web';
import { LoadError } from '$lib/ui/load/problem';
import { createEngine } from './create-engine';
import { loadDatasetOnce } from './dataset-loader';
import { epochQuestionSchema, type EpochAnswer } from './measure-client';
import { measureEpoch } from './measure-epoch';

async function answerTo(question: unknown): Promise<EpochAnswer> {
  try {
    const { settings, workers, base } = v.parse(epochQuestionSchema, question);
    const measure = await measureEpoch(settings, {
      load: (pack) => loadDatasetOnce(pack, { fetch: self.fetch.bind(self), base }),
      createEngine: (run, data) =>
        createEngine(run, data, workers, {
          ...{ loadKernels, loadGeneralKernels },
          spawn: spawnWebWorker,
        }),
      now: () => performance.now(),
    });
    return { is: 'measured', ...measure };
  } catch (error) {
    return error instanceof LoadError
      ? { is: 'not-loaded', problem: error.problem }
      : { is: 'failed' };
  }
}

self.onmessage = ({ data }: MessageEvent<unknown>) =>
  void answerTo(data).then((answer) => self.postMessage(answer));
