/** What both engines' compiled kernels offer: `assembly/index.ts` says what each does. Addresses are bytes. */
export interface KernelExports extends WebAssembly.Exports {
  run(): number;
  serve(worker: number): void;
  dismiss(): void;
  setWorkers(count: number): void;
  setData(images: number, labels: number): void;
  setJob(kind: number, count: number, batch: number, isFirst: number, isLast: number): void;
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

/** What those of the general engine offer besides. */
export interface GeneralExports extends KernelExports {
  turnLayer(layer: number): void;
  squareWeights(from: number, to: number, bytes: number): void;
  useSdlm(): void;
}

/** What those of the fused LeNet-5 offer besides. */
export interface FusedExports extends KernelExports {
  prepare(): void;
  setNetwork(activation: number, amplitude: number, slope: number, pooling: number): void;
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

/** An instance of the fused kernels with its memory and its places. */
export interface Kernels {
  readonly exports: FusedExports;
  readonly memory: WebAssembly.Memory;
  readonly address: Readonly<Record<AddressName, number>>;
  readonly drawn: DrawnSamples;
}

const pageBytes = 65_536;

/** The pages of memory that so many bytes take. */
export const pagesOf = (bytes: number): number => Math.ceil(bytes / pageBytes);

/** Pages of memory: what the fused kernels need without data, and the most they may have (64 MB). */
export const memoryPages = { initial: 96, maximum: 1024 };

/** What a helper needs to make its own instance in the same memory. */
export interface HelperJob {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Its number; the leader is 0. */
  readonly worker: number;
}

/** The exports of an instance of the kernels in `memory`. */
export function instantiate<Exports extends KernelExports = KernelExports>(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Exports {
  // The build checks the names (tests/kernels), which the type of WebAssembly's exports cannot.
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
}

/** An address that an instance's constants name. */
export function addressNamed(exports: KernelExports, name: string): number {
  const place = exports[name];
  if (!(place instanceof WebAssembly.Global)) throw new Error(`kernels: no constant ${name}`);
  return Number(place.value);
}

/** The places that an instance's constants name. */
export function addressesOf(exports: KernelExports): Kernels['address'] {
  const entries = addressNames.map((name) => [name, addressNamed(exports, name)] as const);
  return Object.fromEntries(entries) as Record<AddressName, number>;
}

/** Images `[count, 28, 28]` and labels of samples, as bytes. */
interface Samples {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** The parts of the data, training before test. */
export interface SampleParts {
  readonly train: Samples;
  readonly test: Samples;
}

const imageBytes = 784;

/** Bytes that the data takes, with room for the images and labels of `drawn` samples of its own. */
export function dataBytes({ train, test }: SampleParts, drawn: number): number {
  const parts = [train.images, test.images, train.labels, test.labels];
  return parts.reduce((length, part) => length + part.length, drawn * (imageBytes + 1));
}

/** Where samples stand that are in no part of the data: the first of them, and the bytes of both lists. */
export interface DrawnSamples {
  readonly first: number;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/**
 * Copies the data to `address`, the images of both parts, room for those of `drawn` samples, and then the
 * labels, and tells the kernels. The memory has room for `dataBytes` there. Returns that room.
 */
export function writeData(
  { memory, exports }: Pick<Kernels, 'memory'> & { readonly exports: KernelExports },
  { train, test }: SampleParts,
  address: number,
  drawn: number,
): DrawnSamples {
  const bytes = new Uint8Array(memory.buffer);
  const room = (from: number, length: number) => new Uint8Array(memory.buffer, from, length);
  bytes.set(train.images, address);
  bytes.set(test.images, address + train.images.length);
  const drawnImages = address + train.images.length + test.images.length;
  const labels = drawnImages + drawn * imageBytes;
  bytes.set(train.labels, labels);
  bytes.set(test.labels, labels + train.labels.length);
  exports.setData(address, labels);
  const first = train.labels.length + test.labels.length;
  return {
    first,
    images: room(drawnImages, drawn * imageBytes),
    labels: room(labels + first, drawn),
  };
}

/**
 * An instance of the fused kernels in a new shared memory with a copy of the data. Throws where the
 * memory cannot be had.
 */
export function createKernels(
  module: WebAssembly.Module,
  data: SampleParts,
  room: number,
): Kernels {
  const memory = new WebAssembly.Memory({ ...memoryPages, shared: true });
  const exports = instantiate<FusedExports>(module, memory);
  const address = addressesOf(exports);
  const missing = pagesOf(address.DATA + dataBytes(data, room)) - memoryPages.initial;
  if (missing > 0) memory.grow(missing);
  const drawn = writeData({ memory, exports }, data, address.DATA, room);
  return { exports, memory, address, drawn };
}
