import type { Trace } from '$lib/nn';
import { Bridge } from '$lib/ui/bridge';
import { passedSchema, type Passed, type Request } from './protocol';

/** Milliseconds that a busy worker may be silent: hundreds of times what a pass takes. */
const patience = 15_000;

/** An image `[28, 28]` for a trace's network, and the digit that it shows. */
interface Image {
  readonly trace: Trace;
  readonly pixels: Uint8Array;
  readonly label: number;
}

/** Images through a network in a worker, one at a time: of those that come meanwhile only the last is run. */
export class Passing {
  /** The last image that is through: whose network it was, and the tensors that are wanted. */
  outcome = $state.raw<{ readonly trace: Trace; readonly passed: Passed }>();
  isDead = $state(false);
  readonly #bridge: Bridge<Request, Passed>;
  readonly #wanted: string[];
  /** The network that the worker has. */
  #trace: Trace | undefined;
  #isBusy = false;
  #next: Image | undefined;
  #last: Image | undefined;

  constructor(createWorker: () => Worker, wanted: readonly string[]) {
    this.#wanted = [...wanted];
    this.#bridge = new Bridge({
      createWorker,
      replySchema: passedSchema,
      onReply: (passed) => this.#hear(passed),
      onDeath: () => {
        this.#trace = undefined;
        this.isDead = true;
      },
      patience: (said) => ('sent' in said ? patience : undefined),
    });
  }

  /** Runs an image as soon as the worker is free. */
  pass(image: Image): void {
    this.#last = image;
    if (this.isDead) return;
    if (image.trace !== this.#trace) this.#begin(image.trace);
    if (this.#isBusy) this.#next = image;
    else this.#send(image);
  }

  /** Forgets what was run: nothing is asked any more. */
  rest(): void {
    this.#last = this.#next = this.outcome = undefined;
  }

  /** Begins the work again, after the worker was lost. */
  restart(): void {
    this.isDead = false;
    if (this.#last) this.pass(this.#last);
  }

  dispose(): void {
    this.#bridge.dispose();
  }

  #begin(trace: Trace): void {
    this.#trace = trace;
    this.#isBusy = false;
    this.#next = undefined;
    this.#bridge.ask({ kind: 'begin', trace: forPassing(trace), wanted: this.#wanted });
  }

  #send({ pixels, label }: Image): void {
    this.#isBusy = true;
    this.#bridge.tell({ kind: 'pass', pixels, label });
  }

  #hear(passed: Passed): void {
    this.#isBusy = false;
    const trace = this.#trace;
    if (this.#last && trace) this.outcome = { trace, passed };
    const next = this.#next;
    this.#next = undefined;
    if (next) this.#send(next);
  }
}

/** What a pass reads of a trace, and no more: an update can hold what no message can carry. */
function forPassing({ steps, tensors, parameters }: Trace): Trace {
  const passes = steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  const names = new Set(passes.flatMap(({ reads }) => reads));
  return {
    steps: passes,
    tensors: new Map([...tensors].filter(([name]) => names.has(name))),
    places: new Map(),
    parameters: [...parameters],
  };
}
