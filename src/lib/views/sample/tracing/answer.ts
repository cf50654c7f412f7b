import { readNetwork } from '$lib/network';
import { build, manualSeed, type Tensor } from '$lib/nn';
import type { UpdatedTrace } from '$lib/optim';
import { traceDigit } from '../trace-digit';
import type { TraceRequest } from './protocol';

/** The trace that is asked for. Throws where the request names no network that can be built. */
export function traceOf({ digit, network: text, values, ...settings }: TraceRequest): UpdatedTrace {
  const reading = readNetwork(text);
  if (!reading.ok) throw new Error(`traceOf: ${JSON.stringify(reading.problem)}`);
  const description = reading.network;
  const network = build(description, manualSeed(0));
  network.loadStateDict(values);
  return traceDigit(digit, network, { ...settings, description });
}

/** The memory of a trace's numbers: handed over to the page, not copied. */
export function buffersOf({ tensors, after, updated, state }: UpdatedTrace): Transferable[] {
  const kept = [...state.parameters.values()].flatMap((memory) => Object.values<Tensor>(memory));
  const all = [...tensors.values(), ...after.values(), ...Object.values(updated), ...kept];
  return [...new Set(all.map(({ data }) => data.buffer))];
}
