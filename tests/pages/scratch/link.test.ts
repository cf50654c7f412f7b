import {
  holdsNotebook,
  longestLink,
  notebookFromLink,
  notebookLink,
} from '$lib/pages/scratch/link';
import { exampleNotebook } from '$lib/pages/scratch/example';
import type { Notebook } from '$lib/notebook/formula';
import { describe, expect, test } from 'vitest';

const address = 'https://example.org/en/scratch#old';
const hashOf = (link: string) => link.slice(link.indexOf('#'));

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return `#notebook=${Buffer.from(bytes).toString('base64url')}`;
}

test.each(['en', 'zh'] as const)('the %s example goes through a link unchanged', async (locale) => {
  const notebook = exampleNotebook(locale);
  const link = await notebookLink(address, notebook);
  expect(link).toMatch(/^https:\/\/example\.org\/en\/scratch#notebook=[\w-]+$/);
  expect(link.length).toBeLessThan(longestLink);
  expect(holdsNotebook(hashOf(link))).toBe(true);
  expect(await notebookFromLink(hashOf(link))).toEqual({ ok: true, notebook });
});

test('a notebook of many different formulas is too long for a link', async () => {
  const cells: Notebook['cells'] = Array.from({ length: 100 }, (_, cell) => ({
    ...{ id: `c${cell}`, type: 'formula', title: '' },
    source: Array.from({ length: 40 }, (_, line) => `x${cell}_${line} = ${cell ** 3 * line}`).join(
      '\n',
    ),
  }));
  expect((await notebookLink(address, { title: '', cells })).length).toBeGreaterThan(longestLink);
});

describe('a link that holds no notebook', () => {
  test.each([
    ['nothing', '#notebook='],
    ['signs that no link has', '#notebook=%%%'],
    ['a cut-off link', hashOf('#notebook=pVTNbtswDL73KYjs4nhJWmft')],
  ])('%s is damaged', async (_case, hash) => {
    expect(await notebookFromLink(hash)).toEqual({ ok: false, problem: { kind: 'damagedLink' } });
  });

  test('one that unfolds to a hundred times what a notebook can be is damaged', async () => {
    const hash = await deflated(' '.repeat(60_000_000));
    expect(await notebookFromLink(hash)).toEqual({ ok: false, problem: { kind: 'damagedLink' } });
  });

  test('other data says what it is not', async () => {
    expect(await notebookFromLink(await deflated('{"a": 1}'))).toEqual({
      ok: false,
      problem: { kind: 'otherFormat' },
    });
  });
});
