import { createEngine } from '$lib/cells/nudge/engine';
import { requestSchema } from '$lib/cells/nudge/protocol';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker } from '../../ui/bridge/fake-worker';

/** A worker for jsdom, which has none: the same engine, a pass in each turn of the page. */
export class InPageWorker extends FakeWorker {
  constructor() {
    super((port) =>
      serve(
        port,
        requestSchema,
        createEngine((go) => setTimeout(go)),
      ),
    );
  }
}
