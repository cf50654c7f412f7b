/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { base, version } from '$service-worker';
import { answer, deleteOthers, storeEdition, type Edition } from '$lib/ui/offline/edition';

/*
 * Keeps the site on the reader's machine, edition by edition. A new edition is stored while the old one is in use,
 * and waits until the reader takes it up (`skip-waiting`) or has closed all pages of the old one.
 */

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const edition: Edition = { base, version };
const surroundings = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), caches };

worker.addEventListener('install', (event) => {
  event.waitUntil(storeEdition(edition, surroundings));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOthers(edition, caches).then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const answered = answer(edition, event.request, surroundings);
  if (answered) event.respondWith(answered);
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'skip-waiting') void worker.skipWaiting();
});
