// The files that the page is made of, as web/build.mjs named them, and addresses of scripts that the page's policy
// trusts: these files and no others.

interface Parts {
  build: string;     // of all files together
  worker: string;    // worker.ts
  scripts: string[]; // everything that may be started as a script
}

const parts = JSON.parse(document.getElementById('parts')?.textContent ?? '{}') as Partial<Parts>;
const known = new Set(parts.scripts ?? []);

export const build = parts.build ?? '';
export const workerName = parts.worker ?? '';

function address(name: string): string {
  if (!known.has(name)) throw new TypeError(`${name} is no script of this page`);
  return new URL(name, document.baseURI).href;
}

interface Policies { createPolicy(name: string, rules: { createScriptURL(name: string): string }): { createScriptURL(name: string): unknown } }
const policies = (window as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy('mingzhang', { createScriptURL: address });

/// For Worker and the service worker. Throws where it is not one of the page's own scripts.
export function scriptAddress(name: string): string {
  // The browser wants its own object, which the types of the DOM don't know yet.
  return policy ? policy.createScriptURL(name) as string : address(name);
}
