import { readPicture } from './read-picture';

/** Answers each file with what it shows. */
self.onmessage = async ({ data }: MessageEvent<Blob>) => self.postMessage(await readPicture(data));
