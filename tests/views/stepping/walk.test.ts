import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerSteps, stepShowing } from '$lib/views/stepping/steps';
import {
  endOf,
  largestOf,
  leadingOf,
  neighbour,
  nextLargest,
  nextZero,
} from '$lib/views/stepping/walk';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { explain, formatRef, indexAt, offsetOf, parseRef, type Ref, type Trace } from '$lib/nn';
import { outputPlace } from '$lib/nn/trace/place';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));
const steps = layerSteps(trace);
const stepOf = (tensor: string) => steps[stepShowing(steps, tensor)];
const name = (ref: ReturnType<typeof parseRef>) => ref && formatRef(ref);

describe('neighbour', () => {
  test.each([
    ['c3.output[7,2,4]', 'element', 1, 'c3.output[7,2,5]'],
    ['c3.output[7,2,9]', 'element', 1, 'c3.output[7,3,0]'],
    ['c3.output[7,0,0]', 'element', -1, 'c3.output[6,9,9]'],
    ['c3.output[7,2,4]', 'channel', 1, 'c3.output[8,2,4]'],
    ['c5.output[37]', 'channel', -1, 'c5.output[36]'],
    ['c3.output[15,9,9]', 'element', 1, undefined],
    ['c3.output[15,2,4]', 'channel', 1, undefined],
    ['c3.weight.grad[15,5,4,4]', 'element', 1, 'c3.bias.grad[0]'],
    ['c3.bias.grad[0]', 'channel', -1, 'c3.weight.grad[15,5,4,4]'],
    ['s2.output.grad[5,13,13]', 'element', 1, undefined],
  ] as const)('%s by %s %i → %s', (from, grain, by, to) => {
    const ref = parseRef(from)!;
    expect(name(neighbour(trace, stepOf(ref.tensor), ref, grain, by))).toBe(to);
  });

  test('from what the step only reads to the first number that it makes', () => {
    const from = parseRef('s2.output[0,0,0]')!;
    expect(name(neighbour(trace, stepOf('c3.output'), from, 'element', 1))).toBe(
      'c3.output[0,0,0]',
    );
  });
});

test('endOf is the first number going on and the last going back', () => {
  expect(name(endOf(trace, ['c1.output', 'c3.output'], 1))).toBe('c1.output[0,0,0]');
  expect(name(endOf(trace, ['c1.output', 'c3.output'], -1))).toBe('c3.output[15,9,9]');
  expect(endOf(trace, [], 1)).toBeUndefined();
});

test('nextLargest goes down by size and begins again', () => {
  const sizes = [];
  let ref = nextLargest(trace, parseRef('c3.output[0,0,0]')!, 5);
  for (let i = 0; i < 5; i += 1) {
    sizes.push(Math.abs(explain(trace, ref).value));
    ref = nextLargest(trace, ref, 5);
  }
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(Math.abs(explain(trace, ref).value)).toBe(sizes[0]);
});

test('nextZero finds what ReLU stopped, and none among sums', () => {
  const zero = nextZero(trace, parseRef('c3.activation[0,0,0]')!)!;
  expect(explain(trace, zero)).toMatchObject({ value: 0, rule: { kind: 'gate', open: false } });
  expect(nextZero(trace, parseRef('c5.output[0]')!)).toBeUndefined();
});

