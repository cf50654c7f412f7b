/** Starts the worker that nudges. */
export function startWorker(): Worker {
  return new Worker(new URL('./nudge.worker.ts', import.meta.url), { type: 'module' });
}
