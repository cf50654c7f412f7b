import { expect, test } from 'vitest';
import { placeOf } from '$lib/nn';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { knownShape } from '$lib/views/tensor/known-shape';
import { shownShape } from '$lib/views/tensor/layout';

const trace = traceDigit({ pixels: new Uint8Array(784), label: 1 }, freshNetwork(0));
const ends = ['label', 'loss', 'probabilities'];

test('every tensor of a trace but the ends has the shape that was known before', () => {
  for (const [name, tensor] of trace.tensors) {
    const place = placeOf(trace, name);
    if (ends.includes(place.layer)) continue;
    expect([name, knownShape(place)]).toEqual([name, shownShape(place, tensor)]);
  }
});

test('what is no layer’s is refused', () => {
  expect(() => knownShape({ layer: 'loss' })).toThrow('unknown layer: loss');
  expect(() => knownShape({ layer: 'c1', part: 'thing' })).toThrow('c1.thing');
});
