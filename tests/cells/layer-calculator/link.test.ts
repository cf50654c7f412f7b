import { describe, expect, it } from 'vitest';
import { linkToSettings, settingsFromLink } from '$lib/cells/layer-calculator/link';
import { defaultSettings } from '$lib/cells/layer-calculator/settings';

const read = (query: string) => settingsFromLink(new URLSearchParams(query));

describe('settingsFromLink', () => {
  it('no query: C1', () => {
    expect(read('')).toEqual({ settings: defaultSettings.conv, rejected: [] });
  });

  it('C3 by every field', () => {
    const query =
      'kind=conv&input=14&kernel=5&stride=1&padding=0&dilation=1&in=6&out=16&bias=false';
    expect(read(query).settings).toEqual({
      kind: 'conv',
      input: '14',
      kernel: '5',
      stride: '1',
      padding: '0',
      dilation: '1',
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

describe('linkToSettings', () => {
  it('C1 needs no query', () => {
    expect(linkToSettings(defaultSettings.conv)).toBe('');
  });

  it('one change: every field is in the link, and reading it gives the form back', () => {
    const settings = { ...defaultSettings.conv, stride: '0', bias: false };
    const link = linkToSettings(settings);
    expect(link).toBe(
      '?kind=conv&input=28&kernel=5&stride=0&padding=2&dilation=1&in=1&out=6&bias=false',
    );
    expect(read(link).settings).toEqual(settings);
  });

  it('pooling has neither channels out nor a bias', () => {
    expect(linkToSettings(defaultSettings.pool)).toBe(
      '?kind=pool&input=28&kernel=2&stride=2&padding=0&dilation=1&in=6',
    );
  });
});
