import { expect, test } from 'vitest';
import { jumpsOf, jumpTarget, type Jump } from '$lib/views/stepping/jumps';
import { layerSteps, stepShowing } from '$lib/views/stepping/steps';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { explain, formatRef, parseRef } from '$lib/nn';

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
  expect(jumpsOf(steps[4])).toEqual(['largest', 'gradient', 'stopped', 'winner']);
  expect(jumpsOf(steps[20])).toEqual(['largest', 'stopped', 'winner']);
  expect(jumpsOf(steps.at(-1)!)).toEqual([]);
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
