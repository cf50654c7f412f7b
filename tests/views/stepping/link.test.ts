import { describe, expect, it, test } from 'vitest';
import { lenet5Network, writeNetwork } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { defaultLink, readLink, readLr, writeLink } from '$lib/views/stepping/link';

const read = (query: string) => readLink(new URLSearchParams(query));

test('a link says which digit, which weights and which step', () => {
  const { link, rejected } = read('digit=train-3&seed=7&step=19&open=c3.weight.grad[7,1,3,1]');
  expect(link).toEqual({
    digit: { part: 'train', index: 3 },
    weights: 'fresh',
    seed: 7,
    step: 19,
    by: 'layer',
    updates: 0,
    rule: 'sgd',
    lr: 0.01,
    open: 'c3.weight.grad[7,1,3,1]',
    network: defaultLink.network,
    tour: 0,
  });
  expect(rejected).toEqual([]);
});

test('nothing in the address is the view that the page begins with; a link names its weights', () => {
  expect(read('').link).toEqual(defaultLink);
  expect(defaultLink.weights).toBe('trained');
  expect(writeLink(defaultLink)).toBe('?weights=trained');
  expect(read('weights=trained').link).toEqual(defaultLink);
});

test.each(['step=19', 'open=c3.output[7,2,4]', 'seed=5', 'digit=test-3', 'updates=2'])(
  'an old link, “%s”, still shows the fresh weights that it meant',
  (query) => {
    expect(read(query).link.weights).toBe('fresh');
    expect(readLink(new URLSearchParams(query), 'mini').link.weights).toBe('fresh');
  },
);

test('an address that says nothing shows the reader’s own weights, also where more is not known', () => {
  expect(readLink(new URLSearchParams(''), 'mini').link.weights).toBe('mini');
  expect(readLink(new URLSearchParams('utm=1'), 'mini').link.weights).toBe('mini');
  expect(readLink(new URLSearchParams('tour=4'), 'mini').link).toMatchObject({
    weights: 'mini',
    tour: 4,
  });
  expect(readLink(new URLSearchParams('weights=fresh&step=3'), 'mini').link.weights).toBe('fresh');
});

test('a link to the network of 1998 that names no weights shows its trained ones', () => {
  const network = writeNetwork(presetNetwork('lenet5-1998'));
  for (const query of ['network=lenet5-1998', `network=${network}`, 'network=lenet5-1998&step=4']) {
    expect(readLink(new URLSearchParams(query), 'mini').link.weights).toBe('trained');
    expect(read(`${query}&weights=fresh`).link.weights).toBe('fresh');
  }
});

test('nonsense is named, and the rest of the link still counts', () => {
  const { link, rejected } = read('digit=nine&seed=-1&step=5&weights=best');
  expect(link).toEqual({ ...defaultLink, step: 5 });
  expect(rejected).toEqual(['digit', 'weights', 'seed']);
});

test('a step before the first is nonsense', () => {
  expect(read('step=0').rejected).toEqual(['step']);
  expect(read('step=-7').rejected).toEqual(['step']);
});

test('a link is read as it was written', () => {
  const link = {
    digit: { part: 'train', index: 12 },
    weights: 'trained',
    seed: 3,
    step: 30,
    by: 'channel',
    updates: 12,
    rule: 'adam',
    lr: 0.5,
    open: 'c3.output[7,2,4]',
    network: defaultLink.network,
    tour: 4,
  } as const;
  expect(writeLink(link)).toBe(
    '?digit=train-12&weights=trained&seed=3&step=30&by=channel&updates=12&rule=adam&lr=0.5&open=c3.output[7,2,4]&tour=4',
  );
  expect(readLink(new URLSearchParams(writeLink(link))).link).toEqual(link);
});

test.each([
  ['0.01', 0.01],
  ['.5', 0.5],
  ['1e-3', 0.001],
  [' 10 ', 10],
])('“%s” is a learning rate', (text, lr) => {
  expect(readLr(text)).toBe(lr);
});

test.each(['0', '-0.1', '10.1', 'fast', '', '1e9', 'NaN', '0x1', '1e400'])(
  '“%s” is no learning rate',
  (text) => {
    expect(readLr(text)).toBeUndefined();
    expect(read(`lr=${text}`).link.lr).toBe(0.01);
  },
);

describe('a link that opens a pixel', () => {
  const opened = (query: string) => read(query).link.open;

  it('says its network, and is read as it was written', () => {
    const link = { ...defaultLink, open: 'input[0,31,0]' };
    const query = writeLink(link);
    expect(query).toContain('network=1x32x32~conv_6_k5~');
    expect(read(query).link).toEqual(link);
  });

  it('from the time when the network read 28 × 28 opens the same pixel of the digit', () => {
    expect(opened('open=input[0,0,27]')).toBe('input[0,2,29]');
    expect(opened('weights=trained&open=input%5B0,13,14%5D')).toBe('input[0,15,16]');
  });

  it('of a network that it names is left as it is, as is all else that can be opened', () => {
    const padded = writeNetwork(lenet5Network({ border: 'zeros' }));
    expect(opened(`network=${padded}&open=input[0,5,6]`)).toBe('input[0,5,6]');
    for (const open of ['c1.output[0,0,0]', 'input[', 'input', 'input[0,1]', 'loss', '']) {
      expect(opened(`open=${open}`)).toBe(open);
    }
  });
});

test('a network that ends in distances moves by the paper’s own rule, unless the link says another', () => {
  const network = writeNetwork(presetNetwork('lenet5-1998'));
  const of = (rule: string) => read(`network=${network}${rule}`).link;
  expect(of('')).toMatchObject({ rule: 'sdlm', lr: 0.0005 });
  expect(read('network=lenet5-1998').link).toMatchObject({ rule: 'sdlm', lr: 0.0005 });
  expect(of('&rule=sgd&lr=0.01')).toMatchObject({ rule: 'sgd', lr: 0.01 });
  for (const rule of ['', '&rule=sgd&lr=0.01', '&rule=adam']) {
    const link = of(rule);
    expect(read(writeLink(link).slice(1)).link).toEqual(link);
  }
});
