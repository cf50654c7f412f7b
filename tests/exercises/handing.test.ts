import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignmentId,
  csvOf,
  readAssignment,
  readHandIn,
  resultsOf,
  rightOf,
  seedFor,
  taskOf,
  writeAssignment,
  writeHandIn,
  type HandIn,
} from '$lib/exercises';

const key = fc
  .tuple(fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.stringMatching(/^[a-z0-9-]{1,12}$/))
  .map((parts) => parts.join('/'));
const words = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[\ud800-\udfff]/g, ''));
const read = (query: string) => {
  const params = new URLSearchParams(query);
  return readAssignment((name) => params.get(name) ?? undefined);
};

describe('a set', () => {
  test('is read from its link as it was written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 1, maxLength: 60 }),
        words,
        words,
        fc.option(fc.integer({ min: 0, max: 999_999 }), { nil: undefined }),
        (exercises, title, until, seed) => {
          const set = { title, until, ...(seed !== undefined && { seed }), exercises };
          expect(read(writeAssignment(set))).toEqual(set);
        },
      ),
    );
  });

  test.each(['', '?do=', '?do=../x,c1', '?title=A'])('is not in %s', (query) =>
    expect(read(query)).toBeUndefined(),
  );

  test('leaves out what cannot be used', () => {
    expect(read('?do=c1/a,<b>,c1/a,c3/b&seed=many')).toEqual({
      title: '',
      until: '',
      exercises: ['c1/a', 'c3/b'],
    });
  });

  test('is told from others by its exercises and its seed, and draws other numbers for each', () => {
    const set = { title: 'A', until: '', seed: 3, exercises: ['c1/a', 'c3/b'] };
    expect(assignmentId({ ...set, title: 'B', until: 'noon' })).toBe(assignmentId(set));
    expect(assignmentId({ ...set, seed: 4 })).not.toBe(assignmentId(set));
    expect(assignmentId({ ...set, exercises: ['c1/a'] })).not.toBe(assignmentId(set));
    expect(seedFor(3, 'c1/a')).not.toBe(seedFor(3, 'c3/b'));
    expect(seedFor(3, 'c1/a')).not.toBe(seedFor(4, 'c1/a'));
  });
});

const handIn: HandIn = {
  name: '李雷 "=1"',
  title: 'Week 3',
  seed: 5,
  exercises: ['c1/a', 'c3/b'],
  answers: [{ exercise: 'c1/a', seed: seedFor(5, 'c1/a'), answer: ['61,706'], tries: 2 }],
};
const file = writeHandIn(handIn);

describe('what is handed in', () => {
  test('is read as it was written, whatever is in it', () => {
    expect(readHandIn(file)).toEqual({ handIn, isChanged: false });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 9 }), fc.nat(1000), (name, answer, tries) => {
        const one = { exercise: 'c1/a', seed: 7, answer, tries };
        const given: HandIn = { ...handIn, name, seed: null, answers: [one] };
        expect(readHandIn(writeHandIn(given))).toEqual({ handIn: given, isChanged: false });
      }),
    );
  });

  test('is found changed wherever one letter of its values is', () => {
    const places = [...file].flatMap((letter, at) => (/[0-9A-Za-z]/.test(letter) ? [at] : []));
    for (const at of places) {
      const other = file[at] === '7' ? '8' : '7';
      const result = readHandIn(file.slice(0, at) + other + file.slice(at + 1));
      expect(result === undefined || result.isChanged).toBe(true);
    }
  });

  test('is found changed where its numbers are not those of the set', () => {
    const own = { ...handIn, answers: [{ ...handIn.answers[0]!, seed: 1 }] };
    expect(readHandIn(writeHandIn(own))?.isChanged).toBe(true);
    expect(readHandIn(writeHandIn({ ...own, seed: null }))?.isChanged).toBe(false);
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"name":"A"}',
    file.slice(1),
    file.replace('"tries":2', '"tries":-2'),
  ])('%s is no file of answers', (text) => expect(readHandIn(text)).toBeUndefined());

  test('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHandIn(text)));
  });
});

describe('results of forty readers', () => {
  const exercise = { kind: 'number' as const, rule: 'convolution-parameters', items: [] };
  const readers = Array.from({ length: 40 }, (_, i): HandIn => {
    const { right } = taskOf(exercise, i);
    const answer = i % 4 === 3 ? ['1'] : [...right];
    return {
      name: `Reader ${String(i).padStart(2, '0')}`,
      title: '',
      seed: null,
      exercises: ['c3/parameters', 'c3/tap'],
      answers: i === 5 ? [] : [{ exercise: 'c3/parameters', seed: i, answer, tries: 1 + (i % 3) }],
    };
  });
  const texts = readers.map(writeHandIn);
  // One of them gives himself a right answer with an editor.
  texts[7] = texts[7]!.replace('"answer":["1"]', `"answer":["${taskOf(exercise, 7).right[0]}"]`);
  const results = resultsOf(
    texts.map((text) => readHandIn(text)!).reverse(),
    ({ seed, answer }) => taskOf(exercise, seed).judge(answer).is === 'right',
  );

  test('are judged from the seeds, in the order of the names, and the changed file stands out', () => {
    expect(results.exercises).toEqual(['c3/parameters', 'c3/tap']);
    expect(results.rows.map(({ name }) => name)).toEqual(readers.map(({ name }) => name));
    results.rows.forEach((row, i) => {
      const expected = i === 5 ? 'none' : i % 4 === 3 && i !== 7 ? 'wrong' : 'right';
      expect(row.outcomes).toEqual([expected, 'none']);
      expect(rightOf(row)).toBe(Number(expected === 'right'));
      expect(row.isChanged).toBe(i === 7);
      expect(row.tries).toEqual([i === 5 ? 0 : 1 + (i % 3), 0]);
    });
  });

  test('are a CSV file that a spreadsheet opens, and in which a name is no formula', () => {
    const named = { ...results, rows: [{ ...results.rows[0]!, name: '=1+2, "x"' }] };
    const csv = csvOf(named, {
      name: 'Name',
      right: 'Right',
      count: 'Of',
      changed: 'Changed',
      tries: (each) => `tries ${each}`,
    });
    expect(csv).toBe(
      '\ufeffName,Right,Of,c3/parameters,c3/tap,tries c3/parameters,tries c3/tap,Changed\r\n' +
        '"\'=1+2, ""x""",1,2,1,,1,0,0\r\n',
    );
  });
});
