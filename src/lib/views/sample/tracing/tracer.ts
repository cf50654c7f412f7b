import { measureChain } from '$lib/arithmetic';
import { writeNetwork, type Network } from '$lib/network';
import type { Sequential } from '$lib/nn';
import type { UpdatedTrace } from '$lib/optim';
import type { Digit } from '../digit';
import { traceDigit, type TraceSettings } from '../trace-digit';
import type { TraceClient } from './client';

/** What is traced: a digit through a network, back, and one update. */
export interface Traced extends Required<Omit<TraceSettings, 'state' | 'description' | 'first'>> {
  readonly digit: Digit;
  readonly network: Sequential;
  readonly description: Network;
  readonly state: TraceSettings['state'];
  readonly first?: TraceSettings['first'];
}

/** Makes traces: at once, or later. */
export interface Tracer {
  readonly trace: (traced: Traced) => UpdatedTrace | Promise<UpdatedTrace>;
  /** Ends what is under way; its promise is never kept. */
  readonly end: () => void;
}

/** The most multiply-adds of a digit that the page itself traces: some fifty milliseconds. */
const mostHere = 500_000;

/** Whether tracing a digit would hold the page up: then a worker does it. */
export function takesLong({ layers, input }: Network): boolean {
  const chain = measureChain(layers, input);
  const sum = chain.ok
    ? chain.value.reduce((total, { measure }) => total + measure.multiplyAdds, 0)
    : 0;
  return sum > mostHere;
}

/** Traces here, at once. */
export const traceHere: Tracer = {
  trace: ({ digit, network, ...settings }) => traceDigit(digit, network, settings),
  end: () => {},
};

/**
 * Traces here what is done in a moment, and in a worker what is not. Where there can be no worker, here
 * all the same: the page stands still then, but it says what it was asked.
 */
export class PageTracer implements Tracer {
  #client: TraceClient | undefined;

  trace(traced: Traced): UpdatedTrace | Promise<UpdatedTrace> {
    return takesLong(traced.description) ? this.#elsewhere(traced) : traceHere.trace(traced);
  }

  end(): void {
    this.#client?.end();
  }

  async #elsewhere(traced: Traced): Promise<UpdatedTrace> {
    const { digit, network, description, rule, state, normalize, first } = traced;
    const { TraceClient } = await import('./client');
    this.#client ??= new TraceClient();
    const values = network.stateDict();
    const place = { digit: { ...digit }, network: writeNetwork(description), values };
    return this.#client
      .trace({ ...place, rule, state, normalize, first })
      .catch(() => traceHere.trace(traced));
  }
}
