import { fromHalf, toHalf } from '$lib/formats/half-float';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lenet5, manualSeed } from '$lib/nn';
import {
  parameterShapes,
  readSafetensors,
  WeightsError,
  weightsOf,
  writeSafetensors,
} from '$lib/training';

const weights = weightsOf(lenet5(manualSeed(5)));
const file = writeSafetensors({ weights });

interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}
type Header = Record<string, Entry>;

/** The file with its header changed. */
function withHeader(change: (header: Header) => unknown): Uint8Array {
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Header;
  const text = new TextEncoder().encode(JSON.stringify(change(header) ?? header));
  const bytes = new Uint8Array(8 + text.length + file.length - 8 - length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(file.subarray(8 + length), 8 + text.length);
  return bytes;
}

const withRemarks = (remarks: Record<string, string>) =>
  withHeader(({ __metadata__: _, ...tensors }) => ({ __metadata__: remarks, ...tensors }));

/** As `safetensors.torch.save_file(…, metadata={'format': 'pt'})` orders them. */
const sortedByName = () =>
  withHeader(({ __metadata__: _, ...tensors }) => ({
    __metadata__: { format: 'pt' },
    ...Object.fromEntries(Object.entries(tensors).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }));

function problemOf(bytes: Uint8Array) {
  try {
    readSafetensors(bytes);
  } catch (error) {
    return error instanceof WeightsError ? error.problem : error;
  }
}

describe('safetensors', () => {
  it('what was written reads back, to the bit', () => {
    expect(readSafetensors(file)).toMatchObject({ weights, border: 'background' });
  });

  it('the tensors stand at multiples of eight bytes', () => {
    expect(Number(new DataView(file.buffer).getBigUint64(0, true)) % 8).toBe(0);
  });

  it('reads from a view that does not start at the beginning of its buffer', () => {
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(readSafetensors(shifted.subarray(3)).weights).toEqual(weights);
  });

  it('tensors in another order, without remarks', () => {
    const reversed = withHeader(({ __metadata__: _, ...tensors }) =>
      Object.fromEntries(Object.entries(tensors).reverse()),
    );
    expect(readSafetensors(reversed)).toMatchObject({ weights, border: undefined });
  });

  it.each([
    ['ours, which names it', file, 'background'],
    ['ours from before, which names none', withRemarks({ format: 'pt' }), 'zeros'],
    [
      'ours from before, with a command',
      withRemarks({ format: 'pt', command: 'npm run weights', seed: '0' }),
      'zeros',
    ],
    ['one that names zeros', withRemarks({ format: 'pt', border: 'zeros' }), 'zeros'],
    ['one that names what we do not know', withRemarks({ border: 'mirror' }), undefined],
    ['without remarks', withHeader(({ __metadata__: _, ...tensors }) => tensors), undefined],
    ['PyTorch’s, sorted by name', sortedByName(), undefined],
  ])('a file, %s: its border is %s', (_name, bytes, border) => {
    expect(readSafetensors(bytes)).toEqual({ weights, border, ignored: [], converted: [] });
  });

  it.each([
    ['nothing', new Uint8Array(), 'format'],
    ['the data cut short', file.subarray(0, -1), 'short'],
    ['a tensor left out of the header', withHeader((h) => void delete h['fc3.bias']), 'gap'],
    [
      'two tensors in the same bytes',
      withHeader((h) => void (h['fc2.bias'].data_offsets = [...h['fc1.bias'].data_offsets])),
      'size',
    ],
  ])('%s breaks the format', (_name, bytes, reason) => {
    expect(problemOf(bytes)).toMatchObject({ reason });
  });

  it('remarks of megabytes, in any script, keep the floats at a multiple of eight bytes', () => {
    const long = writeSafetensors({ weights }, { log: 'x'.repeat(2_000_000), by: '学生' });
    expect(Number(new DataView(long.buffer).getBigUint64(0, true)) % 8).toBe(0);
    expect(readSafetensors(long).weights).toEqual(weights);
  });

  it('a tensor too many is named, also one that is named like a property of every object', () => {
    const extra = { dtype: 'F32', shape: [0], data_offsets: [0, 0] };
    for (const tensor of ['fc4.weight', 'toString']) {
      const bytes = withHeader((header) => ({ ...header, [tensor]: extra }));
      expect(readSafetensors(bytes)).toMatchObject({ weights, ignored: [tensor] });
    }
  });

  it('a file of torch.save, new and old', () => {
    for (const beginning of [
      [0x50, 0x4b, 3, 4],
      [0x80, 2, 0x8a],
    ]) {
      expect(problemOf(Uint8Array.from([...beginning, ...new Array<number>(20).fill(0)]))).toEqual({
        reason: 'pth',
      });
    }
  });

  it.each([
    ['F64', 8, (view: DataView, at: number, value: number) => view.setFloat64(at, value, true)],
    [
      'BF16',
      2,
      (view: DataView, at: number, value: number) => {
        const four = new DataView(new ArrayBuffer(4));
        four.setFloat32(0, value);
        view.setUint16(at, four.getUint16(0), true);
      },
    ],
  ] as const)('%s is converted, and it says so', (dtype, width, write) => {
    let end = 0;
    const header = Object.fromEntries(
      [...parameterShapes()].map(([name, shape]) => {
        const from = end;
        end += width * weights[name].length;
        return [name, { dtype, shape, data_offsets: [from, end] }];
      }),
    );
    const text = new TextEncoder().encode(JSON.stringify(header));
    const bytes = new Uint8Array(8 + text.length + end);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, BigInt(text.length), true);
    bytes.set(text, 8);
    let at = 8 + text.length;
    for (const name of parameterShapes().keys()) {
      for (const value of weights[name]) {
        write(view, at, value);
        at += width;
      }
    }
    const read = readSafetensors(bytes);
    expect(read.converted).toEqual([dtype]);
    const precision = dtype === 'F64' ? 2 ** -24 : 2 ** -7;
    const isNear = Object.entries(weights).map(([name, values]) =>
      values.every(
        (value, i) => Math.abs(read.weights[name][i] - value) <= precision * Math.abs(value),
      ),
    );
    expect(isNear).not.toContain(false);
  });

  it('a tensor is missing, or not there and an empty one of its name', () => {
    const empty = { dtype: 'F32', shape: [0], data_offsets: [0, 0] };
    const wanted = [6, 1, 5, 5];
    for (const [change, found] of [
      [{}, undefined],
      [{ 'conv1.weight': empty }, [0]],
    ] as const) {
      const bytes = withHeader(() => change).subarray(0, -4 * 61_706);
      expect(problemOf(bytes)).toEqual({
        reason: 'network',
        tensor: 'conv1.weight',
        found,
        wanted,
      });
    }
  });

  it('a tensor of another shape', () => {
    const bytes = withHeader((header) => void (header['fc1.weight'].shape = [400, 120]));
    expect(problemOf(bytes)).toEqual({
      reason: 'network',
      tensor: 'fc1.weight',
      found: [400, 120],
      wanted: [120, 400],
    });
  });

  it('float16: half the bytes, each weight the nearest of its numbers', () => {
    const half = writeSafetensors({ weights }, {}, 'F16');
    expect(half.length).toBeLessThan(130_000);
    const read = readSafetensors(half).weights;
    for (const [name, values] of Object.entries(weights)) {
      expect(read[name]).toEqual(Float64Array.from(values, (value) => fromHalf(toHalf(value))));
    }
  });

  it('whole numbers of as many bytes', () => {
    const bytes = withHeader((header) => void (header['fc1.bias'].dtype = 'I32'));
    expect(problemOf(bytes)).toEqual({ reason: 'type', tensor: 'fc1.bias', type: 'I32' });
  });

  it('a weight that is not a number', () => {
    const broken = { ...weights, 'fc2.bias': weights['fc2.bias'].with(3, NaN) };
    expect(problemOf(writeSafetensors({ weights: broken }))).toEqual({
      reason: 'number',
      tensor: 'fc2.bias',
    });
  });
});

const python = '/usr/bin/python3';
const hasTorch = (() => {
  try {
    return existsSync(python) && execFileSync(python, ['-c', 'import torch']).length === 0;
  } catch {
    return false;
  }
})();

describe.runIf(hasTorch)('PyTorch', () => {
  it('load_state_dict takes the file, and the weights are those of torch.manual_seed(5)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'safetensors-'));
    try {
      const path = join(folder, 'lenet5.safetensors');
      writeFileSync(path, file);
      const script = new URL('./load_safetensors.py', import.meta.url).pathname;
      expect(execFileSync(python, [script, path], { encoding: 'utf8' }).trim()).toBe('equal');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
