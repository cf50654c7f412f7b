import type { Port } from '$lib/ui/bridge/serve';

/**
 * A worker in the page: `script` is what a worker's script does with its own end of the channel. Like
 * a real one it runs and speaks in turns of its own, gets copies, keeps what comes before its script,
 * and is not heard after its end. `arrives` is when the script is there; where it rejects, none comes.
 */
export class FakeWorker extends EventTarget implements Worker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  isEnded = false;
  readonly #port: Port;
  readonly #ready: Promise<void>;

  constructor(script: (port: Port) => void, arrives: Promise<void> = Promise.resolve()) {
    super();
    this.#port = { onmessage: null, postMessage: (message) => this.#say(message) };
    this.#ready = arrives.then(
      () => this.#run(() => script(this.#port)),
      () => this.#fail(''),
    );
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    void this.#ready.then(() =>
      this.#run(() => this.#port.onmessage?.({ data } as MessageEvent<unknown>)),
    );
  }

  terminate(): void {
    this.isEnded = true;
  }

  #say(message: unknown): void {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => {
      if (!this.isEnded) this.onmessage?.({ data } as MessageEvent);
    });
  }

  #run(work: () => void): void {
    if (this.isEnded) return;
    try {
      work();
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  /** A browser gives no message where the script itself cannot be fetched. */
  #fail(message: string): void {
    const event = { message, preventDefault: () => {} } as ErrorEvent;
    queueMicrotask(() => {
      if (!this.isEnded) this.onerror?.(event);
    });
  }
}

/** A worker whose side of the bridge a test speaks: it has heard what it was told, and says what the test says. */
export class Puppet<Request, Reply> extends EventTarget implements Worker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  /** What it was told, without the questions for a sign of life. */
  readonly heard: Request[] = [];
  /** How often it was asked for a sign of life. */
  pings = 0;
  isEnded = false;
  #question = 0;

  postMessage(envelope: { question: number; message?: Request }): void {
    this.#question = envelope.question;
    if (envelope.message === undefined) this.pings++;
    else this.heard.push(structuredClone(envelope.message));
  }
  terminate(): void {
    this.isEnded = true;
  }
  /** Its first word, or a sign of life. */
  arrive(): void {
    this.#post({ question: 0 });
  }
  /** A reply to the latest question, or to one that many before it. */
  say(message: Reply, questionsAgo = 0): void {
    this.#post({ question: this.#question - questionsAgo, message });
  }
  /** Throws an error; without a message its script has not been fetched. */
  fail(message = 'thrown'): void {
    this.onerror?.({ message, preventDefault: () => {} } as ErrorEvent);
  }
  #post(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent);
  }
}
