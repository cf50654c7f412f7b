import { describe, expect, it } from 'vitest';
import { values } from '$lib/cells/values';

describe('values: what the paper and PyTorch give', () => {
  it.each([
    ['c1.parameters', '156'],
    ['c1.connections', '122,304'],
    ['c1.macs', '117,600'],
    ['c3.parameters', '2,416'],
    ['c3.macs', '240,000'],
    ['c3.output', '16 × 10 × 10'],
    ['c3.fanIn', '150'],
    ['s4.sight', '16'],
    ['c5.parameters', '48,120'],
    ['f6.parameters', '10,164'],
    ['output.parameters', '850'],
    ['network.parameters', '61,706'],
    ['network.macs', '416,520'],
    ['network.bytes', '246,824'],
    ['network.layers', '7'],
    ['article.batches', '938'],
    ['article.updates', '9,380'],
    ['oneCycle.updates', '7,500'],
    ['paper.updates', '1,200,000'],
    ['paths.output', '1'],
    ['paths.f6', '10'],
    ['paths.c5', '840'],
    ['network.backwardMacs', '715,440'],
    ['network.stepMacs', '1,131,960'],
    ['paper.c1.parameters', '156'],
    ['paper.s2.parameters', '12'],
    ['paper.s2.connections', '5,880'],
    ['paper.c3.parameters', '1,516'],
    ['paper.c3.connections', '151,600'],
    ['paper.s4.parameters', '32'],
    ['paper.output.connections', '840'],
    ['paper.network.parameters', '60,000'],
    ['paper.network.connections', '340,908'],
    ['paper.network.macs', '326,520'],
  ])('%s is %s', (name, text) => {
    expect(values[name]).toBe(text);
  });
});

describe('values: numbers that people often get', () => {
  it.each([
    ['c3.asSheets', '416'],
    ['c5.asSheets', '3,120'],
    ['network.c3AsSheets', '59,706'],
    ['unpadded.c5.inputs', '256'],
    ['unpadded.parameters', '44,426'],
    ['digit.side', '28'],
    ['picture.side', '32'],
    ['c1.padding', '0'],
    ['c1.lastPlace', '27'],
    ['border.value', '−0.424'],
    ['border.article', '−1'],
    ['table.pairs', '60'],
    ['table.allPairs', '96'],
    ['loss.ignorant', '2.303'],
    ['c1.bound', '0.2'],
    ['paper.c1.bound', '0.096'],
    ['codes.sixToEight', '48'],
    ['codes.sixToOne', '176'],
  ])('%s is %s', (name, text) => {
    expect(values[name]).toBe(text);
  });

  it('leaves out the fan-in of the sparse C3, whose units do not have one and the same', () => {
    expect(values['paper.c3.fanIn']).toBeUndefined();
  });

  it('holds no fraction that was rounded to a whole number, and nothing that is not a number', () => {
    for (const [name, text] of Object.entries(values)) {
      expect([name, text]).toEqual([
        name,
        expect.stringMatching(/^−?[\d,.]+%?$|^\d+ × \d+ × \d+$/),
      ]);
    }
  });
});
