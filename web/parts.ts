// The files that the page is made of: beside it, as web/build.mjs named them, or inside it, where it was saved as one file
// (saved_page.ts). And addresses of scripts that the page's policy trusts: the page's own and no others.
import { deflated, fromBase64, inflated, toBase64 } from './packing.js';
import { fromBlock, type PageParts, type SavedDocument } from './saved_page.js';

interface Named {
  build: string;      // of all files together
  worker: string;     // worker.ts
  scripts: string[];  // everything that may be started as a script
  whole: string;      // main.ts with all that it loads later left out: for a page in one file
  pdf?: string;       // the PDF reader's script, pdf/page_worker.ts; absent in a page that was saved without it
  maps?: string;      // its character maps
  licences: string;
}

const block = (id: string): string | undefined => document.getElementById(id)?.textContent ?? undefined;
const parts = JSON.parse(block('parts') ?? '{}') as Partial<Named>;
const known = new Set(parts.scripts ?? []);

/// The page is one file.
export const saved = document.getElementById('program-bytes') !== null;
export const workerName = parts.worker ?? '';
export const pdfWorkerName = parts.pdf ?? '';
/// A page in one file can be made that reads PDF.
export const savesPdfPage = parts.pdf !== undefined;

// Scripts -----------------------------------------------------------------------------------------------------------

const inside = new Map<string, string>();  // addresses of scripts whose text stands in the page

function address(name: string): string {
  if (!known.has(name)) throw new TypeError(`${name} is no script of this page`);
  if (!saved) return new URL(name, document.baseURI).href;
  const made = inside.get(name) ?? URL.createObjectURL(new Blob([fromBlock(block(`${name}-text`) ?? '')], { type: 'text/javascript' }));
  inside.set(name, made);
  return made;
}

interface Policies { createPolicy(name: string, rules: { createScriptURL(name: string): string }): { createScriptURL(name: string): unknown } }
const policies = (window as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy('mingzhang', { createScriptURL: address });

/// For Worker and the service worker. Throws where it is not one of the page's own scripts.
export function scriptAddress(name: string): string {
  // The browser wants its own object, which the types of the DOM don't know yet.
  return policy ? policy.createScriptURL(name) as string : address(name);
}

// The program -------------------------------------------------------------------------------------------------------

export async function loadProgram(): Promise<WebAssembly.Module> {
  // A megabyte or two: what is in a page that somebody saved may still be anything.
  if (saved) return WebAssembly.compile(await inflated(fromBase64(block('program-bytes') ?? ''), 64 << 20));
  const answer = await fetched((document.getElementById('program') as HTMLLinkElement).href);
  // A server that names another media type makes streaming fail; the bytes are the same.
  const streaming = answer.headers.get('content-type')?.startsWith('application/wasm') ?? false;
  return streaming ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/// The PDF reader's character maps, packed (pdf/maps.ts).
export async function pdfMaps(): Promise<Uint8Array<ArrayBuffer>> {
  if (saved) return fromBase64(block('pdf-maps') ?? '');
  return new Uint8Array(await (await fetched(parts.maps!)).arrayBuffer());
}

// Saving ------------------------------------------------------------------------------------------------------------

/// The document that the page was saved with.
export function savedDocument(): SavedDocument | undefined {
  const text = block('document');
  return text === undefined ? undefined : JSON.parse(text) as SavedDocument;
}

/// Everything that a page in one file is made of. `pdf`: with the PDF reader.
export async function pageParts(pdf: boolean): Promise<PageParts> {
  if (saved) {
    return {
      shell: fromBlock(block('shell-text') ?? ''), main: document.querySelector('script[type=module]')?.textContent ?? '',
      worker: fromBlock(block('worker-text') ?? ''), licences: await licences(), build: parts.build ?? '',
      icon: document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '', program: block('program-bytes') ?? '',
      pdf: pdf && parts.pdf ? { worker: fromBlock(block(`${parts.pdf}-text`) ?? ''), maps: block('pdf-maps') ?? '' } : undefined,
    };
  }
  const text = async (name: string): Promise<string> => (await fetched(name)).text();
  const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetched(name)).arrayBuffer());
  const [shell, main, worker, icon, program] = await Promise.all([
    text(location.pathname), text(parts.whole!), text(parts.worker!),
    bytes(document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href),
    bytes((document.getElementById('program') as HTMLLinkElement).href)]);
  return {
    shell, main, worker, licences: await licences(), build: parts.build ?? '', icon: `data:image/svg+xml;base64,${toBase64(icon)}`,
    program: toBase64(await deflated(program)),
    pdf: pdf && parts.pdf ? { worker: await text(parts.pdf), maps: toBase64(await pdfMaps()) } : undefined,
  };
}

/// The licences of everything in the page, in full.
export async function licences(): Promise<string> {
  return saved ? fromBlock(block('licences-text') ?? '') : (await fetched(parts.licences!)).text();
}

async function fetched(name: string): Promise<Response> {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}
