import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Helper, Spawn } from './crew';

/** Reads and compiles the kernels that `npm run kernels` has built. */
export async function readKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL('./build/kernels.wasm', import.meta.url)));
}

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
