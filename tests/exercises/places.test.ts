import { describe, expect, test } from 'vitest';
import { hasPlaces, hasTensor, placeRules, taskOf } from '$lib/exercises';
import { firstOf, isIn, readPattern, readPlace } from '$lib/exercises/places/pattern';
import type { PlaceRule } from '$lib/exercises';
import { randomFrom } from '$lib/exercises/random';
import { formatRef, hasRef, tensorOf, type Trace } from '$lib/nn';
import { sampleDigit, shippedNetwork } from '../cells/shipped';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { placeWords } from '$lib/views/exercise/words';

const traces = new Map<string, Trace>();
function traceOf(digit: number, weights: 'trained' | 'fresh'): Trace {
  const key = `${digit} ${weights}`;
  const found =
    traces.get(key) ??
    traceDigit(
      sampleDigit(digit),
      weights === 'fresh' ? freshNetwork(0) : shippedNetwork('trained'),
    );
  traces.set(key, found);
  return found;
}
const trace = traceOf(3, 'fresh');

describe('a pattern of places', () => {
  test('is one number, a range of an axis, or all of it', () => {
    const pattern = readPattern('c1.output[0,2..4,*]')!;
    expect(firstOf(pattern)).toEqual({ tensor: 'c1.output', index: [0, 2, 0] });
    const isMeant = (...index: number[]) => isIn({ tensor: 'c1.output', index }, pattern);
    expect([isMeant(0, 2, 27), isMeant(0, 4, 0), isMeant(0, 5, 0), isMeant(1, 2, 0)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isMeant(0, 2)).toBe(false);
    expect(readPattern('loss')).toEqual({ tensor: 'loss', ranges: [] });
  });

  test.each(['', '[0]', 'c1.output[0,4..2,0]', 'c1.output[a]', 'c1.output[0', 'c1 output[0]'])(
    '%s is none',
    (text) => expect(readPattern(text)).toBeUndefined(),
  );

  test('must be of numbers that the network has', () => {
    expect(hasPlaces('c3.output[15,0..9,*]')).toBe(true);
    expect(hasPlaces('c3.output[16,0,0]')).toBe(false);
    expect(hasPlaces('c3.output[0,0..10,0]')).toBe(false);
    expect(hasPlaces('c9.output[0,0,0]')).toBe(false);
    expect([hasTensor('f6.activation'), hasTensor('f7.activation')]).toEqual([true, false]);
  });
});

describe('an address', () => {
  test.each([
    'c3.output[7,2,4]',
    '  C3.Output [ 7, 2, 4 ]',
    'ｃ３．output［７，２，４］',
    '7,2,4',
    '[7, 2, 4]',
    '7 2 4'.replaceAll(' ', '，'),
  ])('%s is read', (text) =>
    expect(readPlace(text, 'c3.output', trace)).toEqual({ tensor: 'c3.output', index: [7, 2, 4] }),
  );

  test.each([
    '',
    'c3',
    '7',
    'c3.output[7,2]',
    'c3.output[7,2,10]',
    'c4.output[7,2,4]',
    '-1,2,4',
    'no',
  ])('%s is not', (text) => expect(readPlace(text, 'c3.output', trace)).toBeUndefined());
});

describe.each(Object.entries<PlaceRule>(placeRules))('%s', (name, rule) => {
  const seeds = Array.from({ length: 25 }, (_, seed) => seed * 7919);
  const task = (seed: number) => {
    const { digit } = rule.draw(randomFrom(seed));
    const known = traceOf(digit, rule.weights);
    return {
      known,
      ...taskOf({ kind: 'place', rule: name, items: [] }, seed, known),
    };
  };

  test('accepts its right numbers, and answers each slip by its own name', () => {
    const met = new Set<string>();
    for (const seed of seeds) {
      const { setting, right, judge, known, scene } = task(seed);
      expect(scene!.tensor).toBe(rule.tensor);
      expect(judge(right)).toEqual({ is: 'right' });
      const all = rule.right(setting, known);
      expect(all.length).toBeGreaterThan(0);
      for (const ref of [all[0]!, all.at(-1)!]) {
        expect(hasRef(known, ref)).toBe(true);
        expect(judge([formatRef(ref).toUpperCase()])).toEqual({ is: 'right' });
      }
      for (const lead of Object.values(rule.slips)) {
        for (const ref of lead(setting, known).slice(0, 10)) {
          const verdict = judge([formatRef(ref)]);
          if (verdict.is === 'slip') met.add(verdict.slip);
          else expect(['right', 'unread']).toContain(verdict.is);
        }
      }
      for (const text of ['', 'no idea', 'c1']) expect(judge([text])).toEqual({ is: 'unread' });
    }
    expect([...met].sort()).toEqual(Object.keys(rule.slips).sort());
  });

  test('judges nothing before the network has read its digit', () => {
    const waiting = taskOf({ kind: 'place', rule: name, items: [] }, 1);
    expect(waiting.isReady).toBe(false);
    expect(waiting.judge(['c1.output[0,0,0]'])).toEqual({ is: 'unread' });
  });

  test('has words for each of its slips', async () => {
    const { en, zh } = await placeWords[name as keyof typeof placeWords]();
    const names = [...Object.keys(rule.slips), 'hint1', 'hint2', 'solution'].sort();
    expect(Object.keys(en).sort()).toEqual(names);
    expect(Object.keys(zh).sort()).toEqual(names);
  });
});

test('the last pixel that a number of C3 sees is the last that its value depends on', () => {
  const { draw, right } = placeRules['seen-last'];
  for (let seed = 0; seed < 5; seed++) {
    const setting = draw(randomFrom(seed));
    const [, row, column] = right(setting, trace)[0]!.index;
    // Going forward: C1 shrinks by 4, S2 halves, C3 shrinks by 4.
    const sees = (pixel: number, unit: number) => {
      const inC1 = [0, 1, 2, 3, 4].map((tap) => pixel - tap).filter((at) => at >= 0 && at < 28);
      const inS2 = new Set(inC1.map((at) => at >> 1));
      return [0, 1, 2, 3, 4].some((tap) => inS2.has(unit + tap));
    };
    expect([sees(row!, setting.row), sees(row! + 1, setting.row)]).toEqual([true, false]);
    expect([sees(column!, setting.column), sees(column! + 1, setting.column)]).toEqual([
      true,
      false,
    ]);
  }
});

test('the number that passes is the largest of S2', () => {
  for (const digit of [0, 4, 9]) {
    for (const map of [0, 3, 5]) {
      const known = traceOf(digit, 'trained');
      const [ref] = placeRules['passed-number'].right({ digit, map }, known);
      const [, row, column] = ref!.index as [number, number, number];
      const pooled = tensorOf(known, 's2.output').data.slice(map * 196, (map + 1) * 196);
      expect(pooled.indexOf(Math.max(...pooled))).toBe((row >> 1) * 14 + (column >> 1));
      expect(Math.max(...pooled)).toBeGreaterThan(0);
    }
  }
});

test('a written answer has its numbers, its slips by their places, and a digit', () => {
  const item = (label: string, right: boolean) => ({ label, right, explanation: '' });
  const task = taskOf(
    {
      kind: 'place',
      tensor: 'c1.output',
      digit: 4,
      items: [item('<code>c1.output[0,27,27]</code>', true), item('c1.output[0,0..1,*]', false)],
    },
    0,
    trace,
  );
  expect(task.scene).toEqual({ tensor: 'c1.output', digit: 4, weights: 'trained' });
  expect(task.right).toEqual(['c1.output[0,27,27]']);
  expect(task.judge(['0,27,27'])).toEqual({ is: 'right' });
  expect(task.judge(['0,1,9'])).toEqual({ is: 'slip', slip: '1' });
  expect(task.judge(['0,2,9'])).toEqual({ is: 'wrong' });
});
