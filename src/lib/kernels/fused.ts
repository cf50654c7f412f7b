import type { ActivationName, OptimizerName, PoolingName } from './contract';
import { startCrew } from './crew';
import { KernelEngine, maximumWorkers, type EngineOptions } from './engine';
import { fusedLayouts } from './layout';
import type { Machine } from './machine';
import { createKernels, type AddressName, type Kernels } from './module';
import { squashings } from './squashings';

/** How the host names these to the kernels, and the most samples in a job: `assembly/job.ts`, `memory.ts`. */
const poolings: Record<PoolingName, number> = { max: 0, average: 1 };
const [relu, tanh] = [0, 1];
const chunkSize = 512;

/** What decides how LeNet-5 is trained. */
export interface KernelOptions extends EngineOptions {
  readonly optimizer?: Exclude<OptimizerName, 'sdlm'>;
  readonly activation?: ActivationName;
  readonly pooling?: PoolingName;
}

/** Where the activations of each layer stand: `assembly/memory.ts`. */
const peaks: readonly [
  layer: string,
  place: AddressName,
  stride: number,
  positions: number,
  units: number,
][] = [
  ['conv1', 'S2_PEAKS', 8, 1, 6],
  ['conv2', 'S4', 400, 25, 16],
  ['fc1', 'C5', 136, 1, 120],
  ['fc2', 'F6', 136, 1, 84],
];

/** The fused LeNet-5 as an engine drives it. */
function machineOf({ exports, memory, address, drawn }: Kernels): Machine {
  return {
    exports,
    memory,
    job: {
      samples: address.SAMPLES,
      shifts: address.SHIFTS,
      losses: address.LOSSES,
      predicted: address.PREDICTED,
    },
    drawn,
    capacity: chunkSize,
    needsWholeBatch: false,
    parameters: fusedLayouts(address),
    peaks: peaks.map(([layer, place, stride, positions, units]) => ({
      layer,
      address: address[place],
      stride,
      positions,
      units,
    })),
    beginStep() {},
    weightsLoaded: () => exports.prepare(),
  };
}

/**
 * An engine on its own memory, which takes a copy of the data; its weights are zero. With more than
 * one worker the calling thread computes too and waits for the others, which the main thread of a
 * page may not do: call it from a worker. Throws where the memory cannot be had.
 */
export async function createKernelEngine(options: KernelOptions): Promise<KernelEngine> {
  const { data, normalization, activation = 'relu', pooling = 'max' } = options;
  const kernels = createKernels(options.module, data, chunkSize);
  const workers = Math.min(options.workers ?? 1, maximumWorkers);
  const helped = { module: options.module, memory: kernels.memory };
  const crew = await startCrew(helped, workers, options.spawn);
  const squashing = activation === 'relu' ? undefined : squashings[activation];
  const { mean, std } = normalization;
  kernels.exports.setNetwork(
    squashing ? tanh : relu,
    squashing?.amplitude ?? 1,
    squashing?.slope ?? 1,
    poolings[pooling],
  );
  kernels.exports.setNormalization(1 / (255 * std), -mean / std);
  kernels.exports.prepare();
  return new KernelEngine(machineOf(kernels), crew, options);
}
