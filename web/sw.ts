// The service worker: the page works offline, and never with files of two versions. What it keeps is the list that web/build.mjs
// made of this very build; every file is checked against its hash when it is fetched, so a server in the middle of an update gives
// no mixture: the new version is then not installed, and the old one goes on whole.
// A new version waits until no page of the old one is open, or until the only page that is open asks for it at its start.
// Tests: tests/browser/offline.test.mjs.

/// Names relative to this script, with their hashes (subresource integrity). `now`: the page itself; `later`: what it loads when it
/// is needed, kept once the page is idle.
declare const FILES: { build: string; now: [name: string, integrity: string][]; later: [name: string, integrity: string][] };
const worker = self as unknown as ServiceWorkerGlobalScope;

const CACHE = `mingzhang-${FILES.build}`;
const address = (name: string): string => new URL(name, worker.registration.scope).href;
const PAGE = address('index.html');
const kept = new Set([...FILES.now, ...FILES.later].map(([name]) => address(name)));

async function keep(files: [string, string][]): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(async ([name, integrity]) => {
    const url = address(name);
    if (await cache.match(url)) return;
    // Names with a hash may come from the browser's own cache; the page has a name that stays.
    const answer = await fetch(url, { integrity, cache: url === PAGE ? 'reload' : 'default', credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await cache.put(url, answer);
  }));
}

worker.addEventListener('install', event => event.waitUntil(keep(FILES.now)));

worker.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('mingzhang-') && name !== CACHE) await caches.delete(name);
  }
  // Pages that were there before this worker; what they ask for has a hash in its name.
  await worker.clients.claim();
})()));

worker.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.search = url.hash = '';
  const page = request.mode === 'navigate' && [PAGE, worker.registration.scope].includes(url.href);
  const wanted = page ? PAGE : url.href;
  if (!kept.has(wanted)) return;  // samples, documents of ?src=: the network's
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    return await cache.match(wanted) ?? fetch(request);
  })());
});

worker.addEventListener('message', event => {
  if (event.data === 'stock') event.waitUntil(keep(FILES.later).catch(() => {}));  // offline again: another time
  if (event.data === 'renew') {
    event.waitUntil((async () => {
      const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
      if (pages.length <= 1) await worker.skipWaiting();
    })());
  }
});
