import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { integerField, readQuery, writeQuery } from '$lib/ui/query';

const fields = {
  digit: integerField(0, 1499),
  seed: integerField(0, 2 ** 31),
  mode: v.picklist(['a', 'b']),
};
const defaults = { digit: 3, seed: 0, mode: 'a' as 'a' | 'b' };

describe('readQuery', () => {
  test('an empty query has every default', () => {
    expect(readQuery(fields, defaults, new URLSearchParams())).toEqual({
      values: defaults,
      rejected: [],
    });
  });

  test('?digit=7&mode=b: the fields given are read', () => {
    const { values } = readQuery(fields, defaults, new URLSearchParams('digit=7&mode=b'));
    expect(values).toEqual({ digit: 7, seed: 0, mode: 'b' });
  });

  test.each(['digit=1500', 'digit=-1', 'digit=1.5', 'digit=', 'digit=1e3', 'digit=99999999999'])(
    '?%s is refused by name and has its default',
    (query) => {
      const { values, rejected } = readQuery(fields, defaults, new URLSearchParams(query));
      expect(values.digit).toBe(3);
      expect(rejected).toEqual(['digit']);
    },
  );
});

describe('writeQuery', () => {
  test('defaults are left out', () => expect(writeQuery(defaults, defaults)).toBe(''));
  test('what it writes is read back', () => {
    const values = { digit: 12, seed: 5, mode: 'b' as const };
    const query = writeQuery(values, defaults);
    expect(query).toBe('?digit=12&seed=5&mode=b');
    expect(readQuery(fields, defaults, new URLSearchParams(query)).values).toEqual(values);
  });
});
