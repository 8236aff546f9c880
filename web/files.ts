// Opening documents: the file dialog, drag and drop on the whole page, paste, and ?src= of the same origin.
// Files are read here and handed to the program as bytes; nothing is sent anywhere.
// Tests: tests/browser (each way in, a file too large, a folder, a source of another origin).

import type { InnerFile } from './program.js';

export interface Opened {
  /// The visitor opens something: what was said of earlier files is no longer of interest.
  begin(): void;
  /// True where it could be read. `beneath`: the document that is on top stays there.
  open(name: string, bytes: Uint8Array<ArrayBuffer>, beneath: boolean): boolean;
  fail(code: string, name: string): void;
  tooLarge(bytes: number): boolean;
  /// The files of an archive; none where the bytes are none.
  unpack(name: string, bytes: Uint8Array): InnerFile[];
}

/// ZIP; Word and Excel documents are such archives too, and only the program tells them apart.
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4B && (bytes[2] === 3 || bytes[2] === 5);

export class Files {
  private dragDepth = 0;

  constructor(private readonly input: HTMLInputElement, private readonly to: Opened) {
    input.addEventListener('change', () => {
      const chosen = [...input.files ?? []];
      input.value = '';  // the same file may be chosen again
      void this.openAll(chosen);
    });
    this.listenToDrops();
    document.addEventListener('paste', event => this.paste(event));
  }

  ask(): void { this.input.click(); }

  /// The first that can be read lies on top, the others beneath it.
  async openAll(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.to.begin();
    let beneath = false;
    for (const file of files) beneath = await this.openOne(file, beneath) || beneath;
  }

  /// Only of the page's own origin: nothing leaves the visitor's machine.
  async openAddress(address: string): Promise<void> {
    this.to.begin();
    const name = decodeURIComponent(address.split(/[?#]/)[0]!.split('/').pop() || address);
    try {
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin) return this.to.fail('page.source', name);
      const answer = await fetch(url);
      if (!answer.ok) return this.to.fail('page.source', name);
      if (this.to.tooLarge(Number(answer.headers.get('content-length')))) return this.to.fail('file.too_large', name);
      this.openBytes(name, new Uint8Array(await answer.arrayBuffer()), false);
    } catch {
      this.to.fail('page.source', name);
    }
  }

  private async openOne(file: File, beneath: boolean): Promise<boolean> {
    if (this.to.tooLarge(file.size)) return this.refuse('file.too_large', file.name);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {  // moved meanwhile, no permission, or a folder
      return this.refuse('file.unreadable', file.name);
    }
    return this.openBytes(file.name, bytes, beneath);
  }

  /// An archive is as many documents as it holds.
  private openBytes(name: string, bytes: Uint8Array<ArrayBuffer>, beneath: boolean): boolean {
    const files = isZip(bytes) ? this.to.unpack(name, bytes) : [];
    if (files.length === 0) return this.to.open(name, bytes, beneath);
    let opened = false;
    for (const file of files) {
      const one: boolean = file.code === '' ? this.to.open(file.name, file.bytes, beneath || opened) : this.refuse(file.code, file.name);
      opened = one || opened;
    }
    return opened;
  }

  private refuse(code: string, name: string): false {
    this.to.fail(code, name);
    return false;
  }

  private listenToDrops(): void {
    const show = (): void => { document.documentElement.classList.toggle('dropping', this.dragDepth > 0); };
    const brings = (event: DragEvent): boolean =>
      [...event.dataTransfer?.types ?? []].some(type => type === 'Files' || type === 'text/plain');
    addEventListener('dragenter', event => {
      if (!brings(event)) return;
      event.preventDefault();
      ++this.dragDepth;
      show();
    });
    addEventListener('dragleave', () => {
      this.dragDepth = Math.max(0, this.dragDepth - 1);
      show();
    });
    addEventListener('dragover', event => {
      if (!brings(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    });
    addEventListener('drop', event => {
      event.preventDefault();
      this.dragDepth = 0;
      show();
      this.take(event.dataTransfer);
    });
  }

  private paste(event: ClipboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (this.take(event.clipboardData)) event.preventDefault();
  }

  private take(data: DataTransfer | null): boolean {
    const files = [...data?.files ?? []];
    if (files.length > 0) {
      void this.openAll(files);
      return true;
    }
    const html = data?.getData('text/html') ?? '';
    // A table keeps its cells only as HTML; of anything else the plain text is what the visitor sees.
    const text = /<table[\s>]/i.test(html) ? html : data?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    const name = document.documentElement.lang.startsWith('zh') ? '粘贴的文字' : 'Pasted text';
    const bytes = new TextEncoder().encode(text);
    this.to.begin();
    if (this.to.tooLarge(bytes.length)) this.to.fail('file.too_large', name);
    else this.to.open(name, bytes, false);
    return true;
  }
}
