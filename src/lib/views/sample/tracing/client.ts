import type { UpdatedTrace } from '$lib/optim';
import { Bridge } from '$lib/ui/bridge';
import { replySchema, type TraceRequest } from './protocol';

/** Starts the worker that traces digits. */
export function startWorker(): Worker {
  return new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' });
}

interface Waiting {
  readonly resolve: (trace: UpdatedTrace) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The page's side of the conversation. One trace is made at a time: what is asked for while another is
 * under way takes its place, and that one's promise stays open. It rejects where the worker dies.
 */
export class TraceClient {
  readonly #bridge: Bridge<TraceRequest, UpdatedTrace>;
  #waiting: Waiting | undefined;

  constructor(createWorker: () => Worker = startWorker) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema,
      onReply: (trace) => this.#settle(({ resolve }) => resolve(trace)),
      onDeath: (death) => this.#settle(({ reject }) => reject(new Error(`trace: ${death}`))),
      // How long a trace takes is known to nobody: the reader may leave.
      patience: () => undefined,
    });
  }

  trace(request: TraceRequest): Promise<UpdatedTrace> {
    if (this.#waiting) this.end();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#bridge.ask(request);
    });
  }

  /** Ends the worker, and what is under way; the next trace has a new one. */
  end(): void {
    this.#bridge.dispose();
    this.#waiting = undefined;
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) how(waiting);
  }
}
