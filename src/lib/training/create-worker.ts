/** A new training worker; the bundler finds the worker's script by this very expression. */
export function createTrainingWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
