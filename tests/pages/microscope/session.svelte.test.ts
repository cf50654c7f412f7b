import { expect, test } from 'vitest';
import { Session } from '$lib/pages/microscope/session.svelte';
import type { RuleName } from '$lib/views/stepping/update-rule';
import { freshNetwork } from '$lib/views/sample/trace-digit';

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
const begin = (lr: number, updates = 0, rule: RuleName = 'sgd') =>
  new Session(
    { digit: { pixels, label: 1 }, network: () => freshNetwork(0), rule, lr, updates },
    0,
  );
const losses = ({ moments }: Session) => moments.map(({ loss }) => loss);

test('update after update the loss on the digit falls', () => {
  const session = begin(0.01);
  session.again(5);
  expect(session.updates).toBe(5);
  expect(losses(session)).toEqual([...losses(session)].sort((a, b) => b - a));
});

test('the microscope looks at the next update: its trace begins with the moved weights', () => {
  const session = begin(0.01);
  const { updated } = session.microscope.trace;
  session.again(1);
  expect(session.microscope.trace.tensors.get('c3.weight')).toEqual(updated['c3.weight']);
});

test('a link with a number of updates leads to the same numbers', () => {
  const session = begin(0.05);
  session.again(7);
  expect(losses(begin(0.05, 7))).toEqual(losses(session));
});

test('another learning rate replays as many updates from the beginning', () => {
  const session = begin(0.01, 3);
  const before = losses(session);
  session.begin({ lr: 0.1, updates: session.updates });
  expect(losses(session)).toHaveLength(4);
  expect(losses(session)[0]).toBe(before[0]);
  expect(losses(session)[3]).toBeLessThan(before[3]);
  expect(losses(session)).toEqual(losses(begin(0.1, 3)));
});

test('reset goes back to the weights before the first update', () => {
  const session = begin(0.05, 4);
  session.begin({ updates: 0 });
  expect(losses(session)).toEqual(losses(begin(0.05)));
});

test('another weight is followed from before the first update', () => {
  const session = begin(0.05, 4);
  session.follow({ tensor: 'output.bias', index: [1] });
  const way = session.moments.map(({ followed }) => followed);
  expect(way).toHaveLength(5);
  expect(way[4]).toBeGreaterThan(way[0]);
});

test('the network classifies another image as it is by now', () => {
  const session = begin(0.05);
  const { tensors } = session.microscope.trace;
  expect(session.classify(pixels)).toEqual(tensors.get('probabilities')?.data);
  const before = session.classify(pixels)[1];
  session.again(3);
  expect(session.classify(pixels)[1]).toBeGreaterThan(before);
});

test.each([
  ['momentum', 'c3.weight.momentumBuffer'],
  ['adam', 'c3.weight.expAvgSq'],
] as const)(
  'by %s, an update shows what it remembers: %s and what that was before',
  (rule, name) => {
    const session = begin(0.001, 2, rule);
    const { trace } = session.microscope;
    expect(losses(session)[2]).toBeLessThan(losses(session)[0]);
    expect(trace.tensors.has(name)).toBe(true);
    expect(trace.tensors.has(`${name}.before`)).toBe(true);
    session.microscope.goTo(session.microscope.writers.get(name)!);
    expect(session.microscope.opened.tensor).toMatch(/\.updated$/);
  },
);
