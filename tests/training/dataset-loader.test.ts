import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodePack, packs } from '$lib/data';
import { loadDataset, loadDatasetOnce, type LoadProgress } from '$lib/training';
import { LoadError } from '$lib/ui/load/problem';
import { readMnist } from '../data/mnist-source';

const content = encodePack(packs.samples.cut(readMnist()));
const packed = new Uint8Array(gzipSync(content));

const answer = (body: Uint8Array<ArrayBuffer>) => vi.fn(async () => new Response(body));
const load = (fetch: typeof globalThis.fetch) => loadDataset('samples', { fetch, base: '/data/' });
const problemOf = (loading: Promise<unknown>) =>
  loading.then(
    () => 'loaded',
    (error: unknown) => (error instanceof LoadError ? error.problem : error),
  );

/** A browser's cache of one file, in memory. */
class MemoryStore {
  body: Uint8Array<ArrayBuffer> | undefined;
  async match() {
    return this.body && new Response(this.body);
  }
  async put(_url: string, response: Response) {
    this.body = new Uint8Array(await response.arrayBuffer());
  }
  async delete() {
    this.body = undefined;
    return true;
  }
}

function stubStore(): MemoryStore {
  const store = new MemoryStore();
  vi.stubGlobal('caches', { open: async () => store });
  return store;
}

afterEach(() => vi.unstubAllGlobals());

describe('loadDataset', () => {
  it('a gzipped file → the digits', async () => {
    const fetch = answer(packed);
    const { train, test } = await load(fetch);
    expect(fetch).toHaveBeenCalledWith('/data/samples.bin', expect.anything());
    expect([train.count, test.count]).toEqual([0, 10]);
    expect([...test.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('a file that the server has had decompressed already → the digits', async () => {
    expect((await load(answer(new Uint8Array(content)))).test.count).toBe(10);
  });

  it('progress ends at all of the uncompressed bytes', async () => {
    const heard: LoadProgress[] = [];
    await loadDataset('samples', {
      fetch: answer(packed),
      base: '/data/',
      onProgress: (progress) => heard.push(progress),
    });
    expect(heard.at(-1)).toEqual({ received: content.length, total: content.length });
  });

  it('without crypto.subtle, as on a plain http address, the checksum is still checked', async () => {
    vi.stubGlobal('crypto', {});
    expect((await load(answer(packed))).test.count).toBe(10);
  });

  it('one altered pixel is told by the checksum', async () => {
    const altered = new Uint8Array(content);
    altered[1000] ^= 1;
    expect(await problemOf(load(answer(altered)))).toMatchObject({ reason: 'damaged' });
  });

  it('aborted: rejects with the reason of the signal, not a load problem', async () => {
    const fetch = vi.fn(async () => Promise.reject(new DOMException('', 'AbortError')));
    const signal = AbortSignal.abort('left the page');
    const loading = loadDataset('samples', { fetch, base: '/data/', signal });
    await expect(loading).rejects.not.toBeInstanceOf(LoadError);
  });
});

describe('the store that outlives the page', () => {
  it('the second load asks no server', async () => {
    stubStore();
    await load(answer(packed));
    const offline = vi.fn(async () => Promise.reject(new TypeError('offline')));
    expect((await load(offline)).test.count).toBe(10);
    expect(offline).not.toHaveBeenCalled();
  });

  it('what fails its checksum is not kept', async () => {
    const store = stubStore();
    const altered = new Uint8Array(content);
    altered[1000] ^= 1;
    await problemOf(load(answer(altered)));
    expect(store.body).toBeUndefined();
  });

  it('a stored file that is broken is fetched again', async () => {
    const store = stubStore();
    store.body = packed.slice(0, 900);
    const fetch = answer(packed);
    expect((await load(fetch)).test.count).toBe(10);
    expect(fetch).toHaveBeenCalledOnce();
    expect(store.body).toEqual(packed);
  });

  it('a store that is full or forbidden does not stop the load', async () => {
    const store = stubStore();
    store.put = async () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    expect((await load(answer(packed))).test.count).toBe(10);
    vi.stubGlobal('caches', {
      open: async () => Promise.reject(new DOMException('', 'SecurityError')),
    });
    expect((await load(answer(packed))).test.count).toBe(10);
  });
});

describe('where nothing can be kept', () => {
  it('a broken file is asked for past the browser’s cache when the reader tries again', async () => {
    const modes: (RequestCache | undefined)[] = [];
    const answering = (body: Uint8Array<ArrayBuffer>) =>
      vi.fn<typeof globalThis.fetch>(async (_url, init) => {
        modes.push(init?.cache);
        return new Response(body);
      });
    await problemOf(load(answering(packed.slice(0, 900))));
    await load(answering(packed));
    await load(answering(packed));
    expect(modes.slice(-2)).toEqual(['reload', undefined]);
  });
});

describe('loadDatasetOnce', () => {
  it('a failure is forgotten; a success is shared', async () => {
    const options = (fetch: typeof globalThis.fetch) => ({ fetch, base: '/data/' });
    const failing = vi.fn(async () => new Response(null, { status: 503 }));
    expect(await problemOf(loadDatasetOnce('samples', options(failing)))).toMatchObject({
      status: 503,
    });
    const fetch = answer(packed);
    const first = await loadDatasetOnce('samples', options(fetch));
    expect(await loadDatasetOnce('samples', options(fetch))).toBe(first);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('all who ask while it comes hear of the progress', async () => {
    const [one, two] = [vi.fn(), vi.fn()];
    const options = {
      fetch: answer(new Uint8Array(gzipSync(encodePack(packs.hard.cut(readMnist()))))),
      base: '/data/',
    };
    await Promise.all(
      [one, two].map((onProgress) => loadDatasetOnce('hard', { ...options, onProgress })),
    );
    const all = { received: packs.hard.bytes, total: packs.hard.bytes };
    for (const heard of [one, two]) expect(heard).toHaveBeenLastCalledWith(all);
    expect(options.fetch).toHaveBeenCalledOnce();
  });
});
