import type { ParameterValues } from '$lib/kernels/contract';
import { borders, type Border } from './border';
import {
  FormatError,
  parseSafetensors,
  type FormatProblem,
  type StoredFile,
} from '$lib/formats/safetensors';
import { fromHalf, toHalf } from '$lib/formats/half-float';
import { matchTensors } from './match-tensors';
import type { Network } from '$lib/network';
import { parameterShapes } from './weights';

/** Why a file of weights was refused; the page words it. */
export type WeightsProblem =
  | FormatProblem
  /** A tensor of another network: its shape in the file, if it is there, and in the network, if that has it. */
  | {
      readonly reason: 'network';
      readonly tensor: string;
      readonly found?: readonly number[];
      readonly wanted?: readonly number[];
    }
  /** A file that `torch.save` wrote. */
  | { readonly reason: 'pth' }
  /** Numbers of a type that is none of floating-point numbers. */
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

/** LeNet-5's weights from a file. */
export interface WeightsFile {
  /** By PyTorch's names. */
  readonly weights: ParameterValues;
  /** The border that they were trained with; undefined where only whoever trained them knows. */
  readonly border: Border | undefined;
  /** The tensors of the file that this network does not have, by their names. */
  readonly ignored: readonly string[];
  /** The types of numbers that were converted to float32's, by the format's names. */
  readonly converted: readonly string[];
}

/** A type of numbers: how many bytes one takes, and how it is read and written, little-endian. */
interface NumberType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
}

/** A type that is written too. */
interface WrittenType extends NumberType {
  readonly write: (view: DataView, at: number, value: number) => void;
}

const float32: WrittenType = {
  bytes: 4,
  read: (view, at) => view.getFloat32(at, true),
  write: (view, at, value) => view.setFloat32(at, value, true),
};
const float16: WrittenType = {
  bytes: 2,
  read: (view, at) => fromHalf(view.getUint16(at, true)),
  write: (view, at, value) => view.setUint16(at, toHalf(value), true),
};

const float64: NumberType = {
  bytes: 8,
  read: (view, at) => Math.fround(view.getFloat64(at, true)),
};

/** The upper half of a float32. */
function fromBfloat16(bits: number): number {
  const four = new DataView(new ArrayBuffer(4));
  four.setUint16(0, bits);
  return four.getFloat32(0);
}
const bfloat16: NumberType = {
  bytes: 2,
  read: (view, at) => fromBfloat16(view.getUint16(at, true)),
};

/** The types of numbers that are read, by the format's names. */
const numberTypes: ReadonlyMap<string, NumberType> = new Map([
  ['F32', float32],
  ['F16', float16],
  ['BF16', bfloat16],
  ['F64', float64],
]);

/**
 * Reads a network's weights, LeNet-5's if not given, from a safetensors file: by PyTorch's names or,
 * where its author has others, by their shapes. Throws a `WeightsError`.
 */
export function readSafetensors(bytes: Uint8Array, network?: Network): WeightsFile {
  const file = storedFile(bytes);
  const matched = matchTensors(file.tensors, fileShapes(network));
  if ('reason' in matched) throw new WeightsError(matched);
  const types = new Set([...matched.tensors.values()].map(({ dtype }) => dtype));
  const entries = [...matched.tensors].map(([name, { tensor, dtype, bytes: data }]) => {
    const type = numberTypes.get(dtype);
    if (!type) throw new WeightsError({ reason: 'type', tensor, type: dtype });
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const values = Float64Array.from({ length: data.length / type.bytes }, (_, i) =>
      type.read(view, type.bytes * i),
    );
    if (!values.every(Number.isFinite)) throw new WeightsError({ reason: 'number', tensor });
    return [ourName(name), values] as const;
  });
  return {
    weights: Object.fromEntries(entries),
    border: borderOf(file),
    ignored: matched.ignored,
    converted: [...types].filter((type) => type !== 'F32'),
  };
}

/** What the writer of a safetensors file has said besides its tensors. Throws a `WeightsError`. */
export function remarksOf(bytes: Uint8Array): StoredFile['remarks'] {
  return storedFile(bytes).remarks;
}

/**
 * The border that a file names. One of this page's own that names none is from the time before its
 * network read 32 × 32; it is known by the order of its tensors, the network's, where PyTorch's own
 * writer sorts them by name.
 */
function borderOf({ tensors, remarks }: StoredFile): Border | undefined {
  const named = borders.find((border) => border === remarks.border);
  const isOurs = remarks.format === 'pt' && [...tensors.keys()].join() === ourOrder();
  return named ?? (isOurs ? 'zeros' : undefined);
}

const statistics = { runningMean: 'running_mean', runningVar: 'running_var' } as const;

/** The names and shapes of a network's tensors as PyTorch's files have them, in order. */
function fileShapes(network?: Network): Map<string, readonly number[]> {
  const theirs = (name: string) =>
    Object.entries(statistics).reduce(
      (text, [ours, file]) => (text.endsWith(`.${ours}`) ? text.replace(ours, file) : text),
      name,
    );
  return new Map([...parameterShapes(network)].map(([name, shape]) => [theirs(name), shape]));
}

/** The name that this page gives a tensor of a file. */
const ourName = (name: string) =>
  Object.entries(statistics).reduce((text, [ours, file]) => text.replace(file, ours), name);

const ourOrder = () => [...parameterShapes().keys()].join();

const lengthBytes = 8;

/** How files of `torch.save` begin: as a ZIP archive, or, before 1.6, as a pickle. */
const torchBeginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x80, 0x02],
];

function storedFile(bytes: Uint8Array): StoredFile {
  const isTorch = torchBeginnings.some((beginning) =>
    beginning.every((byte, at) => bytes[at] === byte),
  );
  // A header of 640 bytes begins like a pickle, and has its brace.
  if (isTorch && bytes[lengthBytes] !== 0x7b) {
    throw new WeightsError({ reason: 'pth' });
  }
  try {
    return parseSafetensors(bytes);
  } catch (error) {
    if (error instanceof FormatError) throw new WeightsError(error.problem);
    throw error;
  }
}

/**
 * Writes weights as float32, or rounded to float16, so that
 * `load_state_dict(safetensors.torch.load_file(…))` takes them. The border that they were trained with and
 * `remarks` stand in the file's metadata.
 */
export function writeSafetensors(
  {
    weights,
    border = 'background',
  }: Pick<WeightsFile, 'weights'> & Partial<Pick<WeightsFile, 'border'>>,
  remarks: Readonly<Record<string, string>> = {},
  dtype: 'F32' | 'F16' = 'F32',
  network?: Network,
): Uint8Array<ArrayBuffer> {
  const shapes = fileShapes(network);
  const type = dtype === 'F32' ? float32 : float16;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt', border, ...remarks } };
  let end = 0;
  for (const [name, shape] of shapes) {
    const from = end;
    end += type.bytes * weights[ourName(name)].length;
    header[name] = { dtype, shape, data_offsets: [from, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  // Spaces follow the header, so that the floats after it stand at a multiple of eight bytes.
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(lengthBytes + headerBytes + end).fill(
    0x20,
    0,
    lengthBytes + headerBytes,
  );
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(json, lengthBytes);
  let at = lengthBytes + headerBytes;
  for (const name of shapes.keys()) {
    for (const value of weights[ourName(name)]) {
      type.write(view, at, value);
      at += type.bytes;
    }
  }
  return bytes;
}
