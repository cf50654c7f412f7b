import { givenTo, type Trace } from '$lib/nn';
import { Bridge } from '$lib/ui/bridge';
import { findingSchema, type Finding, type Job, type Request } from './protocol';

/** What a client needs, and whom it tells. */
export interface ClientOptions {
  readonly createWorker: () => Worker;
  readonly onFinding: (finding: Finding) => void;
  /** The worker could not be started, threw an error, or fell silent in the middle of its work. */
  readonly onDeath: () => void;
}

/** Milliseconds that a busy worker may be silent: thousands of times what a finding takes. */
const busyPatience = 10_000;

/** Starts the worker that checks gradients. */
export function startWorker(): Worker {
  return new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * The page's side of the conversation. A new job takes the place of the one under way, of which
 * nothing more is reported; after a death the next job has a new worker.
 */
export class CheckClient {
  readonly #bridge: Bridge<Request, Finding>;
  #isBusy = false;

  constructor({ createWorker, onFinding, onDeath }: ClientOptions) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema: findingSchema,
      onReply: (finding) => {
        this.#isBusy = finding.kind !== 'done';
        onFinding(finding);
      },
      onDeath: () => {
        this.#isBusy = false;
        onDeath();
      },
      patience: (said) => {
        const { kind } = 'sent' in said ? said.sent : said.heard;
        return kind === 'done' || kind === 'stop' ? undefined : busyPatience;
      },
    });
  }

  /** Begins a job; the first one makes the worker. */
  start(job: Job): void {
    this.#isBusy = true;
    this.#bridge.ask({ ...job, trace: forChecks(job.trace) });
  }

  /** Stops the job under way; the worker waits for the next. */
  cancel(): void {
    if (this.#isBusy) this.#bridge.ask({ kind: 'stop' });
    this.#isBusy = false;
  }

  /** Ends the worker; nothing is reported any more. */
  dispose(): void {
    this.#isBusy = false;
    this.#bridge.dispose();
  }
}

/** What a check reads of a trace, and no more: an update can hold what no message can carry. */
function forChecks(trace: Trace): Trace {
  const { steps, tensors, places, parameters } = trace;
  const passes = steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  const names = [
    ...givenTo(trace).keys(),
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
