import kernelsUrl from './build/kernels.wasm?url';
import type { Helper, Spawn } from './crew';

/** Fetches and compiles the kernels. Throws when the server does not have them. */
export async function loadKernels(): Promise<WebAssembly.Module> {
  const response = await fetch(kernelsUrl);
  if (!response.ok) throw new Error(`kernels: ${kernelsUrl}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Starts a helper in a Web Worker. */
export const spawnWebWorker: Spawn = (job) =>
  new Promise<Helper>((resolve, reject) => {
    const worker = new Worker(new URL('./helper.ts', import.meta.url), { type: 'module' });
    worker.onmessage = () => resolve(worker);
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('kernels: a helper did not start'));
    };
    worker.postMessage(job);
  });
