import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FormatError,
  longestHeader,
  mostEntries,
  parseSafetensors,
} from '$lib/formats/safetensors';

const encode = (text: string) => new TextEncoder().encode(text);

/** A file with this header, as text or as what it says, and so many bytes of data. */
function fileOf(header: unknown, dataBytes = 0, announced?: bigint): Uint8Array {
  const text = encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, announced ?? BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

const f32 = (shape: readonly number[], from: number, to: number) => ({
  dtype: 'F32',
  shape,
  data_offsets: [from, to],
});

function problemOf(bytes: Uint8Array) {
  try {
    parseSafetensors(bytes);
  } catch (error) {
    return error instanceof FormatError ? error.problem : error;
  }
}

const two = { a: f32([2], 0, 8), b: f32([3], 8, 20) };
const whole = fileOf(two, 20);

describe('what the format allows', () => {
  test.each([
    ['two tensors', whole],
    ['in another order than their bytes', fileOf({ b: two.b, a: two.a }, 20)],
    ['a header padded with spaces', fileOf(`${JSON.stringify(two)}      `, 20)],
    ['no tensor at all', fileOf({})],
    ['remarks', fileOf({ __metadata__: { format: 'pt', by: '学生' }, ...two }, 20)],
    ['remarks of two megabytes', fileOf({ __metadata__: { log: 'x'.repeat(2e6) }, ...two }, 20)],
    ['a remark that looks like JSON', fileOf({ __metadata__: { a: '{"a":1,"a":"\\"' } })],
    ['an empty tensor at the end', fileOf({ ...two, c: f32([0, 5], 20, 20) }, 20)],
    ['an empty tensor between two', fileOf({ ...two, c: f32([0], 8, 8) }, 20)],
    ['a single number without axes', fileOf({ a: f32([], 0, 4) }, 4)],
    ['bfloat16', fileOf({ a: { dtype: 'BF16', shape: [3], data_offsets: [0, 6] } }, 6)],
    ['four bits a number', fileOf({ a: { dtype: 'F4', shape: [6], data_offsets: [0, 3] } }, 3)],
    ['a type of the future', fileOf({ a: { dtype: 'X9', shape: [2], data_offsets: [0, 5] } }, 5)],
    [
      'tensors named as every object’s own',
      fileOf(
        '{"__proto__":' +
          JSON.stringify(f32([1], 0, 4)) +
          ',"constructor":' +
          JSON.stringify(f32([1], 4, 8)) +
          '}',
        8,
      ),
    ],
    ['the same name in two objects', fileOf({ __metadata__: { a: '1', b: '2' }, ...two }, 20)],
  ])('%s', (_name, bytes) => {
    expect(problemOf(bytes)).toBeUndefined();
  });
});

describe('what it forbids', () => {
  const size = (tensor: string) => ({ reason: 'size', tensor });
  test.each([
    ['nothing', new Uint8Array(), { reason: 'format' }],
    ['eight bytes', new Uint8Array(8), { reason: 'format' }],
    ['a PNG', Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13), { reason: 'format' }],
    ['a header that begins with a space', fileOf(' {}'), { reason: 'format' }],
    ['a header that is a list', fileOf('[]'), { reason: 'format' }],
    ['a header that is no JSON', fileOf('{nothing}'), { reason: 'format' }],
    ['a header that ends too soon', fileOf('{"a":'), { reason: 'format' }],
    ['a header followed by more', fileOf('{}{}'), { reason: 'format' }],
    [
      'a header that is no UTF-8',
      fileOf('{"a":1}').map((byte) => (byte === 0x61 ? 0xff : byte)),
      { reason: 'format' },
    ],
    ['a tensor that is null', fileOf({ a: null }), { reason: 'format' }],
    [
      'a tensor without a shape',
      fileOf({ a: { dtype: 'F32', data_offsets: [0, 0] } }),
      { reason: 'format' },
    ],
    ['a negative offset', fileOf({ a: f32([1], -4, 0) }), { reason: 'format' }],
    ['half an offset', fileOf({ a: f32([1], 0.5, 4.5) }, 8), { reason: 'format' }],
    [
      'an offset of 1e300',
      fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,1e300]}}'),
      { reason: 'format' },
    ],
    ['a negative axis', fileOf({ a: f32([-1], 0, 0) }), { reason: 'format' }],
    ['remarks that are no text', fileOf({ __metadata__: { epoch: 3 } }), { reason: 'format' }],
    ['remarks that are a list', fileOf({ __metadata__: ['a'] }), { reason: 'format' }],
    [
      'a header longer than is read',
      fileOf('{}', 0, BigInt(longestHeader) + 1n),
      { reason: 'header', bytes: longestHeader + 1 },
    ],
    ['a header of 2^63 bytes', fileOf('{}', 0, 2n ** 63n), { reason: 'header', bytes: 2 ** 63 }],
    ['a header cut short', fileOf('{}', 0, 1000n), { reason: 'short', bytes: 10, expected: 1008 }],
    [
      'data cut short',
      whole.subarray(0, -1),
      { reason: 'short', bytes: whole.length - 1, expected: whole.length },
    ],
    [
      'lists in lists',
      fileOf('{"a":' + '['.repeat(1e6) + ']'.repeat(1e6) + '}'),
      { reason: 'format' },
    ],
    ['a string that never ends', fileOf('{"a'), { reason: 'format' }],
    ['a name with an escape that is none', fileOf(String.raw`{"\q":1}`), { reason: 'format' }],
    [
      'a tensor with endless axes',
      fileOf({ a: f32(new Array<number>(mostEntries + 2).fill(1), 0, 4) }, 4),
      { reason: 'entries' },
    ],
    [
      'endless remarks',
      fileOf({
        __metadata__: Object.fromEntries(
          Array.from({ length: mostEntries + 2 }, (_, i) => [i, '']),
        ),
      }),
      { reason: 'entries' },
    ],
    [
      'a name twice',
      fileOf('{"a":' + JSON.stringify(two.a) + ',"a":' + JSON.stringify(two.a) + '}', 8),
      { reason: 'repeated', name: 'a' },
    ],
    [
      'a name twice, once in other letters',
      fileOf(String.raw`{"__metadata__":{"a":"1","\u0061" : "2"}}`),
      { reason: 'repeated', name: 'a' },
    ],
    [
      'a shape given twice',
      fileOf('{"a":{"dtype":"F32","shape":[2],"shape":[1],"data_offsets":[0,4]}}', 4),
      { reason: 'repeated', name: 'shape' },
    ],
    ['offsets that do not fit the shape', fileOf({ a: f32([3], 0, 8) }, 8), size('a')],
    ['offsets the wrong way round', fileOf({ a: f32([1], 4, 0) }, 4), size('a')],
    [
      'a shape whose product is beyond all numbers',
      fileOf({ a: f32([2 ** 52, 2 ** 52, 2 ** 52], 0, 8) }, 8),
      size('a'),
    ],
    [
      'two tensors in the same bytes',
      fileOf({ a: f32([2], 0, 8), b: f32([2], 0, 8) }, 8),
      { reason: 'overlap', tensor: 'b' },
    ],
    [
      'two tensors that overlap by four bytes',
      fileOf({ a: f32([2], 0, 8), b: f32([2], 4, 12) }, 12),
      { reason: 'overlap', tensor: 'b' },
    ],
    [
      'a gap at the start',
      fileOf({ a: f32([2], 4, 12) }, 12),
      { reason: 'gap', tensor: 'a', bytes: 4 },
    ],
    [
      'a gap between two',
      fileOf({ a: f32([2], 0, 8), b: f32([1], 12, 16) }, 16),
      { reason: 'gap', tensor: 'b', bytes: 4 },
    ],
    ['trailing bytes', fileOf(two, 27), { reason: 'gap', bytes: 7 }],
    ['bytes without a tensor', fileOf({}, 1), { reason: 'gap', bytes: 1 }],
  ])('%s', (_name, bytes, problem) => {
    expect(problemOf(bytes)).toEqual(problem);
  });
});

