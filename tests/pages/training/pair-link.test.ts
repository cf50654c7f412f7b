import { describe, expect, it } from 'vitest';
import { defaultPair, readPair, writePair, type Pair } from '$lib/pages/training/pair-link';
import { pairs, type PairName } from '$lib/training';

const read = (query: string) => readPair(new URLSearchParams(query));

describe('the link of two runs', () => {
  it.each(Object.keys(pairs) as PairName[])('%s comes back as it was written', (name) => {
    const [first, second] = pairs[name];
    const settings = [
      { ...first, seed: 5 },
      { ...second, lr: 0.5, network: '1x28x28~linear_10' },
    ] as const;
    for (const pair of [
      { name, settings: pairs[name] },
      { name, settings },
    ] satisfies Pair[]) {
      expect(read(writePair(pair))).toEqual({ pair, rejected: [] });
    }
  });

  it('says what is otherwise, and nothing else', () => {
    const [first, second] = pairs.rates;
    expect(writePair(defaultPair)).toBe('');
    expect(writePair({ name: 'rates', settings: [first, { ...second, lr: 0.2 }] })).toBe(
      '?pair=rates&second-lr=0.2',
    );
  });

  it.each([
    ['pair=fast', ['pair'], defaultPair],
    ['first-lr=fast&second-lr=-1', ['first-lr', 'second-lr'], defaultPair],
    ['pair=toString', ['pair'], defaultPair],
    ['third-lr=1&lr=2', [], defaultPair],
  ])('%s: what cannot be used is named', (query, rejected, pair) => {
    expect(read(query)).toEqual({ pair, rejected });
  });
});
