import { createEngine } from './engine';
import type { Request } from './protocol';

const turns = new MessageChannel();

const hear = createEngine(
  (report) => self.postMessage(report),
  (go) => {
    // A message to oneself: a timer waits longer, and longer still in a hidden tab.
    turns.port1.onmessage = go;
    turns.port2.postMessage(null);
  },
);

self.onmessage = ({ data }: MessageEvent<Request>) => hear(data);
