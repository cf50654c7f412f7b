import * as v from 'valibot';
import type { ParameterValues } from '$lib/kernels';
import { parameterShapes } from './weights';

/*
 * The safetensors format: the length of the header as a little-endian uint64, the header as JSON (for
 * each tensor its type, its shape and where its bytes begin and end after the header), the bytes.
 */

/** Why a file of weights was refused; the page words it. */
export type WeightsProblem =
  /** Not in the format, or cut short. */
  | { readonly reason: 'format' }
  /** A tensor of another network: its name, or its shape. */
  | { readonly reason: 'network'; readonly tensor: string }
  /** Numbers of a type other than float32. */
  | { readonly reason: 'type'; readonly tensor: string; readonly type: string }
  /** A weight that is not a finite number. */
  | { readonly reason: 'number'; readonly tensor: string };

/** A file of weights was refused; nothing has been changed. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';

  constructor(readonly problem: WeightsProblem) {
    super(`readSafetensors: ${Object.values(problem).join(' ')}`);
  }
}

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const headerSchema = v.record(
  v.string(),
  v.object({
    dtype: v.string(),
    shape: v.pipe(v.array(offset), v.maxLength(8)),
    data_offsets: v.tuple([offset, offset]),
  }),
);

/** Ten tensors and a remark take less than two kilobytes; a header of gigabytes is an attack. */
const longestHeader = 100_000;

const lengthBytes = 8;

function readHeader(bytes: Uint8Array): {
  header: v.InferOutput<typeof headerSchema>;
  data: Uint8Array;
} {
  if (bytes.length < lengthBytes) throw new WeightsError({ reason: 'format' });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = Number(view.getBigUint64(0, true));
  if (length > longestHeader || lengthBytes + length > bytes.length) {
    throw new WeightsError({ reason: 'format' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(lengthBytes, lengthBytes + length),
    );
    const tensors = v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
    delete tensors.__metadata__;
    return { header: v.parse(headerSchema, tensors), data: bytes.subarray(lengthBytes + length) };
  } catch {
    throw new WeightsError({ reason: 'format' });
  }
}

/**
 * Reads LeNet-5's weights, by PyTorch's names, from a safetensors file. The bytes may be anyone's: no
 * length in them is believed before it is checked. Throws a `WeightsError`.
 */
export function readSafetensors(bytes: Uint8Array): ParameterValues {
  const { header, data } = readHeader(bytes);
  const shapes = parameterShapes();
  const foreign = Object.keys(header).find((name) => !shapes.has(name));
  if (foreign !== undefined) throw new WeightsError({ reason: 'network', tensor: foreign });

  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const entries = [...shapes].map(([tensor, shape]) => {
    if (!Object.hasOwn(header, tensor)) throw new WeightsError({ reason: 'network', tensor });
    const {
      dtype,
      shape: found,
      data_offsets: [from, to],
    } = header[tensor];
    if (found.join() !== shape.join()) throw new WeightsError({ reason: 'network', tensor });
    if (dtype !== 'F32') throw new WeightsError({ reason: 'type', tensor, type: dtype });
    const size = shape.reduce((product, axis) => product * axis, 1);
    if (to - from !== 4 * size || to > data.length) throw new WeightsError({ reason: 'format' });
    const values = Float64Array.from({ length: size }, (_, i) =>
      view.getFloat32(from + 4 * i, true),
    );
    if (!values.every(Number.isFinite)) throw new WeightsError({ reason: 'number', tensor });
    return [tensor, values] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Writes weights as float32, so that `load_state_dict(safetensors.torch.load_file(…))` takes them.
 * `remarks` stand in the file's metadata: where the weights come from.
 */
export function writeSafetensors(
  weights: ParameterValues,
  remarks: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const shapes = parameterShapes();
  const header: Record<string, unknown> = { __metadata__: { format: 'pt', ...remarks } };
  let end = 0;
  for (const [name, shape] of shapes) {
    const from = end;
    end += 4 * weights[name].length;
    header[name] = { dtype: 'F32', shape, data_offsets: [from, end] };
  }
  // The header is padded with spaces, so that the floats after it stand at a multiple of eight.
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const bytes = new Uint8Array(lengthBytes + text.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, lengthBytes);
  let at = lengthBytes + text.length;
  for (const name of shapes.keys()) {
    for (const value of weights[name]) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}
