/*
 * The wire format of protocol buffers, as far as ONNX needs it: a message is a row of fields, each a number that
 * says which and how it is written, and its value.
 */

/** A field of a message: its bytes, number and all. */
export type Field = Uint8Array;

/** Bytes one after another. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A whole number of at least 0, seven bits a byte, the lowest first; two's complement of 64 bits below 0. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

const wholeType = 0;
const bytesType = 2;
const floatType = 5;

const headOf = (field: number, type: number) => varint((field << 3) | type);

/** A field that holds a whole number. */
export const whole = (field: number, value: number): Field =>
  concatenated([headOf(field, wholeType), varint(value)]);

/** A field that holds bytes, or a message that was written. */
export const bytes = (field: number, value: Uint8Array): Field =>
  concatenated([headOf(field, bytesType), varint(value.length), value]);

/** A field that holds a text, as UTF-8. */
export const text = (field: number, value: string): Field =>
  bytes(field, new TextEncoder().encode(value));

/** A field that holds a message of these fields. */
export const message = (field: number, fields: readonly Field[]): Field =>
  bytes(field, concatenated(fields));

/** A field that holds whole numbers, packed. */
export const wholes = (field: number, values: readonly number[]): Field =>
  bytes(field, concatenated(values.map(varint)));

/** A field that holds a float32. */
export function float(field: number, value: number): Field {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setFloat32(0, value, true);
  return concatenated([headOf(field, floatType), four]);
}
