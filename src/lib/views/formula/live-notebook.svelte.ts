import type { Cell, CellResult, Problem } from '$lib/notebook/formula';
import { SvelteMap } from 'svelte/reactivity';
import { EvaluationClient, startWorker } from './client';

/** A notebook's results, reactive: given its cells after every edit, it has them computed. */
export class LiveNotebook {
  readonly #results = new SvelteMap<string, CellResult>();
  readonly #values = new SvelteMap<string, number | boolean>();
  #hasFailed = $state(false);
  readonly #client: EvaluationClient;

  constructor(createWorker: () => Worker = startWorker) {
    this.#client = new EvaluationClient({
      createWorker,
      onResults: ({ cells, values }) => {
        for (const [id, result] of cells) this.#results.set(id, result);
        for (const name of this.#values.keys()) if (!values.has(name)) this.#values.delete(name);
        for (const [name, value] of values) this.#values.set(name, value);
      },
      onOverrun: (cell) => this.#results.set(cell.id, overrun(cell)),
      onFailure: () => (this.#hasFailed = true),
    });
  }

  /** What a cell came to; undefined before it is first computed. */
  result(id: string): CellResult | undefined {
    return this.#results.get(id);
  }

  /** The value of a name; undefined where it has none. */
  value(name: string): number | boolean | undefined {
    return this.#values.get(name);
  }

  /** Whether the worker could not be loaded, or broke. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Has a notebook computed; its results replace those before as they come. */
  evaluate(cells: readonly Cell[]): void {
    this.#hasFailed = false;
    this.#client.evaluate(cells);
  }

  /** Ends the worker. */
  dispose(): void {
    this.#client.dispose();
  }
}

/** What a cell shows from the moment it is stopped until the others are computed anew. */
function overrun(cell: Cell): CellResult {
  const problem: Problem = { kind: 'tooSlow' };
  if (cell.type === 'plot') {
    return { type: 'plot', variableTex: '', places: [], curves: [], problems: [problem] };
  }
  return { type: 'formula', lines: [{ start: 0, end: 0, tex: '', stated: false, problem }] };
}
