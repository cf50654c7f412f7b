/** Packs a run as a PyTorch project, answers once, and is ended. */
import * as v from 'valibot';
import { writeZip } from '$lib/formats/zip';
import { fingerprint } from '$lib/kernels';
import { loadGeneralKernels, loadKernels, spawnWebWorker } from '$lib/kernels/web';
import { createEngine, loadDatasetOnce, networkOfRun } from '$lib/training';
import { LoadError } from '$lib/ui/load/problem';
import { fileNameOf } from '../file-name';
import { projectQuestionSchema, type ProjectAnswer } from './client';
import { examine } from './examine';
import { projectFiles } from './project';

async function answerTo(question: unknown): Promise<ProjectAnswer> {
  try {
    const { settings, weights: given, base } = v.parse(projectQuestionSchema, question);
    const data = await loadDatasetOnce(settings.data, { fetch: self.fetch.bind(self), base });
    const source = { loadKernels, loadGeneralKernels, spawn: spawnWebWorker };
    const { engine } = await createEngine(settings, data, 1, source);
    const examined = examine(settings, data, engine, given);
    engine.close();
    const weights = given ?? examined.initial;
    const files = projectFiles({
      ...{ settings, weights, network: networkOfRun(settings) },
      ...{ digits: { train: data.train.count, test: data.test.count } },
      ...{ fingerprint: fingerprint(weights), ...examined },
    });
    const { correct, count } = examined.score;
    const name = fileNameOf(settings, given && correct / count);
    return { is: 'packed', name: `${name}.zip`, bytes: writeZip(files, name) };
  } catch (error) {
    return error instanceof LoadError
      ? { is: 'not-loaded', problem: error.problem }
      : { is: 'failed' };
  }
}

self.onmessage = ({ data }: MessageEvent<unknown>) =>
  void answerTo(data).then((answer) => self.postMessage(answer));
