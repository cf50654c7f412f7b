import { Worker as Thread } from 'node:worker_threads';
import type { Port } from '$lib/ui/bridge/serve';

/** A thread of Node with the face of a web worker; it runs `script`, which must need nothing from around it. */
export class RealWorker extends EventTarget implements Worker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly #thread: Thread;

  constructor(script: (port: Port) => void) {
    super();
    const source = `
      const { parentPort } = require('node:worker_threads');
      const port = { onmessage: null, postMessage: (message) => parentPort.postMessage(message) };
      parentPort.on('message', (data) => port.onmessage?.({ data }));
      (${script.toString()})(port);
    `;
    this.#thread = new Thread(source, { eval: true });
    this.#thread.on('message', (data: unknown) => this.onmessage?.({ data } as MessageEvent));
    this.#thread.on('error', (error) =>
      this.onerror?.({
        error,
        message: error.message,
        preventDefault: () => {},
      } as unknown as ErrorEvent),
    );
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message);
  }

  terminate(): void {
    this.onmessage = this.onerror = null;
    void this.#thread.terminate();
  }
}
