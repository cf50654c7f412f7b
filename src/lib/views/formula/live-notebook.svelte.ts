import type { Cell, CellResult, Problem } from '$lib/notebook/formula';
import { SvelteMap } from 'svelte/reactivity';
import { EvaluationClient, startWorker } from './client';

/** Results that are shown in one task: as many plots are drawn in a moment. */
const atOnce = 8;

/** A notebook's results, reactive: given its cells after every edit, it has them computed. */
export class LiveNotebook {
  readonly #results = new SvelteMap<string, CellResult>();
  readonly #values = new SvelteMap<string, number | boolean>();
  /** Results that have come and are not shown yet: each change of the page draws a few. */
  #waiting: readonly (readonly [id: string, result: CellResult])[] = [];
  #next: ReturnType<typeof setTimeout> | undefined;
  #hasFailed = $state(false);
  #isComputed = $state(false);
  readonly #client: EvaluationClient;

  constructor(createWorker: () => Worker = startWorker) {
    this.#client = new EvaluationClient({
      createWorker,
      onResults: ({ cells, values }) => {
        this.#isComputed = true;
        this.#waiting = [...this.#waiting.filter(([id]) => !cells.has(id)), ...cells];
        this.#showSome();
        for (const name of this.#values.keys()) if (!values.has(name)) this.#values.delete(name);
        for (const [name, value] of values) this.#values.set(name, value);
      },
      onOverrun: (cell) => {
        this.#waiting = this.#waiting.filter(([id]) => id !== cell.id);
        this.#results.set(cell.id, overrun(cell));
      },
      onFailure: () => (this.#hasFailed = true),
    });
  }

  /** Values that are known before the first results, which replace them. */
  foresee(values: Readonly<Record<string, number | boolean>>): void {
    for (const [name, value] of Object.entries(values)) this.#values.set(name, value);
  }

  /** What a cell came to; undefined before it is first computed. */
  result(id: string): CellResult | undefined {
    return this.#results.get(id);
  }

  /** The value of a name; undefined where it has none. */
  value(name: string): number | boolean | undefined {
    return this.#values.get(name);
  }

  /** Whether first results have come: until then a name without a value may have one. */
  get isComputed(): boolean {
    return this.#isComputed;
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
    clearTimeout(this.#next);
    this.#client.dispose();
  }

  #showSome(): void {
    clearTimeout(this.#next);
    for (const [id, result] of this.#waiting.slice(0, atOnce)) this.#results.set(id, result);
    this.#waiting = this.#waiting.slice(atOnce);
    if (this.#waiting.length > 0) this.#next = setTimeout(() => this.#showSome());
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
