import { describe, expect, it } from 'vitest';
import { readWhole } from '$lib/views/layer-calculator/form/read-whole';

describe('readWhole', () => {
  it.each([
    ['28', 28],
    [' 28 ', 28],
    ['028', 28],
    ['28.0', 28],
    ['2.8e1', 28],
    ['\uff12\uff18', 28],
    ['+5', 5],
    ['二八', 28],
    ['二十八', 28],
    ['十', 10],
    ['十二', 12],
    ['三〇', 30],
    ['两百零三', 203],
    ['一千零二十四', 1024],
    ['十二万', 120_000],
    ['三万二千', 32_000],
    ['61,706', 61_706],
    ['61 706', 61_706],
  ])('reads %j as %d', (text, value) => {
    expect(readWhole('input', text, 1)).toEqual({ ok: true, value });
  });

  it.each([
    ['', { code: 'empty' }],
    ['   ', { code: 'empty' }],
    ['abc', { code: 'not-a-number' }],
    ['5px', { code: 'not-a-number' }],
    ['0x10', { code: 'not-a-number' }],
    ['一个', { code: 'not-a-number' }],
    ['2.5', { code: 'not-whole', value: 2.5 }],
    ['2。5', { code: 'not-whole', value: 2.5 }],
    ['0', { code: 'too-small', value: 0, minimum: 1 }],
    ['−3', { code: 'too-small', value: -3, minimum: 1 }],
    ['\uff0d3', { code: 'too-small', value: -3, minimum: 1 }],
    ['1e9', { code: 'too-large', value: 1e9, maximum: 1e6 }],
    ['1e999', { code: 'too-large', value: Infinity, maximum: 1e6 }],
  ])('says why %j is none', (text, reason) => {
    expect(readWhole('stride', text, 1)).toEqual({
      ok: false,
      reason: { field: 'stride', ...reason },
    });
  });
});
