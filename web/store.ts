// What this device keeps between visits: documents with their bytes, and what the visitor did with each. IndexedDB, whose
// transactions are whole or not at all: a tab that is closed in the middle of saving leaves what was there before. Two tabs may save
// at once; what both did to one document is merged, not overwritten. Without a store (denied, broken, full) everything else works.
// Tests: tests/browser/kept.test.mjs; tests/unit/web/merge.test.mjs.
import { merged } from './merge.js';

export interface Kept {
  key: string;
  name: string;
  /// What the program says of it: entity, year, kind, counts, as named values.
  label: string;
  /// When it was opened last, in milliseconds since 1970.
  opened: number;
  size: number;
}
export interface KeptFile { name: string; bytes: Uint8Array<ArrayBuffer> }
export type Keeping = 'kept' | 'denied' | 'full';

const NAME = 'mingzhang', VERSION = 1;
const MOST_DOCUMENTS = 40, MOST_BYTES = 300 << 20;

export class Store {
  private readonly channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : undefined;
  /// The marks of each document as they were last read or saved here: what the other tab did is told by comparing.
  private readonly known = new Map<string, string>();
  private saving: Promise<unknown> = Promise.resolve();

  private constructor(private readonly database: IDBDatabase) {}

  /// Null where this browser, or its visitor, keeps nothing. Some never answer: do not wait for it with anything that is to be shown.
  static async open(): Promise<Store | null> {
    try {
      const request = indexedDB.open(NAME, VERSION);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('shelf', { keyPath: 'key' });
        request.result.createObjectStore('bytes');
        request.result.createObjectStore('marks');
      };
      const database = await answer(request);
      const store = new Store(database);
      database.onversionchange = () => database.close();  // a newer page wants to change it
      return store;
    } catch {
      return null;
    }
  }

  /// Another tab changed something: the list, or the marks of a document.
  onChange(changed: (what: 'shelf' | 'marks', key: string) => void): void {
    this.channel?.addEventListener('message', event => changed(event.data.what, event.data.key));
  }

  /// The latest first.
  async shelf(): Promise<Kept[]> {
    const all = await answer(this.database.transaction('shelf').objectStore('shelf').getAll() as IDBRequest<Kept[]>);
    return all.sort((a, b) => b.opened - a.opened);
  }

  async file(key: string): Promise<KeptFile | undefined> {
    const transaction = this.database.transaction(['shelf', 'bytes']);
    const [about, bytes] = await Promise.all([
      answer(transaction.objectStore('shelf').get(key) as IDBRequest<Kept | undefined>),
      answer(transaction.objectStore('bytes').get(key) as IDBRequest<ArrayBuffer | undefined>)]);
    return about && bytes ? { name: about.name, bytes: new Uint8Array(bytes) } : undefined;
  }

  async marks(key: string): Promise<string> {
    const marks = await answer(this.database.transaction('marks').objectStore('marks').get(key) as IDBRequest<string | undefined>);
    this.known.set(key, marks ?? '');
    return marks ?? '';
  }

  /// Keeps a document; those opened longest ago make room for it.
  async put(about: Omit<Kept, 'size'>, bytes: Uint8Array<ArrayBuffer>): Promise<Keeping> {
    const kept: Kept = { ...about, size: bytes.byteLength };
    for (let most = MOST_BYTES; most > kept.size; most = Math.floor(most / 4)) {
      try {
        await this.tidy(kept, most);
        const transaction = this.database.transaction(['shelf', 'bytes'], 'readwrite');
        transaction.objectStore('shelf').put(kept);
        transaction.objectStore('bytes').put(bytes.slice().buffer, kept.key);
        await done(transaction);
        this.tell('shelf', kept.key);
        return 'kept';
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) return 'denied';
      }
    }
    return 'full';
  }

  /// Saves what the visitor did to a document, together with what another tab may have saved meanwhile; the answer is both.
  saveMarks(key: string, marks: string): Promise<string> {
    const save = async (): Promise<string> => {
      const transaction = this.database.transaction('marks', 'readwrite');
      const store = transaction.objectStore('marks');
      const before = await answer(store.get(key) as IDBRequest<string | undefined>) ?? '';
      const both = merged(this.known.get(key) ?? '', before, marks);
      if (both === '') store.delete(key);
      else store.put(both, key);
      await done(transaction);
      this.known.set(key, both);
      this.tell('marks', key);
      return both;
    };
    const saved = this.saving.then(save);
    this.saving = saved.catch(() => {});
    return saved;
  }

  async forget(key: string): Promise<void> {
    const transaction = this.database.transaction(['shelf', 'bytes', 'marks'], 'readwrite');
    for (const name of transaction.objectStoreNames) transaction.objectStore(name).delete(key);
    this.known.delete(key);
    await done(transaction);
    this.tell('shelf', key);
  }

  async clear(): Promise<void> {
    const transaction = this.database.transaction(['shelf', 'bytes', 'marks'], 'readwrite');
    for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear();
    this.known.clear();
    await done(transaction);
    this.tell('shelf', '');
  }

  /// Documents without marks go before those with.
  private async tidy(coming: Kept, most: number): Promise<void> {
    const all = (await this.shelf()).filter(each => each.key !== coming.key);
    const marked = new Set(await answer(this.database.transaction('marks').objectStore('marks').getAllKeys()));
    all.sort((a, b) => Number(marked.has(b.key)) - Number(marked.has(a.key)) || b.opened - a.opened);
    let room = most - coming.size, count = 1;
    const transaction = this.database.transaction(['shelf', 'bytes', 'marks'], 'readwrite');
    for (const each of all) {
      room -= each.size;
      if (room >= 0 && ++count <= MOST_DOCUMENTS) continue;
      for (const name of transaction.objectStoreNames) transaction.objectStore(name).delete(each.key);
    }
    await done(transaction);
  }

  private tell(what: 'shelf' | 'marks', key: string): void { this.channel?.postMessage({ what, key }); }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage'));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('storage'));
  });
}
