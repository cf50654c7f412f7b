import { describe, expect, it } from 'vitest';
import { backwardSettings, forwardSettings } from '$lib/views/lenet5/calculator-settings';
import { measureChain } from '$lib/views/lenet5/chain';
import {
  barePicture,
  modernLayers,
  modernPicture,
  modernWithPadding,
  paperLayers,
  paperPicture,
} from '$lib/views/lenet5/networks';

describe('measureChain', () => {
  it('today’s network: 61,706 parameters, 416,520 multiply-adds', () => {
    const chain = measureChain(modernLayers, modernPicture);
    expect(chain.rows.map(({ name, sight }) => [name, sight])).toEqual([
      ['c1', 5],
      ['s2', 6],
      ['c3', 14],
      ['s4', 16],
      ['c5', 32],
      ['f6', 32],
      ['output', 32],
    ]);
    expect(chain.totals.parameters).toBe(61_706);
    expect(chain.totals.multiplyAdds).toBe(416_520);
  });

  it('the network of 1998: 60,000 parameters, 340,908 connections', () => {
    const chain = measureChain(paperLayers, paperPicture);
    expect(chain.totals.parameters).toBe(60_000);
    expect(chain.totals.connections).toBe(340_908);
  });

  it('zeros around a bare digit: the same sizes as its border of background', () => {
    const { totals } = measureChain(modernWithPadding(2), barePicture);
    expect(totals).toEqual(measureChain(modernLayers, modernPicture).totals);
  });

  it('without a border 4 × 4 cells reach C5', () => {
    const chain = measureChain(modernLayers, barePicture);
    expect(chain.rows[4]?.input).toEqual([16, 4, 4]);
    expect(chain.totals.parameters).toBe(44_426);
  });

  it('a picture that is too small breaks at the layer whose kernel does not fit', () => {
    const chain = measureChain(modernWithPadding(0), [1, 10, 10]);
    expect(chain.rows.map(({ name }) => name)).toEqual(['c1', 's2']);
    expect(chain.problem).toMatchObject({
      name: 'c3',
      reason: { code: 'kernel-exceeds-input', span: 5, padded: 3 },
    });
  });
});

describe('the layer calculator’s fields', () => {
  it('C1 forward', () => {
    expect(forwardSettings('c1')).toEqual({
      kind: 'conv',
      input: 32,
      kernel: 5,
      stride: 1,
      padding: 0,
      in: 1,
      out: 6,
      bias: true,
    });
  });
  it('S2 is pooling', () => {
    expect(forwardSettings('s2')).toMatchObject({ kind: 'pool', kernel: 2, stride: 2, in: 6 });
  });
  it('C5 is the convolution of the paper', () => {
    expect(forwardSettings('c5')).toMatchObject({ kind: 'conv', input: 5, kernel: 5, in: 16 });
  });
  it('F6 is a full connection', () => {
    expect(forwardSettings('f6')).toEqual({ kind: 'linear', in: 120, out: 84, bias: true });
  });
  it('C3 backward grows 10 × 10 to 14 × 14', () => {
    expect(backwardSettings('c3')).toMatchObject({ input: 10, padding: 4, in: 16, out: 6 });
  });
  it('C1 backward grows 28 × 28 to 32 × 32', () => {
    expect(backwardSettings('c1')).toMatchObject({ input: 28, padding: 4, in: 6, out: 1 });
  });
});
