import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadFile, type LoadOptions } from '$lib/ui/load/load-file';
import { LoadError, problemSchema } from '$lib/ui/load/problem';
import * as v from 'valibot';
import { fakePlace, realPlace, type Behaviour, type Place } from './answers';

/** A file whose bytes no compression can foretell, and that checks itself: the last byte is their sum. */
const content = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i * 7919) >> 3);
content[content.length - 1] = content.subarray(0, -1).reduce((sum, byte) => (sum + byte) & 255, 0);
const packed = new Uint8Array(gzipSync(content));
const text = (words: string) => new TextEncoder().encode(words);

function read(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  const sum = bytes.subarray(0, -1).reduce((total, byte) => (total + byte) & 255, 0);
  if (sum !== bytes.at(-1)) throw new Error('wrong sum');
  return bytes;
}

const altered = (bytes: Uint8Array<ArrayBuffer>, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 0x55 : byte));
const pieces = (bytes: Uint8Array<ArrayBuffer>, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );

const html = text('<!DOCTYPE html>\n<title>Sign in</title>' + ' '.repeat(3000));
const size = content.length;

/** What a server does, and what a reader is to be told; nothing where the file arrives. */
const cases: [string, Behaviour, (object | undefined)?][] = [
  ['gzip', { chunks: [packed] }],
  ['plain bytes', { chunks: [content] }],
  ['gzip that the browser decompresses', { headers: { 'Content-Encoding': 'gzip' }, chunks: [packed] }],
  ['a byte at a time', { chunks: pieces(packed.slice(0, 40), 1).concat([packed.slice(40)]) }],
  ['many chunks, no length', { chunks: pieces(content, 700) }],
  ['with a length', { headers: { 'Content-Length': `${size}` }, chunks: [content] }],
  ['a type that is not its own', { headers: { 'Content-Type': 'text/plain' }, chunks: [packed] }],

  ['nothing listens', 'refuses', { reason: 'unreachable' }],
  ['no answer', 'is silent', { reason: 'stalled', received: 0 }],
  ['headers alone', { then: 'stalls' }, { reason: 'stalled', received: 0 }],
  ['half, then silence', { chunks: [content.slice(0, 9000)], then: 'stalls' }, { reason: 'stalled', received: 9000 }],
  ['half, then the end of the connection', { chunks: [content.slice(0, 9000)], then: 'breaks' }, { reason: 'cut-short', received: 9000, expected: size }],
  ['half, as if it were all', { chunks: [content.slice(0, 9000)] }, { reason: 'cut-short', received: 9000, expected: size }],
  ['half of the gzip, as if it were all', { chunks: [packed.slice(0, 900)] }, { reason: 'cut-short', expected: size }],
  ['half of the gzip, then the end', { chunks: [packed.slice(0, 9000)], then: 'breaks' }, { reason: 'cut-short', expected: size }],
  ['nothing', {}, { reason: 'cut-short', received: 0, expected: size }],
  ['one byte altered', { chunks: [altered(content, 5000)] }, { reason: 'damaged' }],
  ['gzip with an altered head', { chunks: [altered(packed, 2)] }, { reason: 'damaged' }],
  ['gzip with an altered body', { chunks: pieces(altered(packed, 60), 500) }, { reason: 'damaged' }],
  ['gzip with an altered checksum', { chunks: [altered(packed, packed.length - 6)] }, { reason: 'damaged' }],
  ['more than the file', { chunks: [content, content] }, { reason: 'damaged' }],
  ['404', { status: 404, headers: { 'Content-Type': 'text/html' }, chunks: [html] }, { reason: 'status', status: 404 }],
  ['503', { status: 503 }, { reason: 'status', status: 503 }],
  ['a page that says so', { headers: { 'Content-Type': 'text/html; charset=utf-8' }, chunks: [html] }, { reason: 'page' }],
  ['a page that says that it is bytes', { headers: { 'Content-Type': 'application/octet-stream' }, chunks: [html] }, { reason: 'page' }],
  ['a page in pieces, after blanks', { chunks: [text('\uFEFF \n'), ...pieces(text('<HTML><body>'), 2)] }, { reason: 'page' }],
  ['a page that is gzip', { headers: { 'Content-Encoding': 'gzip', 'Content-Type': 'text/html' }, chunks: [new Uint8Array(gzipSync(html))] }, { reason: 'page' }],
  ['a network that wants a sign-in', { status: 511, chunks: [html] }, { reason: 'page' }],
]; // prettier-ignore

