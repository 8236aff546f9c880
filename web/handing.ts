// What the visitor hands on, as far as the page's script must do it: links, the page as one file, printing, pictures, licences. The
// program makes the texts (src/app/handing_on.h); it has left out of them what the visitor does not want handed on.
// Tests: tests/browser/handing_on.test.mjs, links.test.mjs, saved_page.test.mjs.
import { makeLink } from './links.js';
import { deflated, toBase64 } from './packing.js';
import { licences, pageParts } from './parts.js';
import { savedPage } from './saved_page.js';

export interface LinkWish { place: string; marks: string; name: string; text: string; key: string }
export interface PageWish { title: string; language: string; place: string; marks: string; name: string; file: string; pdf: boolean }

export interface Hands {
  /// The file of an open document as the visitor has it.
  file(key: string): Uint8Array<ArrayBuffer> | undefined;
  /// SHA-256 of a text in UTF-8, base64: also on a page that is not served securely, which has no SubtleCrypto.
  hash(text: string): string;
  /// The link that was asked for, and whether it holds the document.
  link(link: string, whole: boolean): void;
  fail(code: string, name: string): void;
}

/// The page's own address, without what it was opened with.
const here = (): string => location.origin === 'null' ? location.href.split(/[?#]/)[0]! : location.origin + location.pathname;

export class Handing {
  private asked = 0;

  constructor(private readonly to: Hands) {}

  /// `text`: the document as it may be handed on, where it is one; empty: its file is, or nothing (`key` empty).
  async link({ place, marks, name, text, key }: LinkWish): Promise<void> {
    const mine = ++this.asked;
    const bytes = text ? new TextEncoder().encode(text) as Uint8Array<ArrayBuffer> : key ? this.to.file(key) : undefined;
    const { link, whole } = await makeLink(here(), { place, marks, document: bytes && { name, bytes } });
    if (mine === this.asked) this.to.link(link, whole);  // else another was asked for meanwhile
  }

  async page(wish: PageWish, packed: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const document = { ...wish, packed: toBase64(await deflated(packed)) };
      const page = await savedPage(await pageParts(wish.pdf), document, async text => `sha256-${this.to.hash(text)}`);
      save(wish.file, new Blob([page], { type: 'text/html' }));
    } catch {
      this.to.fail('page.not_saved', wish.file);  // a part of the page could not be fetched
    }
  }

  /// In a frame that nobody sees; the browser's dialog does the rest.
  print(html: string): void {
    const frame = document.createElement('iframe');
    frame.className = 'hidden';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    frame.src = address;
    frame.addEventListener('load', () => {
      const view = frame.contentWindow!;
      view.addEventListener('afterprint', () => {
        frame.remove();
        URL.revokeObjectURL(address);
      });
      view.focus();
      view.print();
    });
    document.querySelectorAll('iframe.hidden').forEach(earlier => earlier.remove());
    document.body.append(frame);
  }

  async licences(): Promise<void> {
    try {
      save('licences.txt', new Blob([await licences()], { type: 'text/plain' }));
    } catch {
      this.to.fail('page.not_saved', 'licences.txt');
    }
  }
}

/// A picture from its SVG text, two pixels to one of its own.
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((made, failed) => canvas.toBlob(blob => blob ? made(blob) : failed(new Error('png'))));
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);  // some browsers begin late
}
