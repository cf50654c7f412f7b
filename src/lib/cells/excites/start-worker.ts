/** Starts the worker that looks through the digits. */
export function startWorker(): Worker {
  return new Worker(new URL('./excites.worker.ts', import.meta.url), { type: 'module' });
}
