import { describe, expect, it } from 'vitest';
import { coarseFirst, createNudger, placesOf, valueAt } from '$lib/cells/nudge/along';
import { crossEntropyInputGrad, parseRef, softmax, tensorOf, type Ref } from '$lib/nn';
import { shippedNetwork, shippedTrace } from '../shipped';

const trace = shippedTrace(3, 'mini');
const refOf = (text: string) => parseRef(text) as Ref;

describe('the places of a slider', () => {
  it('of a weight: 0.6 up and down from where it stands', () => {
    const places = placesOf(trace, refOf('c1.weight[2,0,3,4]'));
    expect(places.start).toBe(tensorOf(trace, 'c1.weight').data[2 * 25 + 3 * 5 + 4]);
    expect([places.least, places.greatest]).toEqual([-60, 60]);
    expect(valueAt(places, 60)).toBeCloseTo(places.start + 0.6, 12);
  });

  it('of a pixel: never lighter than background or darker than ink', () => {
    for (const at of ['input[0,0,0]', 'input[0,14,15]', 'input[0,8,18]']) {
      const places = placesOf(trace, refOf(at));
      const [low, high] = [-0.1307 / 0.3081, (1 - 0.1307) / 0.3081];
      expect(valueAt(places, places.least)).toBeGreaterThanOrEqual(low - 1e-9);
      expect(valueAt(places, places.greatest)).toBeLessThanOrEqual(high + 1e-9);
      expect(places.greatest - places.least).toBeGreaterThanOrEqual(126);
    }
  });

  it('come coarse first, each once', () => {
    const order = coarseFirst({ start: 0, step: 1, least: -60, greatest: 60 });
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 121 }, (_, k) => k - 60));
    expect(order.slice(0, 11)).toEqual([-60, -48, -36, -24, -12, 0, 12, 24, 36, 48, 60]);
  });
});

describe('a number that is nudged', () => {
  const numbers = ['c1.weight[2,0,3,4]', 'c3.bias[14]', 'output.weight[3,3]', 'input[0,14,15]'];

  it.each(numbers)('%s: at its own value all is as in the trace', (text) => {
    const ref = refOf(text);
    const { start } = placesOf(trace, ref);
    const look = createNudger(trace, ref).look(start);
    expect(look.loss).toBe(tensorOf(trace, 'loss').data[0]);
    expect(look.gradients.get('c1.output.grad')).toEqual(tensorOf(trace, 'c1.output.grad'));
    expect(look.probabilities).toEqual([...tensorOf(trace, 'probabilities').data]);
  });

  it.each(numbers)('%s: elsewhere its gradient is that of the modules’ own way back', (text) => {
    const ref = refOf(text);
    const { start } = placesOf(trace, ref);
    const value = start + 0.07;
    // The other way: the module's own forward and backward.
    const network = shippedNetwork('mini');
    const input = structuredClone(tensorOf(trace, 'input'));
    const target = ref.tensor === 'input' ? input : network.parameters().get(ref.tensor)!.value;
    const flat = ref.index.reduce(
      (at, place, axis) => at * target.shape[target.shape.length - ref.index.length + axis] + place,
      0,
    );
    target.data[flat] = value;
    const logits = network.forward(input);
    const back = network.backward(crossEntropyInputGrad(softmax(logits), [3]));
    const gradient = ref.tensor === 'input' ? back : network.parameters().get(ref.tensor)!.grad;
    const look = createNudger(trace, ref).look(value);
    expect(look.gradient).toBeCloseTo(gradient.data[flat], 10);
    if (look.kinks === 0) expect(look.quotients[2]).toBeCloseTo(look.gradient, 4);
  });

  it('looking changes nothing of the trace', () => {
    const before = structuredClone(trace.tensors.get('c1.weight'));
    createNudger(trace, refOf('c1.weight[0,0,0,0]')).look(3);
    expect(trace.tensors.get('c1.weight')).toEqual(before);
  });
});
