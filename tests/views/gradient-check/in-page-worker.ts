import { createEngine } from '$lib/views/gradient-check/engine';
import type { Report, Request } from '$lib/views/gradient-check/protocol';

/** A worker for jsdom, which has none: the same engine, a finding in each turn of the page. */
export class InPageWorker extends EventTarget implements Worker {
  onmessage: ((event: MessageEvent<Report>) => void) | null = null;
  onmessageerror = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly #hear = createEngine(
    (report) => {
      const data = structuredClone(report);
      queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data })));
    },
    (go) => setTimeout(go),
  );

  postMessage(request: Request): void {
    // What cannot be cloned could not reach a worker either.
    this.#hear(structuredClone(request));
  }

  terminate(): void {
    this.onmessage = null;
  }
}
