/** Starts the worker that follows paths. */
export function startWorker(): Worker {
  return new Worker(new URL('./blame.worker.ts', import.meta.url), { type: 'module' });
}
