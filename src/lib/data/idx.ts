/** An array read from the IDX format: bytes in row-major order, the last axis fastest. */
export interface IdxArray {
  /** The length of each axis: `[N, 28, 28]` for MNIST's images, `[N]` for its labels. */
  readonly shape: readonly number[];
  /** A view into the bytes it was read from. */
  readonly data: Uint8Array;
  /** Where the array ends in those bytes: the next one of a concatenation starts there. */
  readonly end: number;
}

/** The third byte of the magic number says what the elements are; MNIST knows only this one. */
const unsignedByte = 0x08;

const hex = (value: number) => `0x${value.toString(16).padStart(8, '0')}`;

/**
 * Reads one IDX array of unsigned bytes that starts at `offset`: a magic number (two zero bytes, the
 * type of the elements, the number of axes), the length of each axis as a big-endian uint32, then
 * the elements. `axes` is the number of axes expected: 3 for images, 1 for labels.
 * Throws where the magic number is another, or the bytes end before the array does.
 */
export function readIdx(bytes: Uint8Array, axes: number, offset = 0): IdxArray {
  const header = 4 + 4 * axes;
  if (bytes.length - offset < header) {
    throw new Error(
      `readIdx: truncated header: expected ${header} bytes at ${offset}, got ${Math.max(0, bytes.length - offset)}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, header);
  const magic = view.getUint32(0);
  const expected = (unsignedByte << 8) | axes;
  if (magic !== expected) {
    throw new Error(`readIdx: invalid magic number: expected ${hex(expected)}, got ${hex(magic)}`);
  }
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  const start = offset + header;
  if (bytes.length - start < size) {
    throw new Error(
      `readIdx: truncated data: [${shape.join(', ')}] takes ${size} bytes, got ${bytes.length - start}`,
    );
  }
  return { shape, data: bytes.subarray(start, start + size), end: start + size };
}

/**
 * Writes an array of unsigned bytes in the IDX format, header first.
 * Throws where the shape and the number of bytes do not fit each other.
 */
export function encodeIdx(shape: readonly number[], data: Uint8Array): Uint8Array {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size !== data.length) {
    throw new Error(
      `encodeIdx: invalid data: expected ${size} bytes for [${shape.join(', ')}], got ${data.length}`,
    );
  }
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, (unsignedByte << 8) | shape.length);
  shape.forEach((length, axis) => view.setUint32(4 + 4 * axis, length));
  bytes.set(data, header);
  return bytes;
}

/** Byte arrays one after another, copied into one. */
export function joinBytes(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
