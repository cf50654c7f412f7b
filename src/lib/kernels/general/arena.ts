/** Addresses are multiples of a vector. */
const alignment = 16;

/** Bytes that loops over whole vectors may read or write past the end of what they work on. */
const slack = 64;

/** The next multiple of a vector. */
export function wholeVectors(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/** A run of numbers of every sample, that some operations write and others read. */
export interface Buffer {
  /** Floats of one sample. */
  readonly floats: number;
  /** Whether the numbers of all samples of a chunk are kept, or only those of the shard at work. */
  isKept: boolean;
}

/** Where a buffer stands, as `fields.ts` says of a place. */
export interface Place {
  readonly address: number;
  readonly stride: number;
}

/**
 * Gives out addresses in the one memory, one after another, and remembers what is to be written there:
 * first of all the tables, which the programs need, then the numbers of samples.
 */
export class Arena {
  #end: number;
  #scratchEnd = 0;
  readonly #places = new Map<Buffer, Place>();
  /** What is to be written before the first job: words at an address. */
  readonly words: { readonly address: number; readonly values: readonly number[] }[] = [];

  /** Begins at `start`; each worker is at `shard` samples at a time, `capacity` are kept at once. */
  constructor(
    start: number,
    readonly capacity: number,
    readonly shard: number,
  ) {
    this.#end = wholeVectors(start);
  }

  /** Bytes given out so far, and bytes of a worker's scratch. */
  get end(): number {
    return this.#end;
  }
  get scratchBytes(): number {
    return this.#scratchEnd;
  }

  /** The address of so many bytes. */
  reserve(bytes: number): number {
    const address = this.#end;
    this.#end += wholeVectors(bytes + slack);
    return address;
  }

  /** The offset of so many bytes of each worker's scratch. */
  reserveScratch(bytes: number): number {
    const offset = this.#scratchEnd;
    this.#scratchEnd += wholeVectors(bytes + slack);
    return offset;
  }

  /** The address of a table of words. */
  table(values: readonly number[]): number {
    const address = this.reserve(4 * values.length);
    this.words.push({ address, values });
    return address;
  }

  /** The bytes from one sample to the next. */
  strideOf({ floats }: Buffer): number {
    return wholeVectors(4 * floats);
  }

  /** Where a buffer stands; the same each time. */
  placeOf(buffer: Buffer): Place {
    const known = this.#places.get(buffer);
    if (known) return known;
    const stride = this.strideOf(buffer);
    const address = buffer.isKept
      ? this.reserve(this.capacity * stride)
      : this.reserveScratch(this.shard * stride) - 2 ** 31;
    const place = { address, stride };
    this.#places.set(buffer, place);
    return place;
  }
}

/** The word that holds the bits of a float32. */
export function floatWord(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0];
}
