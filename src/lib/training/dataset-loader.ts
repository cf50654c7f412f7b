import { sha256 } from '@noble/hashes/sha2.js';
import { decodePack, packs, type PackName, type Split } from '$lib/data';

/** Why a pack could not be had; `LoadProblem.svelte` words it. */
export type LoadProblem =
  | { readonly reason: 'network' }
  | { readonly reason: 'status'; readonly status: number }
  | { readonly reason: 'cut-short'; readonly received: number; readonly expected: number }
  | { readonly reason: 'checksum' };

/** A pack could not be loaded. Trying again is always safe: nothing broken is kept. */
export class LoadError extends Error {
  override readonly name = 'LoadError';

  constructor(readonly problem: LoadProblem) {
    super(`loadDataset: ${Object.values(problem).join(' ')}`);
  }
}

/** How far a download is, in bytes of the uncompressed content. */
export interface LoadProgress {
  readonly received: number;
  readonly total: number;
}

/** What loading needs from outside, and who wants to hear of it. */
export interface LoadOptions {
  /** The page's, the worker's or a test's own `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** The folder of the packs, with its slash: `assetPath('/data/')`. */
  readonly base: string;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Named by version, so that a change of the packs' form can start afresh. */
const storeName = 'mnist-1';

/** Storage that outlives the page; absent outside secure contexts, refused in some private windows. */
async function openStore(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(storeName);
  } catch {
    return undefined;
  }
}

/** Gives up politely where storage is full: the digits are then fetched again next time. */
async function keep(store: Cache, url: string, response: Response): Promise<void> {
  try {
    await store.put(url, response);
  } catch {
    await store.delete(url).catch(() => false);
  }
}

/**
 * The body of a response in chunks, decompressed. A server that knows gzip by its name or content may
 * have sent a `Content-Encoding`, and the browser has then decompressed already: the first two bytes tell.
 */
async function contentOf(response: Response): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const [peeked, body] = (response.body ?? new Blob([]).stream()).tee();
  const reader = peeked.getReader();
  const first = await reader.read();
  void reader.cancel();
  const gzipped = first.value !== undefined && first.value[0] === 0x1f && first.value[1] === 0x8b;
  return gzipped ? body.pipeThrough(new DecompressionStream('gzip')) : body;
}

/** Reads exactly `expected` bytes. Throws a `LoadError` where there are fewer or more. */
async function readContent(
  response: Response,
  expected: number,
  { onProgress, signal }: LoadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(expected);
  let received = 0;
  try {
    const reader = (await contentOf(response)).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      signal?.throwIfAborted();
      if (received + part.value.length > expected) throw new LoadError({ reason: 'checksum' });
      content.set(part.value, received);
      received += part.value.length;
      onProgress?.({ received, total: expected });
    }
  } catch (error) {
    if (signal?.aborted || error instanceof LoadError) throw error;
    throw new LoadError({ reason: 'cut-short', received, expected });
  }
  if (received < expected) throw new LoadError({ reason: 'cut-short', received, expected });
  return content;
}

/** SHA-256 in hex, by the browser where it offers it (secure contexts), else in plain arithmetic. */
async function sha256Hex(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    : sha256(content);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readPack(name: PackName, response: Response, options: LoadOptions): Promise<Split> {
  const { bytes, sha256: expected } = packs[name];
  const content = await readContent(response, bytes, options);
  if ((await sha256Hex(content)) !== expected) throw new LoadError({ reason: 'checksum' });
  return decodePack(content);
}

/** Addresses that gave a broken content: the browser's own cache may hold it. */
const broken = new Set<string>();

/** What this module keeps itself need not stand in the browser's cache as well. */
function cacheMode(url: string, kept: boolean): RequestCache {
  if (kept) return 'no-store';
  return broken.has(url) ? 'reload' : 'default';
}

async function download(url: string, kept: boolean, options: LoadOptions): Promise<Response> {
  const { fetch, signal } = options;
  let response: Response;
  try {
    response = await fetch(url, { signal, cache: cacheMode(url, kept) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new LoadError({ reason: 'network' });
  }
  if (!response.ok) throw new LoadError({ reason: 'status', status: response.status });
  return response;
}

/**
 * A pack of digits: from the store that outlives the page, else from the site, which then fills the
 * store. Every content is checked against its SHA-256; a stored one that fails is fetched again.
 * Rejects with a `LoadError`, or with the signal's reason where it was aborted.
 */
export async function loadDataset(name: PackName, options: LoadOptions): Promise<Split> {
  const url = options.base + packs[name].file;
  const store = await openStore();
  const stored = await store?.match(url);
  if (stored) {
    try {
      return await readPack(name, stored, options);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      await store?.delete(url);
    }
  }
  const response = await download(url, store !== undefined, options);
  const copy = store && response.clone();
  let split: Split;
  try {
    split = await readPack(name, response, options);
  } catch (error) {
    broken.add(url);
    throw error;
  }
  broken.delete(url);
  if (store && copy) await keep(store, url, copy);
  return split;
}

const loaded = new Map<PackName, Promise<Split>>();

/**
 * As `loadDataset`, once for the life of the page however many parts of it ask; what failed is asked
 * for anew. Only the first to ask hears of the progress.
 */
export function loadDatasetOnce(
  name: PackName,
  options: Omit<LoadOptions, 'signal'>,
): Promise<Split> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = loadDataset(name, options);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}
