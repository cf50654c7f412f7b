import { createEngine } from '$lib/views/formula/engine';
import { requestSchema } from '$lib/views/formula/protocol';
import { serve } from '$lib/ui/bridge/serve';
import { FakeWorker } from '../../ui/bridge/fake-worker';

/** A worker for jsdom, which has none: the same engine, answering in the page’s own time. */
export class InPageWorker extends FakeWorker {
  constructor() {
    super((port) => serve(port, requestSchema, createEngine()));
  }
}
