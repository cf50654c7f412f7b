import { Bridge, type Death } from '$lib/ui/bridge';
import { reportSchema, type Command, type Report } from './protocol';

/** What the page hears of a run: the worker's reports, and that the worker was ended. */
export type ClientReport = Report | { readonly type: 'dead'; readonly reason: Death };

/** What a client needs. */
export interface ClientOptions {
  readonly createWorker: () => Worker;
  readonly onReport: (report: ClientReport) => void;
}

/**
 * Milliseconds that a busy worker may be silent. It hears a question between two parts of a batch or of
 * a test, which take some hundredths of a second, and on the slowest machine and engine a few seconds;
 * the longest is the wait for a thread that is stuck, which it reports itself.
 */
const busyPatience = 15_000;

/** While these are what was last said, the worker loads something or waits for the page. */
const silences: readonly (Command | Report)['type'][] = [
  'start',
  'resume',
  'watch',
  'read',
  'loading',
  'load-failed',
  'resume-failed',
  'stopped',
  'finished',
  'diverged',
  'stuck',
  'failed',
];

/** The page's side of the conversation with the worker that trains. */
export class TrainingClient {
  readonly #bridge: Bridge<Command, Report>;

  constructor({ createWorker, onReport }: ClientOptions) {
    this.#bridge = new Bridge({
      createWorker,
      replySchema: reportSchema,
      onReply: onReport,
      onDeath: (reason) => onReport({ type: 'dead', reason }),
      patience: (said) => {
        const { type } = 'sent' in said ? said.sent : said.heard;
        return silences.includes(type) ? undefined : busyPatience;
      },
    });
  }

  /** Sends a command. One that opens a run ends what is heard of the run before it. */
  send(command: Command): void {
    if (command.type === 'start' || command.type === 'resume') this.#bridge.ask(command);
    else this.#bridge.tell(command);
  }

  /** Ends the worker, without a report. */
  dispose(): void {
    this.#bridge.dispose();
  }
}
