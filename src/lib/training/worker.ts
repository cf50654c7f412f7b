/** The training worker: joins the session to the worker's own messages, clock, network and engine. */
import * as v from 'valibot';
import { loadDataset } from './dataset-loader';
import { prepare } from './prepare';
import { commandSchema, type Report } from './protocol';
import { createSession } from './session';

const turns = new MessageChannel();

const heard = createSession({
  post: (report: Report) => self.postMessage(report),
  load: (base, onProgress) =>
    loadDataset('mini', { fetch: self.fetch.bind(self), base, onProgress }),
  prepare,
  now: () => performance.now(),
  // A message to oneself, because a timer waits at least four milliseconds and longer in a hidden tab.
  breathe: () =>
    new Promise((resolve) => {
      turns.port1.onmessage = () => resolve();
      turns.port2.postMessage(null);
    }),
});

self.onmessage = ({ data }: MessageEvent<unknown>) => void heard(v.parse(commandSchema, data));
