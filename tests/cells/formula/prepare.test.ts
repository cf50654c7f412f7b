import { prepareFormula } from '$lib/cells/formula/prepare';
import { formulaSchema } from '$lib/cells/formula/schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const attributes = {
  id: 'size',
  source: 'O = W - K + 1; W = 28; K = 5',
  roles: 'W=input, K = weight, O=output',
};

const read = (changes: Record<string, string>) =>
  v.safeParse(formulaSchema, { ...attributes, ...changes });

test('the build computes a cell, with its names in the colours of their roles', () => {
  const { lines } = prepareFormula(v.parse(formulaSchema, attributes));
  expect(lines).toMatchObject([
    {
      tex: '\\out{O} = \\inp{W} - \\weight{K} + 1',
      valuesTex: '= \\inp{28} - \\weight{5} + 1 = 24',
      value: 24,
    },
    { tex: '\\inp{W} = 28', stated: true },
    { tex: '\\weight{K} = 5', stated: true },
  ]);
});

test.each<[string, RegExp]>([
  ['O = W - K', /“W” is not defined/],
  ['O = (1', /closing bracket/],
  ['O = 1/0', /divided by 0/],
])('a lesson with %s is refused', (source, sentence) => {
  const attributes = v.parse(formulaSchema, { id: 'size', source });
  expect(() => prepareFormula(attributes)).toThrow(sentence);
});

describe('attributes that are not right', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ source: '' }, /must not be empty/],
    [{ id: 'Größe' }, /small letters/],
    [{ roles: 'W' }, /write `name=role`/],
    [{ roles: 'W=pixel' }, /roles are input/],
    [{ colour: 'red' }, /colour/],
  ])('%o', (changes, message) => {
    const result = read(changes);
    expect(result.success).toBe(false);
    expect(result.issues?.[0].message).toMatch(message);
  });
});
