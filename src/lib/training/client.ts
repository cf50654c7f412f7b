import * as v from 'valibot';
import { reportSchema, type Command, type Report } from './protocol';

/**
 * What the client tells its owner: the worker's reports, and that the worker is dead because it threw
 * an error, could not be started, or no longer answers.
 */
export type ClientReport = Report | { readonly type: 'dead'; readonly reason: 'error' | 'silent' };

/** What a client needs. */
export interface ClientOptions {
  readonly createWorker: () => Worker;
  readonly onReport: (report: ClientReport) => void;
  /** Milliseconds of silence after which a busy worker is dead; it is asked at half of it. */
  readonly patienceMs?: number;
}

/** After these the worker waits for the page, and may be silent. */
const lastWords: readonly Report['type'][] = [
  'load-failed',
  'resume-failed',
  'stopped',
  'finished',
  'diverged',
  'stuck',
  'failed',
];

/**
 * The page's side of the conversation. Owns the worker: makes one when it is needed, notices when it
 * throws or falls silent, says so and lets go of it, so that the next command has a new one.
 */
export class TrainingClient {
  readonly #options: ClientOptions;
  #worker: Worker | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  /** Whether the worker was asked for a sign of life and has given none since. */
  #asked = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Sends a command; the first one makes the worker. */
  send(command: Command): void {
    this.#worker ??= this.#hire();
    this.#worker.postMessage(command);
    this.#watch ??= setInterval(() => this.#check(), (this.#options.patienceMs ?? 2000) / 2);
  }

  /** Ends the worker, without a report. */
  dispose(): void {
    this.#rest();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #hire(): Worker {
    const worker = this.#options.createWorker();
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    worker.onmessageerror = () => this.#bury('error');
    worker.onerror = (event) => {
      event.preventDefault();
      this.#bury('error');
    };
    return worker;
  }

  #hear(data: unknown): void {
    this.#asked = false;
    const report = v.safeParse(reportSchema, data);
    if (!report.success) return this.#bury('error');
    if (lastWords.includes(report.output.type)) this.#rest();
    this.#options.onReport(report.output);
  }

  /** Timers of a hidden tab are late and a laptop may have slept: only a question unanswered counts. */
  #check(): void {
    if (this.#asked) return this.#bury('silent');
    this.#asked = true;
    this.#worker?.postMessage({ type: 'ping' } satisfies Command);
  }

  #rest(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#asked = false;
  }

  #bury(reason: 'error' | 'silent'): void {
    this.dispose();
    this.#options.onReport({ type: 'dead', reason });
  }
}
