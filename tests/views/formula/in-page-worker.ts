import { createEngine } from '$lib/views/formula/engine';
import type { EvaluateRequest, Reply } from '$lib/views/formula/protocol';

/** A worker for jsdom, which has none: the same engine, answering in the page’s own time. */
export class InPageWorker extends EventTarget implements Worker {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onmessageerror = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly #evaluate = createEngine((reply) => {
    const data = structuredClone(reply);
    queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data })));
  });

  postMessage(request: EvaluateRequest): void {
    // What cannot be cloned could not reach a worker either.
    this.#evaluate(structuredClone(request));
  }

  terminate(): void {
    this.onmessage = null;
  }
}
