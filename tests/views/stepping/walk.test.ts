import { describe, expect, test } from 'vitest';
import { layerSteps, stepShowing } from '$lib/views/stepping/steps';
import { endOf, neighbour, nextLargest, nextZero } from '$lib/views/stepping/walk';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { explain, formatRef, parseRef } from '$lib/nn';

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
