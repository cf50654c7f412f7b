import * as v from 'valibot';

/*
 * The safetensors format: the length of the header as a little-endian uint64, the header as JSON (for
 * each tensor its type, its shape and where its bytes begin and end after the header), the bytes.
 */

/** How bytes break the format's rules; or a header too large to be read here. */
export type FormatProblem =
  /** No header at all, or one that says something else. */
  | { readonly reason: 'format' }
  /** Fewer bytes than the header announces, of the header itself or of the tensors. */
  | { readonly reason: 'short'; readonly bytes: number; readonly expected: number }
  /** A header of so many bytes; at most `longestHeader` are read. */
  | { readonly reason: 'header'; readonly bytes: number }
  /** A header of more than `mostEntries` entries. */
  | { readonly reason: 'entries' }
  /** A name that stands twice in the same object. */
  | { readonly reason: 'repeated'; readonly name: string }
  /** Offsets that hold more or fewer bytes than the type and the shape need. */
  | { readonly reason: 'size'; readonly tensor: string }
  /** A tensor whose bytes begin before the previous one's end. */
  | { readonly reason: 'overlap'; readonly tensor: string }
  /** Bytes that belong to no tensor: so many, before this one or, without a name, at the end. */
  | { readonly reason: 'gap'; readonly bytes: number; readonly tensor?: string };

/** Bytes are not in the format. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(readonly problem: FormatProblem) {
    super(`parseSafetensors: ${Object.values(problem).join(' ')}`);
  }
}

/** A tensor as it stands in the file. */
export interface StoredTensor {
  /** `F32`, `BF16`, … */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Its numbers, little-endian, row-major. */
  readonly bytes: Uint8Array;
}

/**
 * The longest header that is read, in bytes, and the most entries in it: tensors, axes, offsets, remarks.
 * The format allows 100 MB, which would hold the page for a minute; ten tensors take less than a
 * kilobyte and a hundred entries, so that this leaves room for other networks and for long remarks.
 */
export const longestHeader = 5_000_000;
export const mostEntries = 20_000;

/** The header, a tensor in it, the tensor's shape: a header has no more in one another. */
const deepest = 3;

const lengthBytes = 8;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const tensorSchema = v.object({
  dtype: v.string(),
  shape: v.array(count),
  data_offsets: v.tuple([count, count]),
});
/** The name of what is no tensor: remarks on the file. */
const remarksName = '__metadata__';
const remarksSchema = v.custom<Readonly<Record<string, string>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((remark) => typeof remark === 'string'),
);

/** Bits of one number. A type that is not listed is refused later, by whoever wants its numbers. */
const bits: ReadonlyMap<string, number> = new Map(
  Object.entries({
    64: ['F64', 'I64', 'U64', 'C64'],
    32: ['F32', 'I32', 'U32'],
    16: ['F16', 'BF16', 'I16', 'U16'],
    8: ['F8_E4M3', 'F8_E5M2', 'F8_E8M0', 'I8', 'U8', 'BOOL'],
    6: ['F6_E2M3', 'F6_E3M2'],
    4: ['F4'],
  }).flatMap(([width, types]) => types.map((type) => [type, Number(width)] as const)),
);

/** What a safetensors file holds. */
export interface StoredFile {
  /** By name, in the order of the header, as views of the file's bytes. */
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** What else its writer has said; nothing where the file has no remarks. */
  readonly remarks: Readonly<Record<string, string>>;
}

/**
 * Reads a safetensors file. Its bytes may be anyone's: no number in them is believed before it is
 * checked. As the format wants it, tensors neither overlap nor leave a gap, and no name stands twice.
 * Throws a `FormatError`.
 */
