import * as v from 'valibot';
import { envelopeSchema, type Envelope } from './envelope';

/** Why a worker was ended: its script did not arrive; it threw, could not be started or sent nonsense; it fell silent. */
export type Death = 'unloaded' | 'error' | 'silent';

/** What one use of a bridge decides. `Request` and `Reply` are what page and worker say. */
export interface BridgeOptions<Request, Reply> {
  /** Makes the worker; called when there is something to send and no worker. */
  readonly createWorker: () => Worker;
  /** What a reply looks like; a message that does not fit ends the worker. */
  readonly replySchema: v.GenericSchema<unknown, Reply>;
  /** Every reply to the latest question. */
  readonly onReply: (reply: Reply) => void;
  /** The worker has been ended. Asking again from here revives it; doing nothing gives it up. */
  readonly onDeath: (death: Death) => void;
  /**
   * Milliseconds that the worker may be silent after it was sent this or has said this; any time if
   * undefined. Whatever it says within, a sign of life too, starts the time anew.
   */
  readonly patience: (said: { readonly sent: Request } | { readonly heard: Reply }) => Patience;
}

/** Milliseconds, or any time. */
export type Patience = number | undefined;

/** How often within its patience the page looks whether the worker has said anything. */
const looks = 4;

/**
 * The page's side of a conversation with a worker. It makes the worker when there is something to send,
 * reads what it says through a schema, drops what answers an earlier question, and ends a worker that
 * throws or falls silent. No time runs before a worker's first word: its script may still be loading.
 */
export class Bridge<Request, Reply> {
  readonly #options: BridgeOptions<Request, Reply>;
  #worker: Worker | undefined;
  #question = 0;
  /** Whether the worker has said anything. */
  #hasArrived = false;
  #watch: ReturnType<typeof setInterval> | undefined;
  #patience: Patience;

  constructor(options: BridgeOptions<Request, Reply>) {
    this.#options = options;
  }

  /** Asks a new question: replies to earlier ones are dropped from now on. */
  ask(request: Request): void {
    this.#question++;
    this.tell(request);
  }

  /** Says something that belongs to the latest question. */
  tell(request: Request): void {
    try {
      this.#worker ??= this.#hire();
    } catch {
      return this.#end('error');
    }
    this.#post({ question: this.#question, message: request });
    this.#patience = this.#options.patience({ sent: request });
    this.#watchAnew();
  }

  /** Ends the worker without a word; the next question makes a new one. */
  dispose(): void {
    clearInterval(this.#watch);
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    worker.onmessage = worker.onmessageerror = worker.onerror = null;
    worker.terminate();
  }

  #hire(): Worker {
    const worker = this.#options.createWorker();
    this.#hasArrived = false;
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    worker.onmessageerror = () => this.#end('error');
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that cannot be fetched is told without a message, unlike one that throws.
      const isUnloaded = !this.#hasArrived && !event.message;
      this.#end(isUnloaded ? 'unloaded' : 'error');
    };
    return worker;
  }

  #post(envelope: Envelope): void {
    this.#worker?.postMessage(envelope);
  }

  #hear(data: unknown): void {
    const { onReply, patience, replySchema } = this.#options;
    this.#hasArrived = true;
    this.#watchAnew();
    const envelope = v.safeParse(envelopeSchema, data);
    if (!envelope.success) return this.#end('error');
    const { question, message } = envelope.output;
    if (message === undefined || question !== this.#question) return;
    const reply = v.safeParse(replySchema, message);
    if (!reply.success) return this.#end('error');
    this.#patience = patience({ heard: reply.output });
    this.#watchAnew();
    onReply(reply.output);
  }

  /**
   * Timers of a hidden tab are late, a laptop may have slept, the page may have been busy: what counts
   * is how many looks in a row found nothing, not what a clock says.
   */
  #watchAnew(): void {
    clearInterval(this.#watch);
    if (this.#patience === undefined || !this.#hasArrived) return;
    let silentLooks = 0;
    this.#watch = setInterval(() => {
      if (++silentLooks === looks) this.#end('silent');
      else this.#post({ question: this.#question });
    }, this.#patience / looks);
  }

  #end(death: Death): void {
    this.dispose();
    this.#options.onDeath(death);
  }
}
