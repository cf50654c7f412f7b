import { describe, expect, it } from 'vitest';
import { blameOf } from '$lib/cells/blame-path/paths';
import { wayOf, type Way } from '$lib/cells/blame-path/way';
import { explain, indexAt, parseRef, tensorOf, type Ref } from '$lib/nn';
import { shippedTrace } from '../shipped';

const trace = shippedTrace(3, 'mini');
const refOf = (text: string) => parseRef(text) as Ref;
const gradientOf = ({ tensor, index }: Ref) =>
  explain(trace, { tensor: `${tensor}.grad`, index }).value;
const most = 8;

/** The products of all paths, one after the other. */
function allProducts({ starts, stages, scores }: Way): number[] {
  const products: number[] = [];
  const follow = (stage: number, at: number, product: number) => {
    if (stage === stages.length - 1) {
      products.push(product * scores[at]);
      return;
    }
    stages[stage].each(at, (to, factor) => follow(stage + 1, to, product * factor));
  };
  for (const { at, factor } of starts) follow(0, at, factor);
  return products;
}

/** The weight of a tensor with the largest gradient. */
function steepest(tensor: string): Ref {
  const { shape, data } = tensorOf(trace, `${tensor}.grad`);
  let at = 0;
  data.forEach((value, each) => {
    if (Math.abs(value) > Math.abs(data[at])) at = each;
  });
  return { tensor, index: indexAt(shape, at) };
}

const layers = ['output', 'f6', 'c5', 'c3', 'c1'];
const weights = [
  ...layers.map((layer) => steepest(`${layer}.weight`)),
  ...['output.weight[3,7]', 'f6.weight[17,3]', 'c5.weight[3,201]', 'c3.weight[7,2,1,1]'].map(refOf),
  ...['c1.weight[2,0,3,4]', 'c1.weight[5,0,0,0]'].map(refOf),
];

describe('all paths of a weight', () => {
  it.each(weights)('$tensor $index: their sum is the gradient of the backward pass', (weight) => {
    const blame = blameOf(trace, wayOf(trace, weight), most);
    const gradient = gradientOf(weight);
    expect(Math.abs(blame.sum - gradient)).toBeLessThan(1e-12 * Math.max(1, Math.abs(gradient)));
  });

  it.each([
    ['output.weight[3,7]', 1],
    ['f6.weight[17,3]', 10],
    ['c5.weight[3,201]', 84 * 10],
    ['c3.weight[7,2,1,1]', 10 * 10 * 120 * 84 * 10],
  ])('%s has %i', (text, count) => {
    expect(blameOf(trace, wayOf(trace, refOf(text)), most).count).toBe(count);
  });

  it.each(['output', 'f6', 'c5'])(
    '%s: listed one by one, the same sum and the same largest',
    (layer) => {
      const way = wayOf(trace, steepest(`${layer}.weight`));
      const { paths, sum, count, alive } = blameOf(trace, way, most);
      const products = allProducts(way);
      const living = products.filter((product) => product !== 0);
      expect([count, alive]).toEqual([products.length, living.length]);
      expect(products.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 12);
      const largest = living.sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, most);
      expect(paths.map(({ product }) => product)).toHaveLength(largest.length);
      paths.forEach(({ product }, at) => expect(product).toBeCloseTo(largest[at], 12));
    },
  );
});

describe('one path', () => {
  it.each(weights)('$tensor $index: each factor is a number of the trace', (weight) => {
    const way = wayOf(trace, weight);
    for (const { factors, product, nodes } of blameOf(trace, way, most).paths) {
      expect(nodes).toHaveLength(way.stages.length);
      expect(factors.reduce((all, { value }) => all * value, 1)).toBe(product);
      for (const { kind, value, ref } of factors) {
        const number = explain(trace, ref);
        if (kind === 'slope') expect([value, number.value > 0]).toEqual([1, true]);
        else if (kind === 'largest') {
          expect(value).toBe(1);
          expect(number.rule).toMatchObject({ kind: 'maximum' });
        } else expect(number.value).toBe(value);
      }
    }
  });

  it('goes through the numbers that it is told to, and no larger one does', () => {
    const way = wayOf(trace, steepest('c3.weight'));
    const scores = way.stages.length - 1;
    const free = blameOf(trace, way, most);
    let sum = 0;
    for (let digit = 0; digit < 10; digit++) {
      const through = blameOf(trace, way, most, new Map([[scores, digit]]));
      for (const { nodes } of through.paths) expect(nodes[scores]).toBe(digit);
      expect(Math.abs(through.paths[0].product)).toBeLessThanOrEqual(
        Math.abs(free.paths[0].product),
      );
      sum += through.sum;
    }
    expect(sum).toBeCloseTo(free.sum, 12);
  });

  it('a way that a closed ReLU stops carries nothing', () => {
    const { data } = tensorOf(trace, 'f6.output');
    const closed = data.findIndex((value) => value < 0);
    const blame = blameOf(trace, wayOf(trace, refOf(`f6.weight[${closed},3]`)), most);
    expect(blame).toMatchObject({ paths: [], sum: 0, count: 10, alive: 0 });
  });
});

it('a bias, a pixel and a number that is no parameter have no way of their own', () => {
  for (const text of ['f6.bias[3]', 'input[0,3,3]', 'c3.output[0,0,0]']) {
    expect(() => wayOf(trace, refOf(text))).toThrow(/not a weight/);
  }
});
