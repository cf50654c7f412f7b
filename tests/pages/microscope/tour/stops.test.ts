import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lenet5, manualSeed } from '$lib/nn';
import { readNetwork } from '$lib/network';
import { hasRef } from '$lib/nn';
import { tourMessages } from '$lib/pages/microscope/tour/messages';
import { canTour, guessesAt, stopIds, tourStops } from '$lib/pages/microscope/tour/stops';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, lenet5(manualSeed(0)));
const stops = tourStops(trace);
const byId = Object.fromEntries(stops.map((stop) => [stop.id, stop]));
const rightOf = (id: string) => byId[id].guesses[byId[id].right];
const data = (name: string) => Array.from(trace.tensors.get(name)!.data);

test('there are about twelve stops, each asked once', () => {
  expect(stops.map(({ id }) => id)).toEqual(stopIds);
});

test.each(stops.map((stop) => [stop.id, stop] as const))(
  '%s: three different guesses from the smallest, numbers that exist, the answer in a later step',
  (_, { guesses, right, before, after, id }) => {
    expect(new Set(guesses).size).toBe(3);
    expect([...guesses].sort((a, b) => a - b)).toEqual(guesses);
    expect(guesses[right]).toBeDefined();
    expect(hasRef(trace, before) && hasRef(trace, after)).toBe(true);
    const microscope = new Microscope(trace);
    microscope.openAfresh(before);
    const asked = microscope.position;
    if (id === 'update') microscope.goTo(microscope.steps.length - 1);
    else microscope.openAfresh(after);
    expect(microscope.position).toBeGreaterThan(asked);
  },
);

test('stops go on through the network in its order', () => {
  const microscope = new Microscope(trace);
  const places = stops.map(({ before }) => {
    microscope.openAfresh(before);
    return microscope.position;
  });
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

describe('the right guess is what the trace says', () => {
  test('counts', () => {
    expect(rightOf('kernels')).toBe(data('c1.output').length);
    expect(rightOf('pool')).toBe(data('s2.output').length);
    expect(rightOf('products')).toBe(150);
    expect(rightOf('weights')).toBe(data('f6.weight').length);
    expect(rightOf('shared')).toBe(100);
  });

  test('the answer, the loss, the one negative gradient, the loss after the update', () => {
    const scores = data('output.output');
    expect(rightOf('scores')).toBe(scores.indexOf(Math.max(...scores)));
    expect(rightOf('loss')).toBe(data('loss')[0]);
    expect(data('output.output.grad').findIndex((each) => each < 0)).toBe(rightOf('blame'));
    expect(rightOf('update')).toBe(trace.after.get('loss')!.data[0]);
  });

  test('how many are left after a ReLU', () => {
    const { map, left } = byId.cells.values;
    const cells = data('c3.activation').slice(map * 100, map * 100 + 100);
    expect(left).toBe(cells.filter((value) => value > 0).length);
    expect(byId.units.values.fired).toBe(data('c5.activation').filter((value) => value > 0).length);
  });
});

test('of three guesses at a part the right one is the nearest, and the others are not near', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, share) => {
        const part = Math.round(all * share);
        const { guesses, right } = guessesAt(part, all);
        expect(guesses).toHaveLength(3);
        const distances = guesses.map((each) => Math.abs(each - part));
        expect(Math.min(...distances)).toBe(distances[right]);
      },
    ),
    { seed: 11 },
  );
});

test.each(['en', 'zh'] as const)('every stop has a question and a sentence in %s', (locale) => {
  const t = tourMessages[locale];
  for (const { id, values } of stops) {
    for (const words of [t[`${id}Ask`](values), t[`${id}Tell`](values)]) {
      expect(words.length).toBeGreaterThan(10);
      expect(words).not.toMatch(/undefined|NaN/);
    }
  }
});

test('a network of another kind has no tour', () => {
  const reading = readNetwork('1x28x28~conv_4_k3~relu~linear_10');
  if (!reading.ok) throw new Error('unreadable');
  const { network } = reading;
  const other = traceDigit({ pixels, label: 1 }, freshNetwork(0, network), {
    description: network,
  });
  expect(canTour(other)).toBe(false);
  expect(tourStops(other)).toEqual([]);
});
