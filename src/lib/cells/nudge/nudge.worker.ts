import { serve } from '$lib/ui/bridge/serve';
import { createEngine } from './engine';
import { requestSchema } from './protocol';

const turns = new MessageChannel();

serve(
  self,
  requestSchema,
  createEngine((go) => {
    // A message to oneself: a timer waits longer, and longer still in a hidden tab.
    turns.port1.onmessage = go;
    turns.port2.postMessage(null);
  }),
);
