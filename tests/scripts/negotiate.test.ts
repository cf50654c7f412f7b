import { describe, expect, test } from 'vitest';
import { simplify } from '../../scripts/negotiate.js';

describe('the codings that may be sent', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['identity', []],
    ['gzip, deflate, br, zstd', ['br', 'gzip']],
    ['GZIP', ['gzip']],
    ['gzip;q=1.0, br;q=0', ['gzip']],
    ['br;q=0.000, gzip;q=0', []],
    ['*', ['br', 'gzip']],
    ['*;q=0', []],
    ['br;q=0, *', ['gzip']],
    ['brotli-like, x-gzip', []],
    ['br;q=nonsense', []],
  ])('Accept-Encoding: %s → %j', (field, expected) => {
    const headers: Record<string, string | undefined> = { 'accept-encoding': field };
    expect(simplify(headers)).toEqual(expected);
    expect(headers['accept-encoding']).toBe(expected.join(', '));
  });
});

describe('the range of a request', () => {
  test.each(['bytes=0-', 'bytes=5-', 'bytes=0-99', 'bytes=7-7'])(
    '%s is read, from the file itself',
    (range) => {
      const headers: Record<string, string> = { range, 'accept-encoding': 'br' };
      simplify(headers);
      expect(headers).toEqual({ range, 'accept-encoding': '' });
    },
  );

  test.each(['bytes=-5', 'bytes=0-0', 'bytes=9-5', 'bytes=0-1,5-6', 'bytes=x-', 'lines=0-5', ''])(
    '%j is answered by the whole file',
    (range) => {
      const headers: Record<string, string> = { range, 'accept-encoding': 'br' };
      simplify(headers);
      expect(headers).toEqual({ 'accept-encoding': 'br' });
    },
  );

  test('with If-Range the whole file is sent: validators of files are weak', () => {
    const headers: Record<string, string> = { range: 'bytes=5-9', 'if-range': 'W/"1-2"' };
    simplify(headers);
    expect(headers.range).toBeUndefined();
  });
});
