import { describe, expect, test } from 'vitest';
import { weightsProblemMessages } from '$lib/views/sample/weights-problem-messages';
import type { WeightsProblem } from '$lib/training';

const endless = 'w'.repeat(50_000);
const problems: readonly WeightsProblem[] = [
  { reason: 'format' },
  { reason: 'short', bytes: 246_824, expected: 246_904 },
  { reason: 'header', bytes: 45_300_000 },
  { reason: 'header', bytes: 2 ** 63 },
  { reason: 'entries' },
  { reason: 'repeated', name: endless },
  { reason: 'size', tensor: endless },
  { reason: 'overlap', tensor: endless },
  { reason: 'gap', bytes: 4, tensor: endless },
  { reason: 'gap', bytes: 7 },
  { reason: 'network', tensor: endless },
  { reason: 'type', tensor: endless, type: endless },
  { reason: 'number', tensor: endless },
];

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const { sentence } = weightsProblemMessages[locale];

  test('each reason has a sentence of its own, of a sensible length', () => {
    const sentences = problems.map(sentence);
    expect(new Set(sentences).size).toBe(problems.length);
    for (const each of sentences) {
      expect(each).toMatch(/[.。]$/);
      expect(each.length).toBeLessThan(240);
    }
  });
});

test.each([
  [
    { reason: 'short', bytes: 246_824, expected: 246_904 },
    'The file is cut short: 246,824 of 246,904 bytes.',
  ],
  [
    { reason: 'header', bytes: 45_300_000 },
    'The header of this file takes 45.3 MB; up to 5.0 MB are read.',
  ],
  [{ reason: 'gap', bytes: 7 }, 'The file is damaged: the last 7 bytes belong to no tensor.'],
] as const)('%j: “%s”', (problem, words) => {
  expect(weightsProblemMessages.en.sentence(problem)).toBe(words);
});
