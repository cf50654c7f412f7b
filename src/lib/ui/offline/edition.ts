/** An edition of the site, as its service worker knows it. */
export interface Edition {
  /** Where the site stands, without a slash at its end: empty, or `/lenet`. */
  readonly base: string;
  /** Names the edition's cache. */
  readonly version: string;
}

/** What an edition needs from outside: a browser's, or a test's. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly caches: CacheStorage;
}

/** Written by the build: the path of each file that works without a connection, without the base. */
const listPath = '/offline.json';
const missingPath = '/404.html';

/** Files that are asked for at once while an edition is stored: a page that is being read goes first. */
const atOnce = 4;

const cacheName = ({ version }: Edition) => `site-${version}`;

/**
 * Under what name a file of the site is kept: `/en/lessons/c1/?digit=3`, `/en/lessons/c1.html` and
 * `/en/lessons/c1` are one page, whose query is read by its script.
 */
function keyOf({ base }: Edition, pathname: string): string {
  const path = pathname.replace(/(\/index)?\.html$/, '').replace(/\/+$/, '');
  return path === base ? `${base}/` : path;
}

/** The answer with the two headers that let the page's threads share memory, on hosts that send none. */
export function isolated(response: Response, status = response.status): Response {
  // An answer of another origin cannot be opened; a redirect is followed by the browser itself.
  if (response.type === 'opaque' || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? response.body : null, { status, headers });
}

/** A page may not be answered with a response that was redirected, so the copy forgets that it was. */
function withoutRedirect(response: Response): Response {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body, { status, statusText, headers });
}

/**
 * Stores the whole edition in its cache. Rejects where one file does not come: the browser then tries again at
 * the next visit, and what was stored is not fetched twice.
 */
export async function storeEdition(edition: Edition, { fetch, caches }: Surroundings) {
  const cache = await caches.open(cacheName(edition));
  async function ask(path: string): Promise<Response> {
    // Not from the browser's cache: it may hold the page of the edition before.
    const response = await fetch(edition.base + path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`edition: ${path}: ${response.status}`);
    return response;
  }
  const left = (await (await ask(listPath)).json()) as string[];
  async function storeSome() {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const key = keyOf(edition, edition.base + path);
      if (!(await cache.match(key))) await cache.put(key, withoutRedirect(await ask(path)));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, storeSome));
}

/** Deletes what earlier editions stored; the digits, which are stored by their own name, stay. */
export async function deleteOthers(edition: Edition, caches: CacheStorage): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('site-') && name !== cacheName(edition));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * The answer to a request of the page: from the edition's cache, so that a page and its scripts are of the same
 * edition; what is not there from the site, as it is asked for. `reload` asks the site and stores the answer anew,
 * since what was stored was broken. Undefined for what is not the site's own.
 */
export function answer(
  edition: Edition,
  request: Request,
  surroundings: Surroundings,
): Promise<Response> | undefined {
  const url = new URL(request.url);
  const isOwn = url.origin === new URL(globalThis.location.href).origin;
  if (request.method !== 'GET' || !isOwn || !url.pathname.startsWith(`${edition.base}/`)) return;
  // A part of a file is the site's business.
  if (request.headers.has('range')) return;
  return answerOwn(edition, request, keyOf(edition, url.pathname), surroundings);
}

async function answerOwn(
  edition: Edition,
  request: Request,
  key: string,
  { fetch, caches }: Surroundings,
): Promise<Response> {
  const cache = await caches.open(cacheName(edition));
  const stored = await cache.match(key);
  if (stored && request.cache !== 'reload') return isolated(stored);
  const response = await fetch(request);
  if (stored && response.ok) {
    await cache.put(key, withoutRedirect(response.clone())).catch(() => undefined);
  }
  // A plain file server has a page of its own for addresses that lead nowhere.
  const isLost = response.status === 404 && request.mode === 'navigate';
  const words = isLost && (await cache.match(keyOf(edition, edition.base + missingPath)));
  return words ? isolated(words, 404) : isolated(response);
}
