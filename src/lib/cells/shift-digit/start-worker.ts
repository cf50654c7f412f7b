/** Starts the worker that runs the moved digit. */
export function startWorker(): Worker {
  return new Worker(new URL('./shift.worker.ts', import.meta.url), { type: 'module' });
}
