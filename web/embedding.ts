// A page inside another page (?embed=1): the host hands a document over and sets language, theme and view by messages, and hears what
// happens. The reference for hosts is web/EMBED.md; embed.ts is the host's side.
//
// What is told concerns documents that the host itself gave. Messages are taken from the embedding window alone, and after
// the first one from its origin alone; their lengths are limited.
// Tests: tests/browser/embed.test.mjs.

export interface Host {
  open(name: string, bytes: Uint8Array<ArrayBuffer>): void;
  command(name: 'language' | 'theme' | 'view', value: string): void;
  go(place: string): void;
  tooLarge(bytes: number): boolean;
}

const MOST_NAME = 200, MOST_WORD = 40, MOST_PLACE = 4096;

export class Embedding {
  private origin: string | undefined;
  private readonly given = new Set<string>();  // names of documents that came from the host
  private readonly keys = new Set<string>();   // the same documents, as places name them

  constructor(private readonly host: Host) {
    addEventListener('message', event => this.hear(event));
    // The host waits for this before it sends anything. It says nothing that a stranger may not know.
    window.parent.postMessage({ mingzhang: 'ready' }, '*');
  }

  /// The host's document was read: key, entity, year, kind and counts, as named values.
  opened(label: string, name: string): void {
    if (!this.given.has(name)) return;
    const values = new URLSearchParams(label);
    this.keys.add(values.get('key') ?? '');
    this.tell({ mingzhang: 'opened', name, ...Object.fromEntries(values) });
  }
  failed(code: string, name: string): void {
    if (this.given.has(name)) this.tell({ mingzhang: 'failed', name, code });
  }
  place(place: string): void {
    const values = new URLSearchParams(place);
    if (!this.keys.has(values.get('doc') ?? '')) return;  // the visitor's own document
    this.tell({ mingzhang: 'place', place, view: values.get('view') ?? '' });
  }
  /// A document of the page's own site (?src=) counts as given.
  gives(name: string): void { this.given.add(name); }

  private tell(message: Record<string, string>): void {
    if (this.origin !== undefined) window.parent.postMessage(message, this.origin);
  }

  private hear(event: MessageEvent): void {
    if (event.source !== window.parent || typeof event.data !== 'object' || event.data === null) return;
    const { mingzhang: kind, ...rest } = event.data as Record<string, unknown>;
    if (typeof kind !== 'string') return;
    // A page from a disk has the origin "null", to which nothing can be sent but by '*': it gets no answers.
    this.origin ??= event.origin === 'null' ? undefined : event.origin;
    if (this.origin !== undefined && event.origin !== this.origin) return;
    const { value } = rest;
    if (kind === 'open') this.take(rest);
    if (typeof value !== 'string') return;
    if ((kind === 'language' || kind === 'theme' || kind === 'view') && value.length <= MOST_WORD) this.host.command(kind, value);
    if (kind === 'place' && value.length <= MOST_PLACE) this.host.go(value);
  }

  private take({ name, bytes, text }: Record<string, unknown>): void {
    const given = bytes instanceof ArrayBuffer ? new Uint8Array(bytes)
                : typeof text === 'string' && !this.host.tooLarge(text.length) ? new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
                : undefined;
    const title = typeof name === 'string' ? name.slice(0, MOST_NAME) : '';
    if (!given) return;
    this.given.add(title);
    if (this.host.tooLarge(given.length)) this.failed('file.too_large', title);
    else this.host.open(title, given);
  }
}