const problemOf = (loading: Promise<unknown>) =>
  loading.then(
    () => undefined,
    (error: unknown) => (error instanceof LoadError ? error.problem : error),
  );

describe.each<[string, () => Place | Promise<Place>]>([
  ['a fake fetch', fakePlace],
  ['a server', realPlace],
])('loadFile from %s', (_, make) => {
  let place: Place;
  beforeAll(async () => void (place = await make()));
  afterAll(() => place.close());

  const load = (changes: Partial<LoadOptions> = {}) =>
    loadFile(
      { what: 'weights', url: place.url, bytes: size, read },
      { fetch: place.fetch, isOnline: () => true, ...changes },
    );

  test.each(cases)('%s', async (_, behaviour, expected) => {
    place.answer(behaviour);
    const mayStall = expected && 'reason' in expected && expected.reason === 'stalled';
    const problem = await problemOf(load(mayStall ? { stallAfter: 50 } : {}));
    if (!expected) return expect(problem).toBeUndefined();
    expect(problem).toMatchObject({ what: 'weights', ...expected });
    expect(v.parse(problemSchema, structuredClone(problem))).toEqual(problem);
  });

  test.each(cases.filter(([, , expected]) => expected))('after %s, again', async (_, behaviour) => {
    // Node's fetch asks again by itself where a connection that was kept open is closed.
    place.answer(behaviour);
    await problemOf(load({ stallAfter: 50 }));
    place.answer({ chunks: [packed] });
    expect(await load()).toEqual(content);
  });

  test.each<[string, Behaviour]>([
    ['no answer', 'refuses'],
    ['silence', 'is silent'],
    ['a cut', { chunks: [content.slice(0, 9000)], then: 'breaks' }],
  ])('%s while the browser is offline', async (_, behaviour) => {
    place.answer(behaviour);
    const loading = load({ stallAfter: 50, isOnline: () => false });
    expect(await problemOf(loading)).toEqual({ what: 'weights', reason: 'offline' });
  });

  test('a damaged file is damaged, offline or not', async () => {
    place.answer({ chunks: [altered(content, 5000)] });
    const loading = load({ isOnline: () => false });
    expect(await problemOf(loading)).toMatchObject({ reason: 'damaged' });
  });

  test('what was received is told, and only grows', async () => {
    place.answer({ chunks: pieces(packed, 500) });
    const heard: number[] = [];
    await load({ onReceived: (received) => heard.push(received) });
    expect(heard.at(-1)).toBe(size);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  test('called off, it rejects with the reason of that', async () => {
    place.answer({ chunks: [content.slice(0, 9000)], then: 'stalls' });
    const leave = new AbortController();
    const loading = load({ signal: leave.signal, onReceived: () => leave.abort('left the page') });
    expect(await problemOf(loading)).toBe('left the page');
  });

  test('a size that is not known: what cannot be read is damaged', async () => {
    const source = { what: 'kernels', url: place.url, read } as const;
    place.answer({ chunks: pieces(packed, 900) });
    expect(await loadFile(source, { fetch: place.fetch })).toEqual(content);
    place.answer({ chunks: [content.slice(0, 9000)] });
    expect(await problemOf(loadFile(source, { fetch: place.fetch }))).toEqual({
      what: 'kernels',
      reason: 'damaged',
    });
  });
});

test('what was broken is asked for past the browser’s cache, what was only late is not', async () => {
  const place = fakePlace();
  const fetch = vi.fn(place.fetch);
  const source = { what: 'weights', url: '/cached', bytes: size, read } as const;
  const caches = () => fetch.mock.calls.map(([, init]) => init?.cache);
  place.answer('refuses', { chunks: [html] }, { chunks: [packed] });
  await problemOf(loadFile(source, { fetch }));
  await problemOf(loadFile(source, { fetch }));
  await loadFile(source, { fetch });
  await loadFile(source, { fetch });
  expect(caches()).toEqual([undefined, undefined, 'reload', undefined]);
});
