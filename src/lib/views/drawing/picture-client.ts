import type { PictureRead } from './read-picture';

/** Milliseconds after which a picture is given up. */
const patience = 20_000;

/** What a picture file shows: read in a worker of its own, which ends with the answer. Never rejects. */
export function lookAtPicture(file: Blob): Promise<PictureRead> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
    const end = (read: PictureRead) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => end({ kind: 'stopped' }), patience);
    worker.onmessage = ({ data }: MessageEvent<PictureRead>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ kind: 'stopped' });
    };
    worker.postMessage(file);
  });
}
