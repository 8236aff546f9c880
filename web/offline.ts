// Keeps the page for offline use (sw.ts), and takes up a new version where nothing is open yet that it could disturb.
// Tests: tests/browser/offline.test.mjs.
import { scriptAddress } from './parts.js';

/// Only a page that stands by itself, served securely. `untouched` tells whether the visitor has opened nothing yet.
export async function keepOffline(untouched: () => boolean): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || !isSecureContext || !location.protocol.startsWith('http') || window.parent !== window) return;
  const before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    if (before && untouched()) location.reload();
  });
  try {
    const registration = await workers.register(scriptAddress('sw.js'));
    if (registration.waiting && untouched()) registration.waiting.postMessage('renew');
  } catch { /* denied by the browser or its visitor: the page needs the network, then */ }
}

/// Everything that the page may need later joins what is kept.
export async function stock(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers?.controller) return;
  workers.controller.postMessage('stock');
}
