import type { Network } from '$lib/network';
import { startCrew } from '../crew';
import { KernelEngine, maximumWorkers, type EngineOptions } from '../engine';
import type { Machine } from '../machine';
import { addressNamed, dataBytes, instantiate, pagesOf, writeData } from '../module';
import type { DrawnSamples, GeneralExports } from '../module';
import { HEAD_BYTES } from './fields';
import { planNetwork, type Plan } from './plan';

/** What decides how any network is trained. */
export interface GeneralOptions extends EngineOptions {
  readonly network: Network;
  /** The largest batch: what is normalised by a batch needs room for all of it. */
  readonly batchSize?: number;
  /** What a dropout mask comes from, besides the step and the sample. */
  readonly seed?: number;
  /** The names of layers, in parameters and peaks; the description's if not given. */
  readonly nameOf?: (layer: string) => string;
}

/** Where the head of a plan stands, which the compiled module says. */
function headOf(module: WebAssembly.Module): number {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
  return addressNamed(instantiate(module, memory), 'HEAD');
}

/** A plan in its memory, as an engine drives it. */
function machineOf(
  plan: Plan,
  exports: GeneralExports,
  memory: WebAssembly.Memory,
  drawn: DrawnSamples,
  { seed = 0, optimizer, nameOf = (layer) => layer }: GeneralOptions,
): Machine {
  const turnWeights = () => {
    for (const layer of plan.turned) exports.turnLayer(layer);
  };
  const prepareBatch = () => {
    turnWeights();
    for (const { from, to, bytes } of plan.squares) exports.squareWeights(from, to, bytes);
  };
  const words = new Uint32Array(memory.buffer);
  words[plan.address.seed / 4] = seed;
  const named = (parameter: string) => {
    const dot = parameter.lastIndexOf('.');
    return nameOf(parameter.slice(0, dot)) + parameter.slice(dot);
  };
  return {
    exports,
    memory,
    job: plan.address,
    drawn,
    capacity: plan.capacity,
    needsWholeBatch: plan.needsWholeBatch,
    parameters: {
      start: plan.address.parameters / 4,
      length: plan.parameters.bytes / 4,
      layouts: [...plan.parameters.places.values()].map((place) => ({
        name: named(place.name),
        shape: place.shape,
        start: place.offset / 4,
        length: place.bytes / 4,
        floatAt: place.floatAt,
        isLearned: place.isLearned,
      })),
    },
    peaks: plan.peaks.map(({ layer, units, place }) => ({
      layer: nameOf(layer),
      address: place.address,
      stride: place.stride / 4,
      positions: 1,
      units,
    })),
    beginStep(step) {
      words[plan.address.step / 4] = step;
    },
    weightsLoaded: turnWeights,
    sdlm: optimizer === 'sdlm' ? { use: () => exports.useSdlm(), prepareBatch } : undefined,
  };
}

/**
 * An engine for any network that there is a plan of, on its own memory, which takes a copy of the data;
 * its weights are zero, and must be loaded. With more than one worker the calling thread computes too
 * and waits for the others: call it from a worker. Throws a `PlanError` where there is no plan, and
 * where the memory cannot be had.
 */
export async function createGeneralEngine(options: GeneralOptions): Promise<KernelEngine> {
  const { module, data, network, normalization, batchSize = 0 } = options;
  const { optimizer } = options;
  // A step of one digit cannot be cut over workers.
  const wanted = optimizer === 'sdlm' ? 1 : (options.workers ?? 1);
  const workers = Math.min(wanted, maximumWorkers);
  const plan = planNetwork(network, { head: headOf(module), workers, batchSize, optimizer });
  const pages = pagesOf(plan.end + dataBytes(data, plan.capacity) + HEAD_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const exports = instantiate<GeneralExports>(module, memory);
  const words = new Int32Array(memory.buffer);
  for (const { address, values } of plan.words) words.set(values, address / 4);
  const drawn = writeData({ memory, exports }, data, plan.end, plan.capacity);
  const crew = await startCrew({ module, memory }, workers, options.spawn);
  const { mean, std } = normalization;
  exports.setNormalization(1 / (255 * std), -mean / std);
  return new KernelEngine(machineOf(plan, exports, memory, drawn, options), crew, options);
}
