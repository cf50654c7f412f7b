import { expect, test } from 'vitest';

const sources: Record<string, string> = import.meta.glob(
  ['/src/lib/**/*.{ts,svelte}', '/src/routes/**/*.{ts,svelte}'],
  { query: '?raw', import: 'default', eager: true },
);

/** Half-width punctuation that touches Chinese, three dots, or one ellipsis where Chinese has two. */
const halfWidth =
  /\p{Script=Han}[:;!?,](?![/:])|\p{Script=Han} ?\([^)]*\p{Script=Han}|, \p{Script=Han}|\p{Script=Han}(?:\.\.\.|…(?!…))/u;
const isComment = (line: string) => /^\s*(?:\*|\/\/|\/\*)/.test(line);
const lines = Object.entries(sources).flatMap(([file, source]) =>
  source.split('\n').flatMap((line) => (/\p{Script=Han}/u.test(line) ? [{ file, line }] : [])),
);

test('there is Chinese to look at', () => expect(lines.length).toBeGreaterThan(1000));

test('Chinese in the interface has Chinese punctuation', () => {
  const wrong = lines.filter(({ line }) => !isComment(line) && halfWidth.test(line));
  expect(wrong).toEqual([]);
});
