import { Bridge } from '$lib/ui/bridge';
import { foundSchema, type Found, type Request } from './protocol';

/** Milliseconds that a busy worker may be silent: hundreds of times what a row takes. */
const patience = 15_000;

/** Rows read in a worker, one at a time: of those that come meanwhile only the last is read. */
export class Sliding {
  /** The last answer, and what it answers. */
  found = $state.raw<Found & { readonly request: Request }>();
  isDead = $state(false);
  readonly #bridge: Bridge<Request, Found>;
  #busyWith: Request | undefined;
  #last: Request | undefined;

  constructor(createWorker: () => Worker) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema: foundSchema,
      onReply: (found) => this.#hear(found),
      onDeath: () => {
        this.#busyWith = undefined;
        this.isDead = true;
      },
      patience: (said) => ('sent' in said ? patience : undefined),
    });
  }

  /** Reads a row as soon as the worker is free. */
  slide(request: Request): void {
    this.#last = request;
    if (!this.isDead && !this.#busyWith) this.#send(request);
  }

  /** Begins again, after the worker was lost. */
  restart(): void {
    this.isDead = false;
    if (this.#last) this.slide(this.#last);
  }

  dispose(): void {
    this.#bridge.dispose();
  }

  #send(request: Request): void {
    this.#busyWith = request;
    this.#bridge.ask(request);
  }

  #hear(found: Found): void {
    const request = this.#busyWith;
    this.#busyWith = undefined;
    if (request) this.found = { ...found, request };
    if (this.#last && this.#last !== request) this.#send(this.#last);
  }
}
