import { limits, type Cell } from '$lib/notebook/formula';
import type { EvaluateRequest, NotebookResults, Reply } from './protocol';

/** What a client needs, and whom it tells. */
export interface ClientOptions {
  createWorker: () => Worker;
  onResults: (results: NotebookResults) => void;
  /** A cell took longer than it may; it is left out from now on, until it is changed. */
  onOverrun: (cell: Cell) => void;
  /** The worker could not be started, or failed. */
  onFailure: () => void;
}

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
  #worker: Worker | undefined;
  #run = 0;
  #isBusy = false;
  #cells: readonly Cell[] = [];
  #isWaiting = false;
  #clock: ReturnType<typeof setTimeout> | undefined;
  /** Cells that took too long, and what they said then. */
  readonly #slow = new Map<string, string>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Computes a notebook; the results come through `onResults`. The first call makes the worker. */
  evaluate(cells: readonly Cell[]): void {
    this.#cells = cells;
    if (this.#isBusy) this.#isWaiting = true;
    else this.#send();
  }

  /** Ends the worker; nothing is reported any more. */
  dispose(): void {
    clearTimeout(this.#clock);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isBusy = this.#isWaiting = false;
  }

  #send(): void {
    this.#worker ??= this.#hire();
    this.#isBusy = true;
    this.#isWaiting = false;
    for (const cell of this.#cells) {
      const slow = this.#slow.get(cell.id);
      if (slow !== undefined && slow !== JSON.stringify(cell)) this.#slow.delete(cell.id);
    }
    const request: EvaluateRequest = {
      run: ++this.#run,
      cells: this.#cells,
      skip: [...this.#slow.keys()],
    };
    this.#worker.postMessage(request);
  }

  #hire(): Worker {
    const worker = this.#options.createWorker();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.dispose();
      this.#options.onFailure();
    };
    return worker;
  }

  #hear(reply: Reply): void {
    if (reply.run !== this.#run) return;
    clearTimeout(this.#clock);
    if (reply.type === 'started') {
      this.#clock = setTimeout(() => this.#overrun(reply.cell), limits.milliseconds);
      return;
    }
    this.#isBusy = false;
    this.#options.onResults(reply.results);
    if (this.#isWaiting) this.#send();
  }

  #overrun(id: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const cell = this.#cells.find((cell) => cell.id === id);
    if (cell) {
      this.#slow.set(id, JSON.stringify(cell));
      this.#options.onOverrun(cell);
    }
    this.#send();
  }
}
