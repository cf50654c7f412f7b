import { lenet5Network } from '$lib/network';
import { expect, test } from 'vitest';
import { Descent } from '$lib/pages/microscope/descent.svelte';
import { mostUpdates } from '$lib/views/stepping/link';
import type { RuleName } from '$lib/views/stepping/update-rule';
import { freshNetwork } from '$lib/views/sample/trace-digit';

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
async function begin(lr: number, updates = 0, rule: RuleName = 'sgd', pause = async () => {}) {
  const digit = { pixels, label: 1 };
  const descent = await Descent.make(
    {
      digit,
      network: () => freshNetwork(0),
      normalize: 'usual',
      description: lenet5Network(),
      rule,
      lr,
    },
    { pause },
  );
  await descent.again(updates);
  return descent;
}
const losses = ({ moments }: Descent) => moments.map(({ loss }) => loss);

test('update after update the loss on the digit falls', async () => {
  const descent = await begin(0.01);
  await descent.again(5);
  expect(descent.updates).toBe(5);
  expect(losses(descent)).toEqual([...losses(descent)].sort((a, b) => b - a));
});

test('the microscope looks at the next update: its trace begins with the moved weights', async () => {
  const descent = await begin(0.01);
  const { updated } = descent.microscope.trace;
  await descent.again(1);
  expect(descent.microscope.trace.tensors.get('c3.weight')).toEqual(updated['c3.weight']);
});

test('a link with a number of updates leads to the same numbers', async () => {
  const descent = await begin(0.05);
  await descent.again(7);
  expect(losses(await begin(0.05, 7))).toEqual(losses(descent));
});

test('another learning rate replays as many updates from the beginning', async () => {
  const descent = await begin(0.01, 3);
  const before = losses(descent);
  await descent.change({ lr: 0.1 });
  expect(losses(descent)).toHaveLength(4);
  expect(losses(descent)[0]).toBe(before[0]);
  expect(losses(descent)[3]).toBeLessThan(before[3]);
  expect(losses(descent)).toEqual(losses(await begin(0.1, 3)));
});

test('reset goes back to the weights before the first update', async () => {
  const descent = await begin(0.05, 4);
  await descent.begin({}, 0);
  expect(losses(descent)).toEqual(losses(await begin(0.05)));
});

test('another weight is followed from before the first update', async () => {
  const descent = await begin(0.05, 4);
  await descent.follow({ tensor: 'output.bias', index: [1] });
  const way = descent.moments.map(({ followed }) => followed);
  expect(way).toHaveLength(5);
  expect(way[4]).toBeGreaterThan(way[0]);
});

test('the network classifies another image as it is by now', async () => {
  const descent = await begin(0.05);
  const { tensors } = descent.microscope.trace;
  expect(descent.classify(pixels)).toEqual(tensors.get('probabilities')?.data);
  const before = descent.classify(pixels)[1];
  await descent.again(3);
  expect(descent.classify(pixels)[1]).toBeGreaterThan(before);
});

test.each([
  ['momentum', 'c3.weight.momentumBuffer'],
  ['adam', 'c3.weight.expAvgSq'],
] as const)(
  'by %s, an update shows what it remembers: %s and what that was before',
  async (rule, name) => {
    const descent = await begin(0.001, 2, rule);
    const { trace } = descent.microscope;
    expect(losses(descent)[2]).toBeLessThan(losses(descent)[0]);
    expect(trace.tensors.has(name)).toBe(true);
    expect(trace.tensors.has(`${name}.before`)).toBe(true);
    descent.microscope.goTo(descent.microscope.writers.get(name)!);
    expect(descent.microscope.opened.tensor).toMatch(/\.updated$/);
  },
);

/** A pause that waits until it is let go. */
function gate() {
  const waiting: (() => void)[] = [];
  return {
    pause: () => new Promise<void>((resolve) => waiting.push(resolve)),
    /** Lets as many updates be made. */
    async pass(count: number) {
      for (let i = 0; i < count; i += 1) {
        waiting.shift()?.();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}

test('updates are made one a task, and the microscope follows when the last is made', async () => {
  const { pause, pass } = gate();
  const descent = await begin(0.01, 0, 'sgd', pause);
  const first = descent.microscope.trace;
  const done = descent.again(3);
  expect([descent.updates, descent.wanted, descent.isBusy]).toEqual([0, 3, true]);
  await pass(2);
  expect([descent.updates, descent.wanted, descent.isBusy]).toEqual([2, 3, true]);
  expect(descent.microscope.trace).toBe(first);
  await pass(1);
  await done;
  expect([descent.updates, descent.isBusy]).toEqual([3, false]);
  expect(losses(descent)).toEqual(losses(await begin(0.01, 3)));
});

test('the reader can stop: what is made counts, and one can go on from there', async () => {
  const { pause, pass } = gate();
  const descent = await begin(0.01, 0, 'sgd', pause);
  const done = descent.again(9);
  await pass(2);
  descent.stop();
  await pass(1);
  await done;
  expect([descent.updates, descent.wanted, descent.isBusy]).toEqual([2, 2, false]);
  const { trace } = (await begin(0.01, 2)).microscope;
  expect(descent.microscope.trace.tensors).toEqual(trace.tensors);
  void descent.again(1);
  await pass(1);
  expect(losses(descent)).toEqual(losses(await begin(0.01, 3)));
});

test.each([
  ['more of them', (descent: Descent) => descent.again(2), 5, 0.01],
  ['another rate', (descent: Descent) => descent.change({ lr: 0.1 }), 3, 0.1],
  ['none', (descent: Descent) => descent.begin({}, 0), 0, 0.01],
] as const)('asked for in the middle of three updates, %s', async (_, act, updates, lr) => {
  const { pause, pass } = gate();
  const descent = await begin(0.01, 0, 'sgd', pause);
  void descent.again(3);
  await pass(1);
  void act(descent);
  await pass(9);
  expect([descent.updates, descent.wanted, descent.isBusy]).toEqual([updates, updates, false]);
  expect(losses(descent)).toEqual(losses(await begin(lr, updates)));
});

test('no more updates than a link can carry', async () => {
  const { pause } = gate();
  const descent = await begin(0.001, 0, 'sgd', pause);
  void descent.again(mostUpdates - 1);
  expect(descent.canGoOn).toBe(true);
  void descent.again(10);
  expect([descent.wanted, descent.canGoOn]).toEqual([mostUpdates, false]);
  descent.stop();
  expect([descent.wanted, descent.canGoOn]).toEqual([0, true]);
});

test('where the loss is no number, no update is made', async () => {
  const broken = freshNetwork(0);
  const digit = { pixels, label: 1 };
  const network = () => broken;
  broken.parameters().get('output.bias')?.value.data.fill(NaN);
  const descent = await Descent.make(
    { digit, network, normalize: 'usual', description: lenet5Network(), rule: 'sgd', lr: 0.01 },
    { pause: async () => {} },
  );
  await descent.again(5);
  expect([descent.isLost, descent.canGoOn, descent.isBusy]).toEqual([true, false, false]);
  expect([descent.updates, descent.wanted]).toEqual([0, 0]);
});
