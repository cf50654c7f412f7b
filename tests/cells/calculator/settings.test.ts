import { describe, expect, it } from 'vitest';
import { backwardSettings, forwardSettings } from '$lib/cells/calculator/settings';

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
