import type { Trace } from '$lib/nn';
import type { Finding, Job, Report, Request } from './protocol';

/** What a client needs, and whom it tells. */
export interface ClientOptions {
  readonly createWorker: () => Worker;
  readonly onFinding: (finding: Finding) => void;
  /** The worker could not be started, threw an error, or fell silent in the middle of its work. */
  readonly onDeath: () => void;
}

/** A busy worker that says nothing for two of these is dead; one alone may be a laptop that slept. */
const patienceMs = 5000;

/** Starts the worker that checks gradients. */
export function startWorker(): Worker {
  return new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * The page's side of the conversation. A new job takes the place of the one under way, of which
 * nothing more is reported; after a death the next job has a new worker.
 */
export class CheckClient {
  readonly #options: ClientOptions;
  #worker: Worker | undefined;
  #run = 0;
  #watch: ReturnType<typeof setInterval> | undefined;
  #silences = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Begins a job; the first one makes the worker. */
  start(job: Job): void {
    this.#send({ run: ++this.#run, job: { ...job, trace: forChecks(job.trace) } });
    this.#rest();
    this.#watch = setInterval(() => this.#listen(), patienceMs);
  }

  /** Stops the job under way; the worker waits for the next. */
  cancel(): void {
    this.#rest();
    if (this.#worker) this.#send({ run: ++this.#run });
  }

  /** Ends the worker; nothing is reported any more. */
  dispose(): void {
    this.#rest();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#run += 1;
  }

  #send(request: Request): void {
    this.#worker ??= this.#hire();
    this.#worker.postMessage(request);
  }

  #hire(): Worker {
    const worker = this.#options.createWorker();
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data);
    worker.onmessageerror = () => this.#bury();
    worker.onerror = (event) => {
      event.preventDefault();
      this.#bury();
    };
    return worker;
  }

  #hear({ run, finding }: Report): void {
    if (run !== this.#run) return;
    this.#silences = 0;
    if (finding.kind === 'done') this.#rest();
    this.#options.onFinding(finding);
  }

  #listen(): void {
    this.#silences += 1;
    if (this.#silences > 1) this.#bury();
  }

  #rest(): void {
    clearInterval(this.#watch);
    this.#silences = 0;
  }

  #bury(): void {
    this.dispose();
    this.#options.onDeath();
  }
}

/** What a check reads of a trace, and no more: an update can hold what no message can carry. */
function forChecks({ steps, tensors, places, parameters }: Trace): Trace {
  const passes = steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  const names = [
    'input',
    'label',
    ...passes.flatMap(({ writes }) => writes),
    ...parameters.flatMap((name) => [name, `${name}.grad`]),
  ];
  const wanted = new Set(names);
  return {
    steps: passes,
    tensors: new Map([...tensors].filter(([name]) => wanted.has(name))),
    places: new Map([...places].filter(([name]) => wanted.has(name))),
    parameters: [...parameters],
  };
}
