import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answer,
  deleteOthers,
  isolated,
  storeEdition,
  type Edition,
} from '$lib/ui/offline/edition';

const origin = 'https://lenet.example';
const edition: Edition = { base: '/book', version: '2' };
const list = [
  '/index.html',
  '/404.html',
  '/en/lessons/c1.html',
  '/en/lessons/c1/__data.json',
  '/_app/a.js',
  '/data/mini.bin',
];

/** Caches as a browser's, as far as an edition uses them. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();
  async open(name: string) {
    const entries = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, entries);
    return {
      match: async (key: string) => entries.get(key)?.clone(),
      put: async (key: string, response: Response) => void entries.set(key, response),
    };
  }
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
}

let caches: FakeCaches;
/** What the site has now, by path; all else is 404, and nothing comes while `isOnline` is false. */
let site: Map<string, () => Response>;
let isOnline: boolean;
const fetch = vi.fn(async (asked: Request | string, _options?: RequestInit) => {
  if (!isOnline) throw new TypeError('offline');
  const path = typeof asked === 'string' ? asked : new URL(asked.url).pathname;
  return site.get(path)?.() ?? new Response('nothing here', { status: 404 });
});
const surroundings = () => ({ fetch, caches }) as unknown as Parameters<typeof storeEdition>[1];
const ask = (path: string, init?: RequestInit) =>
  answer(edition, new Request(origin + path, init), surroundings());
const textOf = async (path: string, init?: RequestInit) => (await ask(path, init))?.text();

beforeEach(() => {
  vi.stubGlobal('location', { href: `${origin}/book/service-worker.js` });
  fetch.mockClear();
  caches = new FakeCaches();
  isOnline = true;
  site = new Map(list.map((path) => [`/book${path}`, () => new Response(`${path}, edition 2`)]));
  site.set('/book/offline.json', () => Response.json(list));
});

describe('an edition that is stored', () => {
  beforeEach(() => storeEdition(edition, surroundings()));

  it('answers without a connection: pages with any query, their data, the home page', async () => {
    isOnline = false;
    expect(await textOf('/book/en/lessons/c1')).toBe('/en/lessons/c1.html, edition 2');
    expect(await textOf('/book/en/lessons/c1/?digit=3')).toBe('/en/lessons/c1.html, edition 2');
    expect(await textOf('/book/en/lessons/c1/__data.json?x=01')).toBe(
      '/en/lessons/c1/__data.json, edition 2',
    );
    expect(await textOf('/book/')).toBe('/index.html, edition 2');
    expect(fetch).toHaveBeenCalledTimes(list.length + 1);
  });

  it('keeps to its own files while the site has newer ones', async () => {
    site.set('/book/_app/a.js', () => new Response('edition 3'));
    expect(await textOf('/book/_app/a.js')).toBe('/_app/a.js, edition 2');
  });

  it('fetches anew what was broken, and keeps that', async () => {
    site.set('/book/data/mini.bin', () => new Response('whole'));
    expect(await textOf('/book/data/mini.bin', { cache: 'reload' })).toBe('whole');
    isOnline = false;
    expect(await textOf('/book/data/mini.bin')).toBe('whole');
  });

  it('has its own words for addresses that lead nowhere', async () => {
    const lost = new Request(`${origin}/book/en/nowhere`);
    Object.defineProperty(lost, 'mode', { value: 'navigate' });
    const answered = await answer(edition, lost, surroundings());
    expect([answered?.status, await answered?.text()]).toEqual([404, '/404.html, edition 2']);
    expect(await textOf('/book/en/nowhere.js')).toBe('nothing here');
  });

  it('fetches nothing twice when it is stored again', async () => {
    fetch.mockClear();
    await storeEdition(edition, surroundings());
    expect(fetch.mock.calls.map(([path]) => path)).toEqual(['/book/offline.json']);
  });

  it('deletes other editions and nothing else', async () => {
    await caches.open('site-1');
    await caches.open('mnist-1');
    await deleteOthers(edition, caches as unknown as CacheStorage);
    expect(await caches.keys()).toEqual(['site-2', 'mnist-1']);
  });
});

it('an edition of which a file does not come is not taken for stored', async () => {
  site.delete('/book/_app/a.js');
  await expect(storeEdition(edition, surroundings())).rejects.toThrow('/_app/a.js: 404');
});

it('what is not the site’s is left to the browser', async () => {
  for (const [url, init] of [
    ['https://elsewhere.example/book/', {}],
    [`${origin}/other/`, {}],
    [`${origin}/book/`, { method: 'POST' }],
    [`${origin}/book/data/full.bin`, { headers: { range: 'bytes=0-9' } }],
  ] as const)
    expect(answer(edition, new Request(url, init), surroundings())).toBeUndefined();
});

it('what is not part of the edition comes from the site and is not kept', async () => {
  site.set('/book/data/full.bin', () => new Response('digits'));
  expect(await textOf('/book/data/full.bin')).toBe('digits');
  isOnline = false;
  await expect(ask('/book/data/full.bin')).rejects.toThrow('offline');
});

it('every answer isolates the page, whatever the host sends, and keeps the rest', async () => {
  const answers = [
    isolated(new Response('a', { status: 201, headers: { 'Content-Type': 'text/x' } })),
    isolated(new Response(null, { status: 304 })),
    (await ask('/book/en/nowhere'))!,
  ];
  for (const { headers } of answers) {
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  }
  expect(answers.map(({ status }) => status)).toEqual([201, 304, 404]);
  expect(answers[0].headers.get('Content-Type')).toBe('text/x');
  expect(await answers[0].text()).toBe('a');
});
