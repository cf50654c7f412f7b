import { Bridge } from '$lib/ui/bridge';
import { foundSchema, type Found, type Request } from './protocol';
import type { Strongest } from './strongest';

/** Milliseconds that a busy worker may be silent: hundreds of times what a batch takes. */
const patience = 20_000;

/** Digits looked through in a worker, for one network after the other. */
export class Looking {
  /** How many digits are through. */
  count = $state(0);
  strongest = $state.raw<Strongest>();
  isDead = $state(false);
  readonly #bridge: Bridge<Request, Found>;
  #request: Request | undefined;

  constructor(createWorker: () => Worker) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema: foundSchema,
      onReply: (found) => {
        if (found.kind === 'found') this.strongest = found.strongest;
        else this.count = found.count;
      },
      onDeath: () => (this.isDead = true),
      patience: (said) => ('heard' in said && said.heard.kind === 'found' ? undefined : patience),
    });
  }

  /** Looks through digits; what was found for another network is dropped. */
  look(request: Request): void {
    this.#request = request;
    this.count = 0;
    this.strongest = undefined;
    this.isDead = false;
    this.#bridge.ask(request);
  }

  /** Begins again, after the worker was lost. */
  restart(): void {
    if (this.#request) this.look(this.#request);
  }

  dispose(): void {
    this.#bridge.dispose();
  }
}
