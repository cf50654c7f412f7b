import { LoadError, type Loadable, type LoadReason } from './problem';
import { GzipError, PageError, unpack } from './unpack';

/** A file of the site, and what it is read as. */
export interface FileSource<T> {
  readonly what: Loadable;
  readonly url: string;
  /** How many bytes the content has once decompressed, where that is known before. */
  readonly bytes?: number;
  /** Makes of the content what the page needs. Where it throws or rejects, the content is damaged. */
  readonly read: (content: Uint8Array<ArrayBuffer>) => T | Promise<T>;
}

/** What loading needs from outside, and who wants to hear of it. */
export interface LoadOptions {
  /** The page's, the worker's or a test's own `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** Hears how many bytes of the decompressed content have come. */
  readonly onReceived?: (received: number) => void;
  readonly signal?: AbortSignal;
  /** How the browser's own cache is used, unless what it held was broken. */
  readonly cache?: RequestCache;
  /** Milliseconds without a byte after which the load has stalled. */
  readonly stallAfter?: number;
  /** False where it is known that there is no connection. */
  readonly isOnline?: () => boolean;
}

/** Reasons that lie in the content. */
const isOfContent = ({ reason }: LoadReason) => ['page', 'cut-short', 'damaged'].includes(reason);

/** Addresses that gave a broken content: the browser's own cache may hold it. */
const broken = new Set<string>();

/** The promise's value, or a rejection with `late()` once `ms` milliseconds have gone. */
async function within<T>(ms: number, promise: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** The chunks in one array. Throws where they are more than `bytes`, if that is known. */
async function join(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  bytes: number | undefined,
  onReceived: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  let content = new Uint8Array(bytes ?? 2 ** 16);
  let received = 0;
  for await (const part of chunks) {
    const end = received + part.length;
    if (end > content.length) {
      if (bytes !== undefined) throw new Error(`loadFile: more than ${bytes} bytes came`);
      const larger = new Uint8Array(Math.max(end, 2 * content.length));
      larger.set(content.subarray(0, received));
      content = larger;
    }
    content.set(part, received);
    received = end;
    onReceived(received);
  }
  return received === content.length ? content : content.slice(0, received);
}

/**
 * Fetches a file and reads it; gzip is decompressed, and no header is relied on. Rejects with a
 * `LoadError` that says what is wrong, or with the signal's reason where it was aborted.
 */
export async function loadFile<T>(source: FileSource<T>, options: LoadOptions): Promise<T> {
  const { what, url, bytes, read } = source;
  const { fetch, onReceived, signal, stallAfter = 20_000 } = options;
  const isOnline = options.isOnline ?? (() => globalThis.navigator?.onLine !== false);
  const giveUp = new AbortController();
  let received = 0;

  const failed = (reason: LoadReason) => new LoadError({ what, ...reason });
  const offlineOr = (reason: LoadReason) => failed(isOnline() ? reason : { reason: 'offline' });
  const late = () => offlineOr({ reason: 'stalled', seconds: stallAfter / 1000, received });
  const cutShort = (): LoadReason => ({ reason: 'cut-short', received, expected: bytes });

  /** Waits for what comes from the server; a failure is the connection's. */
  async function arrival<V>(promise: Promise<V>, reason: () => LoadReason): Promise<V> {
    try {
      return await within(stallAfter, promise, late);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof LoadError ? error : offlineOr(reason());
    }
  }

  async function* chunksOf({ body }: Response) {
    const reader = body?.getReader();
    while (reader) {
      const part = await arrival(reader.read(), cutShort);
      if (part.done) return;
      yield part.value;
    }
  }

  async function ask(): Promise<Response> {
    const both = signal ? AbortSignal.any([signal, giveUp.signal]) : giveUp.signal;
    const cache = broken.has(url) ? 'reload' : options.cache;
    const asked = fetch(url, { signal: both, cache });
    const response = await arrival(asked, () => ({ reason: 'unreachable' }));
    const type = response.headers.get('Content-Type') ?? '';
    // 511: the network itself wants the reader to sign in.
    const isPage = response.ok && /^(text\/html|application\/xhtml)/i.test(type);
    if (isPage || response.status === 511) throw failed({ reason: 'page' });
    if (!response.ok) throw failed({ reason: 'status', status: response.status });
    return response;
  }

  async function contentOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await join(unpack(chunksOf(response)), bytes, (count) => {
        received = count;
        onReceived?.(count);
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof LoadError) throw error;
      if (error instanceof PageError) throw failed({ reason: 'page' });
      const isWhole = !(error instanceof GzipError) || error.size === (bytes ?? error.size);
      throw failed(isWhole ? { reason: 'damaged' } : cutShort());
    }
  }

  try {
    const content = await contentOf(await ask());
    if (bytes !== undefined && content.length < bytes) throw failed(cutShort());
    const value = await Promise.resolve(content)
      .then(read)
      .catch(() => Promise.reject(failed({ reason: 'damaged' })));
    broken.delete(url);
    return value;
  } catch (error) {
    if (error instanceof LoadError && isOfContent(error.problem)) broken.add(url);
    giveUp.abort();
    throw error;
  }
}
