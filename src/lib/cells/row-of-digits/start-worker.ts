/** Starts the worker that slides the network over a row. */
export function startWorker(): Worker {
  return new Worker(new URL('./row.worker.ts', import.meta.url), { type: 'module' });
}
