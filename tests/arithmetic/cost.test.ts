import { describe, expect, it } from 'vitest';
import {
  convolutionConnections,
  convolutionMultiplyAdds,
  convolutionParameters,
  float32Bytes,
  linearMultiplyAdds,
  linearParameters,
} from '$lib/arithmetic';

const c1 = { inChannels: 1, outChannels: 6, kernelSize: 5, outputSize: 28 };
const c3 = { inChannels: 6, outChannels: 16, kernelSize: 5, outputSize: 10 };
const value = (count: number) => ({ ok: true, value: count });

describe('the cost of a convolution', () => {
  it('C1: 156 parameters, 122,304 connections, 117,600 multiply-adds', () => {
    expect(convolutionParameters(c1)).toEqual(value(156));
    expect(convolutionConnections(c1)).toEqual(value(122_304));
    expect(convolutionMultiplyAdds(c1)).toEqual(value(117_600));
  });

  it('C3: a kernel has depth, 2,416 parameters and 240,000 multiply-adds', () => {
    expect(convolutionParameters(c3)).toEqual(value(2_416));
    expect(convolutionMultiplyAdds(c3)).toEqual(value(240_000));
  });

  it('kernel [3, 2], 4 groups, no bias', () => {
    const shape = {
      inChannels: 8,
      outChannels: 12,
      kernelSize: [3, 2],
      groups: 4,
      bias: false,
    } as const;
    expect(convolutionParameters(shape)).toEqual(value(12 * 2 * 6));
  });

  it('says which channels the groups do not divide', () => {
    const reason = { code: 'groups-do-not-divide', field: 'groups', groups: 4 };
    expect(convolutionParameters({ ...c3, groups: 4 })).toEqual({
      ok: false,
      reason: { ...reason, channels: 6, side: 'in' },
    });
    expect(convolutionParameters({ ...c3, inChannels: 8, outChannels: 10, groups: 4 })).toEqual({
      ok: false,
      reason: { ...reason, channels: 10, side: 'out' },
    });
  });

  it('says so where a count is past exact whole numbers', () => {
    const huge = { inChannels: 1e6, outChannels: 1e6, kernelSize: 1e6 };
    expect(convolutionParameters(huge)).toEqual({
      ok: false,
      reason: { code: 'result-too-large', field: 'kernel' },
    });
  });
});

describe('the cost of a fully connected layer', () => {
  it('F6: 10,164 parameters, 10,080 multiply-adds', () => {
    expect(linearParameters(120, 84)).toEqual(value(10_164));
    expect(linearMultiplyAdds(120, 84)).toEqual(value(10_080));
  });

  it('no features is a reason, not zero', () => {
    expect(linearParameters(0, 84)).toEqual({
      ok: false,
      reason: { code: 'too-small', field: 'in', value: 0, minimum: 1 },
    });
  });
});

it('61,706 parameters take 246,824 bytes in float32', () => {
  expect(float32Bytes(61_706)).toEqual(value(246_824));
});