test('whatever the bytes are, they are read or refused for one of the reasons', () => {
  const offset = fc.integer({ min: -1, max: 24 });
  const stored = fc.record({
    dtype: fc.constantFrom('F32', 'F16', 'U8', 'F6_E2M3', 'toString'),
    shape: fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 3 }),
    data_offsets: fc.tuple(offset, offset),
  });
  const header = fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(stored, fc.jsonValue()));
  fc.assert(
    fc.property(header, fc.nat(30), (said, bytes) => {
      const problem = problemOf(fileOf(said, bytes));
      expect(problem === undefined || !(problem instanceof Error)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('tensors laid end to end in any order are read with the bytes that are theirs', () => {
  const sizes = fc.array(fc.nat(5), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.nat()), (lengths, keys) => {
      let at = 0;
      const tensors = lengths.map((length, i) => {
        const from = at;
        at += length;
        return [`t${i}`, { dtype: 'U8', shape: [length], data_offsets: [from, at] }] as const;
      });
      const shuffled = tensors
        .map((tensor) => ({ tensor, key: keys.next().value }))
        .sort((one, other) => one.key - other.key)
        .map(({ tensor }) => tensor);
      const bytes = fileOf(Object.fromEntries(shuffled), at);
      bytes.set(
        Array.from({ length: at }, (_, i) => i),
        bytes.length - at,
      );
      const { tensors: read } = parseSafetensors(bytes);
      expect(tensors.flatMap(([name]) => [...(read.get(name)?.bytes ?? [])])).toEqual(
        Array.from({ length: at }, (_, i) => i),
      );
    }),
  );
});
