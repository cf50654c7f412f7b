import { describe, expect, test } from 'vitest';
import { jumpsOf, jumpTarget, type Jump } from '$lib/views/stepping/jumps';
import { layerSteps, stepShowing } from '$lib/views/stepping/steps';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { explain, formatRef, parseRef, type Trace } from '$lib/nn';
import { outputPlace } from '$lib/nn/trace/place';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));
const steps = layerSteps(trace);

function jump(from: string, to: Jump) {
  const ref = parseRef(from)!;
  const target = jumpTarget(trace, steps, stepShowing(steps, ref.tensor), ref, to);
  if (!target) throw new Error(`expected a number, got none`);
  return explain(trace, target);
}

test('every step offers the kinds of numbers that matter; the last one, which opens none, nothing', () => {
  expect(jumpsOf(steps[4], steps)).toEqual(['largest', 'gradient', 'stopped', 'winner']);
  expect(jumpsOf(steps[20], steps)).toEqual(['largest', 'stopped', 'winner']);
  expect(jumpsOf(steps.at(-1)!, steps)).toEqual([]);
});

test.each([
  ['c3.output[7,2,4]', 'stopped', 'c3.activation'],
  ['c3.output[7,2,4]', 'winner', 's4.output'],
  ['c3.output[7,2,4]', 'gradient', 'output.output.grad'],
  ['c3.weight.grad[7,1,3,1]', 'stopped', 'c1.output.grad'],
  ['c1.weight.updated[0,0,0,0]', 'gradient', 'output.output.grad'],
] as const)('from %s, “%s” leads on to %s', (from, to, tensor) => {
  expect(jump(from, to).ref.tensor).toBe(tensor);
});

test('one that ReLU stopped is zero and its gate shut', () => {
  const { value, rule } = jump('c3.output[7,2,4]', 'stopped');
  expect(value).toBe(0);
  expect(rule).toMatchObject({ kind: 'gate', open: false });
});

test('at a maximum, the jump leads to the number that won', () => {
  const { rule } = explain(trace, parseRef('s2.output[1,5,5]')!);
  const { ref } = jump('s2.output[1,5,5]', 'winner');
  expect(rule.kind === 'maximum' && formatRef(rule.winner.ref)).toBe(formatRef(ref));
});

test('pressed again and again, the jump moves on: every gradient it shows is another one', () => {
  let ref = jump('c3.output[7,2,4]', 'gradient').ref;
  const seen = new Set<string>();
  for (let i = 0; i < 10; i += 1) {
    seen.add(formatRef(ref));
    ref = jump(formatRef(ref), 'gradient').ref;
  }
  expect(seen.size).toBe(10);
});

test('pressed again and again, the jump to stopped numbers moves on', () => {
  const seen = new Set<string>();
  let name = 'c3.output[7,2,4]';
  for (let i = 0; i < 20; i += 1) {
    name = formatRef(jump(name, 'stopped').ref);
    seen.add(name);
  }
  expect(seen.size).toBe(20);
});

describe('in a network whose only such layer is its first', () => {
  /** Three steps, of which only the first makes what is jumped to. */
  const stepsOf = (
    kind: (typeof steps)[number]['kind'],
    phase: 'forward' | 'backward' = 'forward',
  ) =>
    ['a', 'b', 'c'].map((layer, at) => ({
      ...steps[1],
      layer,
      phase: at === 0 ? phase : ('forward' as const),
      kind: at === 0 ? kind : ('linear' as const),
      writes: [`${layer}.output`],
    }));
  const small = (a: readonly number[]): Trace => ({
    steps: [],
    places: new Map(['a', 'b', 'c'].map((layer) => [`${layer}.output`, outputPlace(layer)])),
    parameters: [],
    tensors: new Map(
      [a, [1, 2], [3, 4]].map((values, at) => [
        `${'abc'[at]}.output`,
        { shape: [1, 2], data: Float64Array.from(values) },
      ]),
    ),
  });

  test.each([
    ['stopped', 'relu', 'forward', 'a.output[0]'],
    ['winner', 'maxPool2d', 'forward', 'a.output[1]'],
    ['gradient', 'linear', 'backward', 'a.output[1]'],
  ] as const)('“%s” comes round to it from every later step', (to, kind, phase, target) => {
    const three = stepsOf(kind, phase);
    for (const position of [1, 2]) {
      const opened = { tensor: three[position].writes[0], index: [0] };
      const found = jumpTarget(small([0, 5]), three, position, opened, to);
      expect(found && formatRef(found)).toBe(target);
    }
  });

  test('a layer that stopped nothing is passed over; where nothing was stopped, nowhere', () => {
    const three = stepsOf('relu').map((step) => ({ ...step, kind: 'relu' as const }));
    const b = { tensor: 'b.output', index: [0] };
    expect(jumpTarget(small([0, 5]), three, 1, b, 'stopped')).toEqual({
      tensor: 'a.output',
      index: [0],
    });
    expect(jumpTarget(small([1, 5]), three, 1, b, 'stopped')).toBeUndefined();
  });
});
