// Opening documents: the file dialog, drag and drop on the whole page, paste, and ?src= of the same origin.
// Files are read here and handed to the program as bytes; nothing is sent anywhere.
// Tests: tests/browser (each way in, a file too large, a folder, a source of another origin).

export interface Opened {
  open(name: string, bytes: Uint8Array): void;
  fail(code: string, name: string): void;
  tooLarge(bytes: number): boolean;
}

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

  /// The first of them: the others would push each other off the page.
  async openAll(files: readonly File[]): Promise<void> {
    const [first, ...others] = files;
    if (!first) return;
    await this.openOne(first);
    if (others.length > 0) this.to.fail('page.several', first.name);
  }

  /// Only of the page's own origin: nothing leaves the visitor's machine.
  async openAddress(address: string): Promise<void> {
    const name = decodeURIComponent(address.split(/[?#]/)[0]!.split('/').pop() || address);
    try {
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin) return this.to.fail('page.source', name);
      const answer = await fetch(url);
      if (!answer.ok) return this.to.fail('page.source', name);
      if (this.to.tooLarge(Number(answer.headers.get('content-length')))) return this.to.fail('file.too_large', name);
      this.to.open(name, new Uint8Array(await answer.arrayBuffer()));
    } catch {
      this.to.fail('page.source', name);
    }
  }

  private async openOne(file: File): Promise<void> {
    if (this.to.tooLarge(file.size)) return this.to.fail('file.too_large', file.name);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {  // moved meanwhile, no permission, or a folder
      return this.to.fail('file.unreadable', file.name);
    }
    this.to.open(file.name, bytes);
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
    const text = data?.getData('text/plain') ?? '';
    if (text.trim() === '') return false;
    const name = document.documentElement.lang.startsWith('zh') ? '粘贴的文字' : 'Pasted text';
    const bytes = new TextEncoder().encode(text);
    if (this.to.tooLarge(bytes.length)) this.to.fail('file.too_large', name);
    else this.to.open(name, bytes);
    return true;
  }
}
