// Links that carry where the visitor is, what was done to the document, and a short document itself, all in the fragment: the
// browser never sends it anywhere. Whoever opens a link gets what a stranger wrote: limits on every length, and what does not fit
// or cannot be read is passed over.
// Tests: tests/unit/web/links.test.mjs, tests/browser/links.test.mjs.
import { deflated, fromAddress, inflated, toAddress } from './packing.js';

export interface Handed {
  /// src/app/place.h, without the document's key where the document travels along.
  place: string;
  /// What the visitor did to the document, as JSON; may be empty.
  marks: string;
  document: { name: string; bytes: Uint8Array<ArrayBuffer> } | undefined;
}

/// Browsers take more, messengers and mail programs cut longer ones off.
export const MOST_LINK = 16_000;
/// Of what comes: the fragment, and what is in it unpacked.
const MOST_FRAGMENT = 200_000, MOST_DOCUMENT = 2 << 20, MOST_MARKS = 256 << 10, MOST_NAME = 200;

const encoder = new TextEncoder();

/// The link, and whether the document fitted in.
export async function makeLink(page: string, { place, marks, document }: Handed): Promise<{ link: string; whole: boolean }> {
  const values = new URLSearchParams(place);
  if (marks) values.set('marks', toAddress(await deflated(encoder.encode(marks) as Uint8Array<ArrayBuffer>)));
  const bare = `${page}#${values}`;
  if (!document) return { link: bare, whole: false };
  // Nothing longer can come out short enough.
  const data = document.bytes.length > MOST_LINK * 8 ? undefined : toAddress(await deflated(document.bytes));
  if (data === undefined || bare.length + data.length > MOST_LINK) return { link: bare, whole: false };
  values.delete('doc');
  values.set('name', document.name.slice(0, MOST_NAME));
  values.set('data', data);
  return { link: `${page}#${values}`, whole: true };
}

/// What a fragment says. `place` is what the program understands of it.
export async function readLink(fragment: string): Promise<Handed> {
  if (fragment.length > MOST_FRAGMENT) return { place: '', marks: '', document: undefined };
  const values = new URLSearchParams(fragment);
  const take = (name: string): string => {
    const value = values.get(name) ?? '';
    values.delete(name);
    return value;
  };
  const data = take('data'), name = take('name').slice(0, MOST_NAME), marks = take('marks');
  const bytes = data ? await unpacked(data, MOST_DOCUMENT) : undefined;
  const told = marks ? await unpacked(marks, MOST_MARKS) : undefined;
  return {
    place: values.toString(), marks: told ? new TextDecoder().decode(told) : '',
    document: bytes && bytes.length > 0 ? { name: plainName(name), bytes } : undefined,
  };
}

/// True where a link is longer than a place in the history may be.
export function carries(fragment: string): boolean { return /(^|&)(data|marks)=/.test(fragment); }

async function unpacked(text: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await inflated(fromAddress(text), most);
  } catch {
    return undefined;
  }
}

/// No path, nothing that turns the direction of writing around.
function plainName(name: string): string {
  return name.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').split(/[/\\]/).pop() || 'link.txt';
}
