import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { notableWeights } from '$lib/views/gradient-check/notable-weights';
import { weightSentence } from '$lib/views/gradient-check/problem-messages';
import { formatEpsilon, readEpsilon, readWeight } from '$lib/views/gradient-check/read-fields';
import { gradientCheckSchema } from '$lib/cells/gradient-check/schema';
import { splitShared } from '$lib/views/gradient-check/split-shared';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { offsetOf, parseRef, tensorOf } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

describe('readWeight', () => {
  it('c3.weight[7,2,1,1] is a weight, spaces or not', () => {
    const read = { kind: 'read', value: { tensor: 'c3.weight', index: [7, 2, 1, 1] } };
    expect(readWeight(trace, 'c3.weight[7,2,1,1]')).toEqual(read);
    expect(readWeight(trace, ' c3.weight[7, 2, 1, 1] ')).toEqual(read);
  });

  it.each([
    ['', 'Write a name and its numbers, counted from 0, such as c3.weight[7,2,1,1].'],
    ['c3.weight[7,2', 'Write a name and its numbers'],
    ['c3.weight[-1,0,0,0]', 'Write a name and its numbers'],
    ['c9.weight[0]', 'There is no c9.weight here. What can be moved: c1.weight, c1.bias,'],
    [`${'w'.repeat(50_000)}[0]`, `There is no ${'w'.repeat(40)}…${'w'.repeat(19)} here.`],
    ['c3.output[7,2,4]', 'c3.output is computed, not learned.'],
    ['c3.weight.grad[7,2,1,1]', 'c3.weight.grad is computed, not learned.'],
    ['c3.weight[7]', 'c3.weight has 16 × 6 × 5 × 5 numbers: it takes 4 indices'],
    ['c3.weight', 'c3.weight has 16 × 6 × 5 × 5 numbers'],
    ['c1.bias[0,0]', 'c1.bias has 6 numbers: it takes 1 index,'],
    ['c3.weight[7,6,1,1]', 'c3.weight: index 2 goes from 0 to 5, and 6 is outside.'],
  ])('“%s”: %s', (text, sentence) => {
    const reading = readWeight(trace, text);
    expect(reading.kind).toBe('problem');
    if (reading.kind !== 'problem') return;
    expect(weightSentence(reading.problem, 'en')).toContain(sentence);
    expect(weightSentence(reading.problem, 'zh')).toMatch(/。$/);
  });
});

describe('readEpsilon', () => {
  it.each([
    ['1e-5', 1e-5],
    [' 0.001 ', 0.001],
    ['1', 1],
    ['1e-12', 1e-12],
  ])('“%s” is %s', (text, value) => {
    expect(readEpsilon(text)).toEqual({ kind: 'read', value });
  });

  it.each([
    ['', 'nonsense'],
    ['small', 'nonsense'],
    ['0', 'zero'],
    ['0e-9', 'zero'],
    ['-1e-5', 'negative'],
    ['1e-13', 'tiny'],
    ['2', 'huge'],
    ['Infinity', 'huge'],
  ])('“%s” is refused: %s', (text, problem) => {
    expect(readEpsilon(text)).toEqual({ kind: 'problem', problem });
  });

  it.each([
    [1e-5, '1e-5'],
    [1.8e-6, '1.8e-6'],
    [0.018, '0.018'],
    [1, '1'],
  ])('%s is written %s, and read back', (value, text) => {
    expect(formatEpsilon(value)).toBe(text);
    expect(readEpsilon(text)).toEqual({ kind: 'read', value });
  });
});

describe('notableWeights', () => {
  const gradOf = (name: string) => {
    const ref = parseRef(name)!;
    const { shape, data } = tensorOf(trace, `${ref.tensor}.grad`);
    return Math.abs(data[offsetOf(shape, ref.index)]);
  };
  const notable = notableWeights(trace);

  it('finds all five, each a parameter of the trace', () => {
    expect([...notable.keys()]).toEqual(['steepest', 'shared', 'last', 'faint', 'still']);
    for (const name of notable.values()) expect(readWeight(trace, name).kind).toBe('read');
  });

  it('the first layer’s and the last layer’s are theirs', () => {
    expect(notable.get('shared')).toMatch(/^c1\.weight/);
    expect(notable.get('last')).toMatch(/^output\.weight/);
  });

  it('their gradients are in order: steepest, faint, 0', () => {
    expect(gradOf(notable.get('steepest')!)).toBeGreaterThanOrEqual(gradOf(notable.get('last')!));
    expect(gradOf(notable.get('faint')!)).toBeGreaterThan(0);
    expect(gradOf(notable.get('faint')!)).toBeLessThan(1e-4);
    expect(gradOf(notable.get('still')!)).toBe(0);
  });
});

describe('gradientCheckSchema', () => {
  it('a weight of LeNet-5 is taken', () => {
    const { output } = v.safeParse(gradientCheckSchema, { weight: 'c5.weight[119,399]' });
    expect(output).toEqual({ weight: 'c5.weight[119,399]', digit: 3, seed: 0 });
  });

  it.each(['c3.weight[16,0,0,0]', 'c3.output[0,0,0]', 'nonsense', ''])(
    '“%s” is refused',
    (weight) => {
      const { issues } = v.safeParse(gradientCheckSchema, { weight });
      expect(issues?.[0].message).toContain('must be a weight or bias of LeNet-5');
    },
  );
});

describe('splitShared', () => {
  it('parts two numbers at their first different digit', () => {
    expect(splitShared(2.26162092, 2.261621, 9)).toEqual({
      shared: '2.26162',
      rest: { above: '092', below: '100' },
    });
  });

  it('equal numbers share everything', () => {
    expect(splitShared(1.5, 1.5, 3)).toEqual({ shared: '1.50', rest: { above: '', below: '' } });
  });
});
