import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRef, hasRef, lenet5, manualSeed, nearestRef, parseRef, refShape } from '$lib/nn';
import { sgd, traceStep } from '$lib/optim';
import { testDigit } from '../../golden/read';

const trace = traceStep(lenet5(manualSeed(0)), testDigit(0), 7, sgd({ lr: 0.01, momentum: 0.9 }));

describe('parseRef and formatRef', () => {
  it.each([
    ['c3.output[7,2,4]', { tensor: 'c3.output', index: [7, 2, 4] }],
    ['c1.weight.grad[3,0,1,2]', { tensor: 'c1.weight.grad', index: [3, 0, 1, 2] }],
    ['loss', { tensor: 'loss', index: [] }],
  ])('%s → parsed, and back', (text, ref) => {
    expect(parseRef(text)).toEqual(ref);
    expect(formatRef(ref)).toBe(text);
  });

  it('c3.output[ 7, 2 ,4 ] → spaces do not matter', () => {
    expect(parseRef(' c3.output[ 7, 2 ,4 ] ')).toEqual({ tensor: 'c3.output', index: [7, 2, 4] });
  });

  it.each([
    '',
    '[1]',
    'c3.output[',
    'c3.output[]',
    'c3.output[1,]',
    'c3.output[-1]',
    'c3[1.5]',
    '3c',
  ])('%j → no reference', (text) => {
    expect(parseRef(text)).toBeUndefined();
  });
});

describe('refShape and hasRef', () => {
  it.each([
    ['input', [1, 32, 32]],
    ['c3.output', [16, 10, 10]],
    ['c3.output.grad', [16, 10, 10]],
    ['c5.activation', [120]],
    ['c1.weight', [6, 1, 5, 5]],
    ['c1.weight.momentumBuffer', [6, 1, 5, 5]],
    ['c1.bias.updated', [6]],
    ['probabilities', [10]],
    ['loss', []],
    ['label', []],
  ])('%s → counted by %j', (name, shape) => {
    expect(refShape(trace, name)).toEqual(shape);
  });

  it.each([
    ['c3.output[15,9,9]', true],
    ['c3.output[16,0,0]', false],
    ['c3.output[0,0]', false],
    ['c9.output[0]', false],
    ['loss', true],
    ['loss[0]', false],
  ])('%s exists: %s', (text, exists) => {
    expect(hasRef(trace, parseRef(text)!)).toBe(exists);
  });
});

describe('nearestRef', () => {
  it.each([
    ['c3.output[7,2,4]', 'c3.output[7,2,4]'],
    ['c3.output[7,2,99]', 'c3.output[7,2,9]'],
    ['c3.output[7]', 'c3.output[7,0,0]'],
    ['c3.output', 'c3.output[0,0,0]'],
    ['c3.output[7,x,-4]', 'c3.output[7,0,0]'],
    ['c3.outptu[7,2,4]', 'c3.output[7,2,4]'],
    ['c1.weight.grads[3,0,1,2]', 'c1.weight.grad[3,0,1,2]'],
    ['loss[3]', 'loss'],
  ])('%s → %s', (text, nearest) => {
    expect(formatRef(nearestRef(trace, text))).toBe(nearest);
  });

  it('any text at all → a number that exists', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => hasRef(trace, nearestRef(trace, text))),
      { seed: 3, numRuns: 200 },
    );
  });
});
