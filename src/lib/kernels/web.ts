import generalUrl from './build/general.wasm?url';
import kernelsUrl from './build/kernels.wasm?url';
import { loadFile } from '$lib/ui/load/load-file';
import type { Helper, Spawn } from './crew';

/** The first four bytes of every WebAssembly module: `\0asm`. */
const magic = [0, 0x61, 0x73, 0x6d];

function checked(content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!magic.every((byte, at) => content[at] === byte)) throw new Error('kernels: not WebAssembly');
  return content;
}

/**
 * Fetches and compiles kernels. Rejects with a `LoadError` where the site does not give them, and with the
 * browser's own error where it cannot compile them.
 */
async function load(url: string): Promise<WebAssembly.Module> {
  const source = { what: 'kernels', url, read: checked } as const;
  return WebAssembly.compile(await loadFile(source, { fetch }));
}

/** The kernels of the fused LeNet-5. */
export const loadKernels = () => load(kernelsUrl);

/** Those of any other network. */
export const loadGeneralKernels = () => load(generalUrl);

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