describe('over every number of a small tensor', () => {
  const shape = [2, 2, 3];
  /** A trace of one layer’s output, and after it a tensor of one number. */
  const traceOf = (values: readonly number[]): Trace => ({
    steps: [],
    places: new Map([
      ['x.output', outputPlace('x')],
      ['y.output', outputPlace('y')],
    ]),
    parameters: [],
    tensors: new Map([
      ['x.output', { shape: [1, ...shape], data: Float64Array.from(values) }],
      ['y.output', { shape: [1, 1], data: Float64Array.of(1) }],
    ]),
  });
  const number = fc.constantFrom(0, -0, 1, -1, 2, -3, NaN, Infinity, -Infinity);
  const numbers = fc.array(number, { minLength: 12, maxLength: 12 });
  const place = fc.nat(11);
  const refAt = (offset: number): Ref => ({ tensor: 'x.output', index: indexAt(shape, offset) });
  const offset = ({ index }: Ref) => offsetOf(shape, index);
  const size = (value: number) => (Number.isNaN(value) ? Infinity : Math.abs(value));

  /** Where as many steps lead, one after the other. */
  function follow(from: Ref, next: (ref: Ref) => Ref, steps: number): number[] {
    const seen = [];
    let ref = from;
    for (let i = 0; i < steps; i += 1) {
      ref = next(ref);
      seen.push(offset(ref));
    }
    return seen;
  }

  test('nextZero visits every zero once, in reading order, before the first again', () => {
    fc.assert(
      fc.property(numbers, place, (values, from) => {
        const small = traceOf(values);
        const zeros = Array.from(values.keys()).filter((i) => values[i] === 0);
        if (zeros.length === 0) {
          expect(nextZero(small, refAt(from))).toBeUndefined();
          return;
        }
        const after = [...zeros.filter((i) => i > from), ...zeros.filter((i) => i <= from)];
        const step = (ref: Ref) => nextZero(small, ref)!;
        expect(follow(refAt(from), step, zeros.length)).toEqual(after);
      }),
    );
  });

  test('nextZero of the only zero is itself', () => {
    const small = traceOf([1, 2, 3, 4, 5, 0, 7, 8, 9, 10, 11, 12]);
    expect(nextZero(small, refAt(5))).toEqual(refAt(5));
  });

  test('nextLargest visits the largest once each, by size, before the first again', () => {
    fc.assert(
      fc.property(numbers, place, fc.integer({ min: 1, max: 14 }), (values, from, many) => {
        const small = traceOf(values);
        const count = Math.min(many, 12);
        const ranked = Array.from(values.keys())
          .sort((a, b) =>
            size(values[b]) > size(values[a]) ? 1 : size(values[b]) < size(values[a]) ? -1 : a - b,
          )
          .slice(0, count);
        const at = ranked.indexOf(from) + 1;
        const expected = [...ranked.slice(at), ...ranked.slice(0, at)];
        expect(follow(refAt(from), (ref) => nextLargest(small, ref, many), count)).toEqual(
          expected,
        );
        expect(offset(largestOf(small, 'x.output'))).toBe(ranked[0]);
      }),
    );
  });

  test('by elements, on and back visit every number that the step makes once', () => {
    const small = traceOf(new Array<number>(12).fill(1));
    const step = { ...stepOf('c1.output'), writes: ['x.output', 'y.output'] };
    const names = Array.from({ length: 12 }, (_, i) => formatRef(refAt(i))).concat('y.output[0]');
    for (const by of [1, -1] as const) {
      const seen = [];
      let ref = endOf(small, step.writes, by);
      while (ref) {
        seen.push(formatRef(ref));
        ref = neighbour(small, step, ref, 'element', by);
      }
      expect(by === 1 ? seen : seen.reverse()).toEqual(names);
    }
  });

  test('by channels, the place stays, and back undoes on', () => {
    const small = traceOf(new Array<number>(12).fill(1));
    const step = { ...stepOf('c1.output'), writes: ['x.output'] };
    for (let i = 0; i < 6; i += 1) {
      const next = neighbour(small, step, refAt(i), 'channel', 1)!;
      expect(next.index).toEqual([1, ...refAt(i).index.slice(1)]);
      expect(neighbour(small, step, next, 'channel', -1)).toEqual(refAt(i));
      expect(neighbour(small, step, next, 'channel', 1)).toBeUndefined();
    }
  });
});

describe('a number that leads somewhere', () => {
  const value = (ref: Ref, tensor = ref.tensor) =>
    trace.tensors.get(tensor)!.data[offsetOf(trace.tensors.get(tensor)!.shape.slice(1), ref.index)];

  test.each(['c1.output', 'c1.activation', 's2.output', 'c3.output', 's4.output', 'c5.output'])(
    'of %s one with a gradient, the farthest from zero of those',
    (tensor) => {
      const ref = leadingOf(trace, tensor);
      const gradients = trace.tensors.get(`${tensor}.grad`)!.data;
      expect(value(ref, `${tensor}.grad`)).not.toBe(0);
      const { data } = trace.tensors.get(tensor)!;
      const sizes = Array.from(data)
        .filter((_, i) => gradients[i] !== 0)
        .map(Math.abs);
      expect(Math.abs(value(ref))).toBe(Math.max(...sizes));
    },
  );

  test.each(['input', 'loss', 'c3.weight.grad', 'probabilities'])(
    'of %s, which has no gradient here, the farthest from zero',
    (tensor) => expect(leadingOf(trace, tensor)).toEqual(largestOf(trace, tensor)),
  );
});
