import { instantiate, type HelperJob } from './module';

/* A Web Worker that helps to train: it serves jobs until it is dismissed or terminated. */

self.onmessage = ({ data }: MessageEvent<HelperJob>) => {
  const { serve } = instantiate(data.module, data.memory);
  self.postMessage('ready');
  serve(data.worker);
  self.close();
};
