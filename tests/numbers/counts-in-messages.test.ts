import { expect, test } from 'vitest';

/** What a network may have more than a thousand of. */
const counted =
  /\b(count|products|numbers|terms|others|samples|units|parameters|operations): number/g;
const nextMessage = /\n {4}\w[\w'-]*:|\n {2}\},/;

const sources: Record<string, string> = import.meta.glob(
  ['/src/lib/views/**/*.ts', '/src/lib/pages/microscope/**/*.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const files = Object.keys(sources).filter((file) => sources[file].includes('defineMessages'));

test('there are messages to look at', () => expect(files.length).toBeGreaterThan(20));

test.each(files)('a count in a message has its commas: %s', (file) => {
  const source = sources[file];
  const bare = [...source.matchAll(counted)].filter(({ 0: { length }, 1: name, index }) =>
    source
      .slice(index + length)
      .split(nextMessage)[0]
      .includes(`\${${name}}`),
  );
  expect(bare.map(([text]) => text)).toEqual([]);
});
