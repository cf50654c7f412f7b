/** What the compiled kernels offer: `assembly/index.ts` says what each does. Addresses are bytes. */
export interface KernelExports extends WebAssembly.Exports {
  prepare(): void;
  run(): number;
  serve(worker: number): void;
  dismiss(): void;
  setWorkers(count: number): void;
  setData(images: number, labels: number): void;
  setJob(kind: number, count: number, batch: number, isFirst: number, isLast: number): void;
  setNetwork(activation: number, amplitude: number, slope: number, pooling: number): void;
  setNormalization(scale: number, background: number): void;
  useSgd(lr: number, momentum: number, weightDecay: number): void;
  useAdam(
    lr: number,
    weightDecay: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    epsilon: number,
    correction1: number,
    correction2: number,
  ): void;
}

/** The places in the memory that the host writes and reads. */
export const addressNames = [
  'C1_WEIGHT',
  'C1_BIAS',
  'C3_WEIGHT',
  'C3_BIAS',
  'C5_WEIGHT',
  'C5_BIAS',
  'F6_WEIGHT',
  'F6_BIAS',
  'OUTPUT_WEIGHT',
  'OUTPUT_BIAS',
  'PARAMETERS',
  'SAMPLES',
  'SHIFTS',
  'LOSSES',
  'PREDICTED',
  'S2_PEAKS',
  'S4',
  'C5',
  'F6',
  'DATA',
] as const;

/** The name of such a place. */
export type AddressName = (typeof addressNames)[number];

/** An instance of the kernels with its memory and its places. */
export interface Kernels {
  readonly exports: KernelExports;
  readonly memory: WebAssembly.Memory;
  readonly address: Readonly<Record<AddressName, number>>;
}

const pageBytes = 65_536;

/** Pages of memory: what the kernels need without data, and the most they may have (64 MB). */
export const memoryPages = { initial: 96, maximum: 1024 };

/** What a helper needs to make its own instance in the same memory. */
export interface HelperJob {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Its number; the leader is 0. */
  readonly worker: number;
}

/** The exports of an instance of the kernels in `memory`. */
export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  // The build checks the names (tests/kernels), which the type of WebAssembly's exports cannot.
  return new WebAssembly.Instance(module, { env: { memory } }).exports as KernelExports;
}

/** The places that an instance's constants name. */
export function addressesOf(exports: KernelExports): Kernels['address'] {
  const entries = addressNames.map((name) => {
    const place = exports[name];
    if (!(place instanceof WebAssembly.Global)) throw new Error(`kernels: no constant ${name}`);
    return [name, Number(place.value)] as const;
  });
  return Object.fromEntries(entries) as Record<AddressName, number>;
}

/** Images `[count, 28, 28]` and labels of samples, as bytes. */
interface Samples {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/**
 * An instance of the kernels in a new shared memory with a copy of the data: the images of both
 * parts, training before test, then the labels. Throws where the memory cannot be had.
 */
export function createKernels(
  module: WebAssembly.Module,
  { train, test }: { readonly train: Samples; readonly test: Samples },
): Kernels {
  const memory = new WebAssembly.Memory({ ...memoryPages, shared: true });
  const exports = instantiate(module, memory);
  const address = addressesOf(exports);
  const parts = [train.images, test.images, train.labels, test.labels];
  const end = parts.reduce((length, part) => length + part.length, address.DATA);
  const missing = Math.ceil(end / pageBytes) - memoryPages.initial;
  if (missing > 0) memory.grow(missing);
  const bytes = new Uint8Array(memory.buffer);
  let at = address.DATA;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  exports.setData(address.DATA, address.DATA + train.images.length + test.images.length);
  return { exports, memory, address };
}
