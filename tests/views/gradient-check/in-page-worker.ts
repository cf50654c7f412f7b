import { createEngine } from '$lib/views/gradient-check/engine';
import { requestSchema } from '$lib/views/gradient-check/protocol';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker } from '../../ui/bridge/fake-worker';

/** A worker for jsdom, which has none: the same engine, a finding in each turn of the page. */
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
