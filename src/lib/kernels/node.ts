import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Helper, Spawn } from './crew';

/** Reads and compiles kernels that `npm run kernels` has built. */
const read = async (file: string): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(new URL(`./build/${file}`, import.meta.url)));

/** The kernels of the fused LeNet-5. */
export const readKernels = () => read('kernels.wasm');

/** Those of any other network. */
export const readGeneralKernels = () => read('general.wasm');

/** Starts a helper in a thread of Node. The process does not wait for it when it ends. */
export const spawnNodeThread: Spawn = (job) =>
  new Promise<Helper>((resolve, reject) => {
    const worker = new Worker(new URL('./node-helper.js', import.meta.url), { workerData: job });
    worker.once('error', reject);
    worker.once('message', () => {
      worker.unref();
      resolve({ terminate: () => void worker.terminate() });
    });
  });
