import { describe, expect, it } from 'vitest';
import { linkToSettings, settingsFromLink } from '$lib/views/layer-calculator/form/link';
import { defaultSettings, withApart } from '$lib/views/layer-calculator/form/settings';

const read = (query: string) => settingsFromLink(new URLSearchParams(query));

describe('settingsFromLink', () => {
  it('no query: C1', () => {
    expect(read('')).toEqual({ settings: defaultSettings.conv, rejected: [] });
  });

  it('C3 by every field', () => {
    const query =
      'kind=conv&input=14&kernel=5&stride=1&padding=0&dilation=1&in=6&out=16&bias=false';
    expect(read(query).settings).toEqual({
      ...defaultSettings.conv,
      input: '14',
      padding: '0',
      in: '6',
      out: '16',
      bias: false,
    });
  });

  it('kind=pool: the rest is as in S2', () => {
    expect(read('kind=pool').settings).toEqual(defaultSettings.pool);
  });

  it.each(['kernel=abc', 'kernel=', 'bias=yes', 'kind=magic', `input=${'9'.repeat(30)}`])(
    'names what it cannot use: %s',
    (query) => {
      const { settings, rejected } = read(query);
      expect(settings).toEqual(defaultSettings.conv);
      expect(rejected).toEqual([query.split('=')[0]]);
    },
  );

  it.each(['0', '-3', '2.5', '1000000000'])('keeps the impossible number stride=%s', (stride) => {
    expect(read(`stride=${stride}`)).toEqual({
      settings: { ...defaultSettings.conv, stride },
      rejected: [],
    });
  });
});

describe('settingsFromLink, beyond plain numbers', () => {
  it('padding by name', () => {
    expect(read('padding=same').settings.padding).toBe('same');
    expect(read('padding=some')).toMatchObject({ rejected: ['padding'] });
  });

  it('a blank field beside a wanted output is a question', () => {
    const { settings, rejected } = read('kernel=&output=28');
    expect([settings.kernel, settings.output, rejected]).toEqual(['', '28', []]);
  });

  it('height and width apart', () => {
    expect(read('input=28&inputWidth=20').settings).toMatchObject({
      input: '28',
      inputWidth: '20',
    });
  });
});

describe('linkToSettings', () => {
  it('C1 needs no query', () => {
    expect(linkToSettings(defaultSettings.conv)).toBe('');
  });

  it('one change: every field is in the link, and reading it gives the form back', () => {
    const settings = { ...defaultSettings.conv, stride: '0', bias: false };
    const link = linkToSettings(settings);
    expect(link).toBe(
      '?kind=conv&input=32&kernel=5&stride=0&padding=0&dilation=1&in=1&out=6&groups=1&batch=1&bias=false',
    );
    expect(read(link)).toEqual({ settings, rejected: [] });
  });

  it.each([
    ['max pooling', { ...defaultSettings.pool, ceilMode: true }],
    ['a transposed convolution', { ...defaultSettings.transposed, outputPadding: '1' }],
    ['F6', defaultSettings.linear],
    ['padding by name', { ...defaultSettings.conv, padding: 'same' }],
    ['a question', { ...defaultSettings.conv, kernel: '', output: '28' }],
    ['height and width apart', withApart({ ...defaultSettings.conv, stride: '3' }, true)],
  ])('there and back: %s', (_case, settings) => {
    expect(read(linkToSettings(settings))).toEqual({ settings, rejected: [] });
  });

  it('pooling has neither channels out nor a bias', () => {
    expect(linkToSettings(defaultSettings.pool)).toBe(
      '?kind=pool&input=28&kernel=2&stride=2&padding=0&dilation=1&in=6&batch=1&ceilMode=false',
    );
  });
});

it('a question asked across alone leaves as a link and comes back', () => {
  const apart = withApart(defaultSettings.conv, true);
  const settings = { ...apart, kernelWidth: '', outputWidth: '20' };
  const query = linkToSettings(settings);
  expect(read(query.slice(1))).toEqual({ settings, rejected: [] });
});
