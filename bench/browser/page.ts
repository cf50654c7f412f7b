/** The page of the contestant in Chromium: its worker trains, because a page's main thread may not wait. */
declare global {
  interface Window {
    /** Loads the digits and starts the threads; resolves when all is ready. */
    prepare: (workers: number) => Promise<void>;
    /** Trains on so many batches; resolves to the seconds it took. */
    train: (steps: number) => Promise<number>;
  }
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** The worker answers every message with one. */
const ask = (message: unknown) =>
  new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(message);
  });

window.prepare = async (workers) => void (await ask({ workers }));
window.train = async (steps) => Number(await ask({ steps }));

export {};
