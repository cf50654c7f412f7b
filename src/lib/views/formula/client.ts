import { limits, type Cell } from '$lib/notebook/formula';
import { Bridge, type Death } from '$lib/ui/bridge';
import { replySchema, type EvaluateRequest, type NotebookResults, type Reply } from './protocol';

/** What a client needs, and whom it tells. */
export interface ClientOptions {
  createWorker: () => Worker;
  onResults: (results: NotebookResults) => void;
  /** A cell took longer than it may; it is left out from now on, until it is changed. */
  onOverrun: (cell: Cell) => void;
  /** The worker could not be started, or failed. */
  onFailure: () => void;
}

/** How many times as long the first notebook's cells may take: until then the engine has compiled nothing. */
const coldStart = 8;

/** Loads the worker that computes formulas, and mathjs with it. */
export function startWorker(): Worker {
  return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * The page's side of the conversation. One notebook is computed at a time, and of those that come
 * meanwhile only the latest. A worker that spends too long on one cell is ended and replaced: an
 * expression cannot be interrupted otherwise.
 */
export class EvaluationClient {
  readonly #options: ClientOptions;
  readonly #bridge: Bridge<EvaluateRequest, Reply>;
  #isBusy = false;
  /** Whether a worker has finished a notebook, or was ended. */
  #isWarm = false;
  #cells: readonly Cell[] = [];
  #isWaiting = false;
  /** The id of the cell that is being computed. */
  #started = '';
  /** Cells that took too long, and what they said then. */
  readonly #slow = new Map<string, string>();

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#bridge = new Bridge({
      createWorker: options.createWorker,
      replySchema,
      onReply: (reply) => this.#hear(reply),
      onDeath: (death) => this.#mourn(death),
      // Each cell has its own time; loading the worker and reading the notebook have none.
      patience: (said) => {
        if (!('heard' in said) || said.heard.type !== 'started') return undefined;
        return limits.milliseconds * (this.#isWarm ? 1 : coldStart);
      },
    });
  }

  /** Computes a notebook; the results come through `onResults`. The first call makes the worker. */
  evaluate(cells: readonly Cell[]): void {
    this.#cells = cells;
    if (this.#isBusy) this.#isWaiting = true;
    else this.#send();
  }

  /** Ends the worker; nothing is reported any more. */
  dispose(): void {
    this.#bridge.dispose();
    this.#isBusy = this.#isWaiting = false;
  }

  #send(): void {
    this.#isBusy = true;
    this.#isWaiting = false;
    for (const cell of this.#cells) {
      const slow = this.#slow.get(cell.id);
      if (slow !== undefined && slow !== JSON.stringify(cell)) this.#slow.delete(cell.id);
    }
    this.#bridge.ask({ cells: [...this.#cells], skip: [...this.#slow.keys()] });
  }

  #hear(reply: Reply): void {
    if (reply.type === 'started') {
      this.#started = reply.cell;
      return;
    }
    this.#isBusy = false;
    this.#isWarm = true;
    this.#options.onResults(reply.results);
    if (this.#isWaiting) this.#send();
  }

  #mourn(death: Death): void {
    this.#isWarm = true;
    if (death !== 'silent') {
      this.#isBusy = this.#isWaiting = false;
      this.#options.onFailure();
      return;
    }
    const cell = this.#cells.find(({ id }) => id === this.#started);
    if (cell) {
      this.#slow.set(cell.id, JSON.stringify(cell));
      this.#options.onOverrun(cell);
    }
    this.#send();
  }
}