export function parseSafetensors(bytes: Uint8Array): StoredFile {
  const { tensors, remarks } = parseHeader(headerOf(bytes));
  const start = lengthBytes + Number(headerLength(bytes));
  const data = bytes.subarray(start);
  const inOrder = tensors.toSorted(
    ([, { data_offsets: one }], [, { data_offsets: other }]) =>
      one[0] - other[0] || one[1] - other[1],
  );
  let end = 0;
  for (const [tensor, { dtype, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets;
    const numbers = shape.reduce((product, axis) => product * axis, 1);
    const width = bits.get(dtype);
    if (from > to || (width !== undefined && numbers * width !== 8 * (to - from))) {
      throw new FormatError({ reason: 'size', tensor });
    }
    if (from < end) throw new FormatError({ reason: 'overlap', tensor });
    if (from > end) throw new FormatError({ reason: 'gap', tensor, bytes: from - end });
    end = to;
  }
  if (end > data.length) {
    throw new FormatError({ reason: 'short', bytes: bytes.length, expected: start + end });
  }
  if (end < data.length) throw new FormatError({ reason: 'gap', bytes: data.length - end });
  const stored = tensors.map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => {
      return [name, { dtype, shape, bytes: data.subarray(from, to) }] as const;
    },
  );
  return { tensors: new Map(stored), remarks };
}

const headerLength = (bytes: Uint8Array): bigint =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);

/** The header's text; it begins with a brace, by which a file of another kind is known. */
function headerOf(bytes: Uint8Array): string {
  if (bytes[lengthBytes] !== 0x7b) throw new FormatError({ reason: 'format' });
  const length = Number(headerLength(bytes));
  if (length > longestHeader) throw new FormatError({ reason: 'header', bytes: length });
  const end = lengthBytes + length;
  if (end > bytes.length) {
    throw new FormatError({ reason: 'short', bytes: bytes.length, expected: end });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(lengthBytes, end),
    );
  } catch {
    throw new FormatError({ reason: 'format' });
  }
}

type Stored = v.InferOutput<typeof tensorSchema>;

/** What the header says of each tensor, and the remarks. Names may be any, also those that every object has. */
function parseHeader(text: string): {
  readonly tensors: readonly (readonly [name: string, stored: Stored])[];
  readonly remarks: StoredFile['remarks'];
} {
  const repeated = survey(text);
  // It begins with a brace: what it says is an object.
  const header = Object.entries(parse<Readonly<Record<string, unknown>>>(text));
  if (repeated !== undefined) throw new FormatError({ reason: 'repeated', name: repeated });
  const [, remarks = {}] = header.find(([name]) => name === remarksName) ?? [];
  if (!v.is(remarksSchema, remarks)) throw new FormatError({ reason: 'format' });
  const tensors = header
    .filter(([name]) => name !== remarksName)
    .map(([name, value]) => {
      const stored = v.safeParse(tensorSchema, value);
      if (!stored.success) throw new FormatError({ reason: 'format' });
      return [name, stored.output] as const;
    });
  return { tensors, remarks };
}

/**
 * Goes over a header before it is parsed, so that what is too much is never built. Returns a name that
 * stands twice in one object, of which `JSON.parse` would take the last. Throws a `FormatError`.
 */
function survey(json: string): string | undefined {
  /** The names in each object that is open; in a list there are none. */
  const open: Set<string>[] = [];
  let repeated: string | undefined;
  let entries = 0;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json[at];
    if (letter === '{' || letter === '[') {
      if (open.length === deepest) throw new FormatError({ reason: 'format' });
      open.push(new Set());
    } else if (letter === '}' || letter === ']') {
      open.pop();
    } else if (letter === ',') {
      entries += 1;
      if (entries > mostEntries) throw new FormatError({ reason: 'entries' });
    } else if (letter === '"') {
      const end = endOfString(json, at);
      const names = open.at(-1);
      if (names && isName(json, end)) {
        const name = nameOf(json.slice(at, end));
        if (names.has(name)) repeated ??= name;
        names.add(name);
      }
      at = end - 1;
    }
  }
  return repeated;
}

/** The place after the string that begins at a place, or the end of the text. */
function endOfString(json: string, at: number): number {
  let end = at + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** True where a colon follows: the string before it is a name. */
function isName(json: string, at: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = at;
  return colon.test(json);
}

/** A name as it reads: `"\u0061"` is the name `a`. */
function nameOf(quoted: string): string {
  return quoted.includes('\\') ? parse<string>(quoted) : quoted.slice(1, -1);
}

function parse<T>(json: string): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    throw new FormatError({ reason: 'format' });
  }
}
