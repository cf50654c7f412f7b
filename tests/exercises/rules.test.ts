import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '$lib/exercises/expression';
import { judgeText, judgeValues, settingOf, slipsOf, type Rule } from '$lib/exercises/rule';
import { rules } from '$lib/exercises/rules';
import { crossEntropy, crossEntropyInputGrad, tensor } from '$lib/nn';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** The ways in which a reader may write an answer. */
function notations({ form }: Rule, values: readonly number[]): string[] {
  if (form === 'number') {
    const [value] = values as [number];
    return [
      `${value}`,
      grouped(value),
      fullWidth(`${value}`),
      `= ${value}`,
      `  ${value}`,
      `(${value}) * 1`,
    ];
  }
  return [
    values.join('×'),
    values.join(' x '),
    values.join('*'),
    fullWidth(values.join(' × ')),
    `[${values.join(', ')}]`,
    `torch.Size([1, ${values.join(', ')}])`,
  ];
}

describe.each(Object.entries<Rule>(rules))('%s', (_name, rule) => {
  test('is answered by its way, in every notation', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const setting = settingOf(rule, seed);
        const right = rule.answer(setting);
        expect(
          judgeValues(
            rule,
            setting,
            rule.way(setting).map((text) => evaluate(text)!),
          ),
        ).toEqual({ is: 'right' });
        const verdicts = notations(rule, right).map((text) => [
          text,
          judgeText(rule, setting, text).is,
        ]);
        expect(verdicts).toEqual(verdicts.map(([text]) => [text, 'right']));
        if (rule.form === 'number') {
          expect(judgeText(rule, setting, rule.way(setting)[0]!)).toEqual({ is: 'right' });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('answers each slip by its own name, in every notation', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const setting = settingOf(rule, seed);
        for (const { slip, values } of slipsOf(rule, setting)) {
          met.add(slip);
          if (rule.form === 'sizes' && !values.every(Number.isInteger)) continue;
          const verdicts = notations(rule, values).map((text) => [
            text,
            judgeText(rule, setting, text),
          ]);
          expect(verdicts).toEqual(verdicts.map(([text]) => [text, { is: 'slip', slip }]));
        }
      }),
      { numRuns: 40 },
    );
    expect([...met].sort()).toEqual(Object.keys(rule.slips).sort());
  });

  test('knows nonsense from an answer', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1_000_003, max: 9_999_999 }), (seed, far) => {
        const setting = settingOf(rule, seed);
        expect(judgeText(rule, setting, `${far}`)).toEqual({ is: 'wrong' });
        for (const text of ['', 'no idea', '28 +']) {
          expect(judgeText(rule, setting, text)).toEqual({ is: 'unread' });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('draws the same from the same seed, and other settings from others', () => {
    const texts = Array.from({ length: 40 }, (_, seed) => JSON.stringify(settingOf(rule, seed)));
    expect(texts).toEqual(texts.map((_, seed) => JSON.stringify(settingOf(rule, seed))));
    expect(new Set(texts).size).toBeGreaterThan(5);
  });
});

describe('a rule', () => {
  const rule: Rule<'n', 'twice' | 'square' | 'same'> = {
    form: 'number',
    draw: (random) => ({ n: random.pick([2, 3]) }),
    answer: ({ n }) => [n + 1],
    way: ({ n }) => [`${n} + 1`],
    slips: {
      twice: ({ n }) => [`2 * ${n}`],
      square: ({ n }) => [`${n} ^ 2`],
      same: ({ n }) => [`1 + ${n}`],
    },
  };

  test('never takes the right answer for a slip', () => {
    expect(judgeText(rule, { n: 3 }, '4')).toEqual({ is: 'right' });
    expect(slipsOf(rule, { n: 3 }).map(({ slip }) => slip)).toEqual(['twice', 'square']);
  });

  test('draws again where two slips coincide', () => {
    for (let seed = 0; seed < 50; seed++) expect(settingOf(rule, seed)).toEqual({ n: 3 });
  });

  test('whose slips always coincide is refused', () => {
    expect(() => settingOf({ ...rule, draw: () => ({ n: 2 }) }, 0)).toThrow('always coincide');
  });
});

test('the loss and its gradient are those of the reference network', () => {
  const classes = 8;
  const even = tensor([1, classes], new Float64Array(classes));
  expect(rules['even-loss'].answer({ classes })[0]).toBeCloseTo(
    crossEntropy(even, [3]).data[0]!,
    12,
  );

  const probability = 0.37;
  const probabilities = tensor([1, 2], [probability, 1 - probability]);
  const [gradient] = crossEntropyInputGrad(probabilities, [0]).data;
  expect(rules['right-score-gradient'].answer({ probability })[0]).toBeCloseTo(gradient!, 12);
});
