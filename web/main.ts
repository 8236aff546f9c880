// Starts the page: fetches the program and makes the page of it. Where something basic is missing, a plain sentence stands on the
// page instead.
// Tests: tests/browser.
import { byId, giveUp, Page } from './page.js';

async function load(address: string): Promise<WebAssembly.Module> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // A server that names another media type makes streaming fail; the bytes are the same.
  const streaming = answer.headers.get('content-type')?.startsWith('application/wasm') ?? false;
  return streaming ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

if (!document.documentElement.dataset.lacks) {  // web/early.js found everything
  load(byId<HTMLLinkElement>('program').href)
    .then(module => new Page(module).start())
    .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
}
