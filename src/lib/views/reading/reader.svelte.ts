import { LoadError, type LoadProblem } from '$lib/ui/load/problem';
import type { WeightName } from '../sample/weight-choice';
import type { Reader } from './engine';

/** The part of the page that computes, fetched when it is needed. */
type Engine = typeof import('./engine');

/** How far the network is that reads. */
export type ReaderState =
  | { readonly is: 'coming' }
  /** Its weights could not be had. */
  | { readonly is: 'failed'; readonly problem: LoadProblem }
  /** Its script could not be had. */
  | { readonly is: 'missing' }
  | { readonly is: 'here'; readonly reader: Reader; readonly engine: Engine };

/** A network that reads digits: fetched after the page is seen, with the weights that were chosen last. */
export class ReadingNetwork {
  state = $state.raw<ReaderState>({ is: 'coming' });
  weights = $state<WeightName>('trained');
  readonly #load: () => Promise<Engine>;
  #turn = 0;

  constructor(load: () => Promise<Engine> = () => import('./engine')) {
    this.#load = load;
  }

  /** The network, once it is here. */
  readonly reader = $derived(this.state.is === 'here' ? this.state.reader : undefined);

  /** Reads with these weights from when they are here; until then with those before. Never rejects. */
  async choose(weights: WeightName): Promise<void> {
    const turn = ++this.#turn;
    this.weights = weights;
    if (this.state.is !== 'here') this.state = { is: 'coming' };
    const next = await this.fetch(weights);
    if (turn === this.#turn) this.state = next;
  }

  /** A network with these weights, or why it cannot be had; changes nothing that is shown. Never rejects. */
  readonly fetch = async (weights: WeightName): Promise<ReaderState> => {
    try {
      const engine = await this.#load();
      return { is: 'here', engine, reader: await engine.loadReader(weights, 0) };
    } catch (error) {
      return error instanceof LoadError
        ? { is: 'failed', problem: error.problem }
        : { is: 'missing' };
    }
  };
}
