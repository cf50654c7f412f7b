/** The training worker: joins the session to the worker's own messages, clock, network and threads. */
import { loadGeneralKernels, loadKernels, spawnWebWorker } from '$lib/kernels/web';
import { serve } from '$lib/ui/bridge/serve';
import { createEngine } from './create-engine';
import { loadDatasetOnce } from './dataset-loader';
import { newId } from './new-id';
import { commandSchema } from './protocol';
import { browserRunStore } from './run-database';
import { browserRunTabs } from './run-tabs';
import { createSession } from './session';

const turns = new MessageChannel();

/** A message to oneself: a timer waits four milliseconds at least, and longer in a hidden tab. */
const nextTurn = () =>
  new Promise<void>((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(null);
  });

const hear = createSession({
  load: (pack, base, onProgress) =>
    loadDatasetOnce(pack, { fetch: self.fetch.bind(self), base, onProgress }),
  createEngine: (settings, data, workers) =>
    createEngine(settings, data, workers, {
      ...{ loadKernels, loadGeneralKernels },
      spawn: spawnWebWorker,
    }),
  store: browserRunStore(),
  tabs: browserRunTabs(),
  newId,
  now: () => performance.now(),
  date: () => Date.now(),
  pause: (ms) => (ms < 1 ? nextTurn() : new Promise((resolve) => setTimeout(resolve, ms))),
});

serve(self, commandSchema, (command, reply) => void hear(command, reply));
