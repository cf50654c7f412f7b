import { loadFile, type LoadOptions as FileOptions } from '$lib/ui/load/load-file';
import { LoadError } from '$lib/ui/load/problem';
import { decodePack, packs, type PackName, type Split } from '$lib/data';

/** How far a download is, in bytes of the uncompressed content. */
export interface LoadProgress {
  readonly received: number;
  readonly total: number;
}

/** What loading needs from outside, and who wants to hear of it. */
export interface LoadOptions extends Pick<FileOptions, 'fetch' | 'signal'> {
  /** The folder of the packs, with its slash: `assetPath('/data/')`. */
  readonly base: string;
  readonly onProgress?: (progress: LoadProgress) => void;
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

/** SHA-256 in hex, by the browser where it offers it (secure contexts), else in plain arithmetic. */
async function sha256Hex(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', content))
    : (await import('@noble/hashes/sha2.js')).sha256(content);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A pack from wherever `fetch` has it, checked against its SHA-256. */
function loadPack(name: PackName, url: string, options: FileOptions & LoadOptions): Promise<Split> {
  const { bytes, sha256: expected } = packs[name];
  async function read(content: Uint8Array<ArrayBuffer>): Promise<Split> {
    const actual = await sha256Hex(content);
    if (actual !== expected) throw new Error(`loadDataset: invalid checksum: ${actual}`);
    return decodePack(content);
  }
  const onReceived = (received: number) => options.onProgress?.({ received, total: bytes });
  return loadFile({ what: 'digits', url, bytes, read }, { ...options, onReceived });
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
      return await loadPack(name, url, { ...options, fetch: async () => stored });
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      await store?.delete(url);
    }
  }
  if (!store) return loadPack(name, url, options);
  let copy: Response | undefined;
  const fetch: typeof globalThis.fetch = async (...request) => {
    const response = await options.fetch(...request);
    copy = response.clone();
    return response;
  };
  // What is kept here need not stand in the browser's cache as well.
  const split = await loadPack(name, url, { ...options, fetch, cache: 'no-store' });
  if (copy) await keep(store, url, copy);
  return split;
}

/** Packs that have come or are coming, with those who hear of their progress. */
const loaded = new Map<
  PackName,
  { readonly split: Promise<Split>; readonly hear: Set<(progress: LoadProgress) => void> }
>();

/**
 * As `loadDataset`, once for the life of the page however many parts of it ask; all of them hear of the
 * progress. What failed is asked for anew.
 */
export function loadDatasetOnce(
  name: PackName,
  { onProgress, ...options }: Omit<LoadOptions, 'signal'>,
): Promise<Split> {
  let known = loaded.get(name);
  if (!known) {
    const hear = new Set<(progress: LoadProgress) => void>();
    const tell = (progress: LoadProgress) => hear.forEach((listener) => listener(progress));
    const split = loadDataset(name, { ...options, onProgress: tell });
    known = { split, hear };
    loaded.set(name, known);
    split.then(
      () => hear.clear(),
      () => loaded.delete(name),
    );
  }
  if (onProgress) known.hear.add(onProgress);
  return known.split;
}
