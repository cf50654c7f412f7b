import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

type Shelf = 'runs' | 'checkpoints';

/** What a reader's browser holds; `make-profile.ts` has written it down. */
export interface Profile {
  /** Addresses that pages have written, from the path on. */
  readonly links: readonly string[];
  readonly localStorage: Readonly<Record<string, string>>;
  /** What stands on the shelves of the database, by id. */
  readonly shelves: Readonly<Record<Shelf, ReadonlyMap<string, unknown>>>;
}

interface PackedArray {
  readonly type: 'Float32Array' | 'Float64Array';
  readonly gzip: string;
}

const isPacked = (value: object): value is PackedArray => 'gzip' in value;

/** A value as the database has it: arrays of numbers are written as gzipped float32 in base64. */
function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  if (!isPacked(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]));
  }
  const bytes = Uint8Array.from(gunzipSync(Buffer.from(value.gzip, 'base64')));
  const numbers = new Float32Array(bytes.buffer);
  return value.type === 'Float32Array' ? numbers : Float64Array.from(numbers);
}

/** The profile of the last build whose C1 padded with zeros. */
export function zeroBorderProfile(): Profile {
  const url = new URL('profile-zero-border.json', import.meta.url);
  const written = JSON.parse(readFileSync(url, 'utf8')) as Pick<Profile, 'links' | 'localStorage'> &
    Record<Shelf, { readonly keys: string[]; readonly values: unknown[] }>;
  const shelf = (name: Shelf) => {
    const { keys, values } = written[name];
    return new Map(keys.map((key, i) => [key, unpacked(values[i])]));
  };
  return {
    links: written.links,
    localStorage: written.localStorage,
    shelves: { runs: shelf('runs'), checkpoints: shelf('checkpoints') },
  };
}
