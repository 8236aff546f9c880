// The ways in for documents: the file dialog, drag and drop on the whole page (folders too), paste of text or of a copied web table,
// ?src= of the same origin, files that the system hands to the installed page. Files are read on this device; nothing is sent anywhere.
// Tests: tests/browser/open.test.mjs, tests/browser/reading.test.mjs.
import type { Source } from './reading.js';

export interface Opener {
  /// Opens them together: the first that can be read lies on top.
  open(sources: Source[]): void;
  fail(code: string, name: string): void;
}

/// More files than this in dropped folders are most likely a mistake; the first of them are opened.
const MOST_FILES = 1000;
/// 2 before 10, Latin before Chinese.
const order = new Intl.Collator('en', { numeric: true });

export class Files {
  private dragDepth = 0;

  constructor(private readonly input: HTMLInputElement, private readonly to: Opener) {
    input.addEventListener('change', () => {
      const chosen = [...input.files ?? []];
      input.value = '';  // the same file may be chosen again
      this.openAll(chosen);
    });
    this.listenToDrops();
    document.addEventListener('paste', event => this.paste(event));
    const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
    queue?.setConsumer(async ({ files }) => this.openAll(await Promise.all((files ?? []).map(file => file.getFile()))));
  }

  ask(): void { this.input.click(); }

  openAll(files: readonly File[]): void {
    if (files.length > 0) this.to.open(files.map(source));
  }

  /// Only of the page's own origin: nothing leaves the visitor's machine.
  openAddress(address: string): void {
    const name = fileName(address);
    let url: URL | undefined;
    try {
      url = new URL(address, document.baseURI);
    } catch { /* no address at all */ }
    if (url?.origin !== location.origin) return this.to.fail('page.source', name);
    this.to.open([{ name, size: 0, unreadable: 'page.source', bytes: () => fetched(url) }]);
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
    const entries = [...data?.items ?? []].filter(item => item.kind === 'file').map(item => item.webkitGetAsEntry?.() ?? null);
    if (entries.some(entry => entry?.isDirectory)) {
      void this.openFolders(entries.filter(entry => entry !== null));
      return true;
    }
    const files = [...data?.files ?? []];
    if (files.length > 0) {
      this.openAll(files);
      return true;
    }
    const zh = document.documentElement.lang.startsWith('zh');
    // A copied web table keeps its cells only as HTML.
    const html = data?.getData('text/html') ?? '';
    const [text, name] = /<table[\s>]/i.test(html)
      ? [`<!doctype html><meta charset="utf-8">${html}`, zh ? '粘贴的表格' : 'Pasted table']
      : [data?.getData('text/plain') ?? '', zh ? '粘贴的文字' : 'Pasted text'];
    if (text.trim() === '') return false;
    const bytes = new TextEncoder().encode(text);
    this.to.open([{ name, size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
    return true;
  }

  /// Their files in the order of their names, whatever the folders' depth.
  private async openFolders(entries: FileSystemEntry[]): Promise<void> {
    const files: File[] = [];
    const visit = async (entry: FileSystemEntry): Promise<void> => {
      if (files.length >= MOST_FILES) return;
      if (entry.isFile) {
        files.push(await new Promise<File>((found, failed) => (entry as FileSystemFileEntry).file(found, failed)));
        return;
      }
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      const inside: FileSystemEntry[] = [];
      for (;;) {  // a hundred at a time
        const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
        if (some.length === 0) break;
        inside.push(...some);
      }
      inside.sort((a, b) => order.compare(a.name, b.name));
      for (const each of inside) if (!each.name.startsWith('.')) await visit(each);
    };
    for (const entry of entries) {
      await visit(entry).catch(() => this.to.fail('file.unreadable', entry.name));
    }
    this.openAll(files);
  }
}

interface LaunchQueue { setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void }

function source(file: File): Source {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

async function fetched(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}

function fileName(address: string): string {
  const last = address.split(/[?#]/)[0]!.split('/').pop() || address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
