// What the program may ask of the page: the imports that src/platform/page.h lists, and the few calls of WASI that its
// C library makes. web/build.mjs checks that none is missing.
import type { Drawing } from './drawing.js';
import type { Files } from './files.js';
import type { Glyphs } from './glyphs.js';
import { save } from './handing.js';
import { css, type Mirror } from './mirror.js';
import { notice, type Notices } from './notices.js';
import type { InnerFile, Memory } from './program.js';

/// Filled in while the page starts; all there before the program's first call.
export interface Parts {
  memory: Memory;
  glyphs: Glyphs;
  drawing: Drawing | null;
  mirror: Mirror;
  files: Files;
  notices: Notices;
  unpacked(file: InnerFile): void;
  savePage(about: string, packed: Uint8Array<ArrayBuffer>): void;
}

export function imports(parts: Parts): WebAssembly.Imports {
  const { memory } = parts;
  const page = {
    face_metrics: (weight: number, size: number, out: number) => parts.glyphs.metrics(weight, size, out),
    measure_glyph: (weight: number, size: number, codepoint: number, out: number) =>
      parts.glyphs.measure(weight, size, codepoint, out),
    draw_glyphs: (orders: number, count: number, pixels: number, pitch: number) =>
      parts.glyphs.draw(orders, count, pixels, pitch),

    texture_create: (id: number, width: number, height: number) => parts.drawing?.createTexture(id, width, height),
    texture_update: (id: number, x: number, y: number, width: number, height: number, pixels: number, pitch: number) =>
      parts.drawing?.updateTexture(id, x, y, width, height, pixels, pitch),
    texture_delete: (id: number) => parts.drawing?.deleteTexture(id),
    draw_begin: (width: number, height: number, ratio: number, paper: number, solidU: number, solidV: number) =>
      parts.drawing?.begin(width, height, ratio, paper, solidU, solidV),
    draw_list: (vertices: number, vertexBytes: number, indices: number, indexBytes: number, bytesOfAnIndex: number) =>
      parts.drawing?.list(vertices, vertexBytes, indices, indexBytes, bytesOfAnIndex),
    draw_triangles: (texture: number, left: number, top: number, right: number, bottom: number, count: number,
                     firstIndex: number, firstVertex: number) =>
      parts.drawing?.triangles(texture, left, top, right, bottom, count, firstIndex, firstVertex),

    mirror_write: (at: number, size: number) => parts.mirror.write(at, size),
    scroll_region: (region: number, top: number, smooth: number) =>
      parts.mirror.scrollTo(region >>> 0, top, smooth !== 0),
    focus_node: (node: number) => parts.mirror.focus(node >>> 0),
    announce: (at: number, size: number, urgent: number) => announce(memory.text(at, size), urgent !== 0),

    ask_for_files: () => parts.files.ask(),
    copy_text: (at: number, size: number) => void copy(memory.text(at, size)),
    save_file: (name: number, nameSize: number, media: number, mediaSize: number, bytes: number, size: number) =>
      save(memory.text(name, nameSize), new Blob([memory.slice(bytes, size).slice()], { type: memory.text(media, mediaSize) })),
    save_page: (about: number, aboutSize: number, packed: number, packedSize: number) =>
      parts.savePage(memory.text(about, aboutSize), memory.slice(packed, packedSize).slice()),
    notify: (name: number, nameSize: number, value: number, valueSize: number) =>
      notice(parts.notices, memory.text(name, nameSize), memory.text(value, valueSize)),
    set_page: (title: number, titleSize: number, language: number, languageSize: number) => {
      const words = memory.text(title, titleSize), lang = memory.text(language, languageSize);
      if (document.title !== words) document.title = words;
      if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
    },
    set_colours: setColours,
    prefers_chinese: () => navigator.languages[0]?.toLowerCase().startsWith('zh') ?? false,
  };
  // The program neither writes to a console nor reads files; these stand in for what its C library links.
  const wasi = new Proxy({}, { get: (_, name) => (...rest: unknown[]) => missing(String(name), rest) });
  // An archive that is unpacked here, since no worker starts; nothing else that web/reading.cpp tells comes to the page's instance.
  const worker = {
    inner_file: (name: number, nameSize: number, bytes: number, size: number) =>
      parts.unpacked({ name: memory.text(name, nameSize), bytes: memory.slice(bytes, size).slice(), code: '', detail: '' }),
    refused: (name: number, nameSize: number, code: number, codeSize: number, detail: number, detailSize: number) =>
      parts.unpacked({ name: memory.text(name, nameSize), bytes: new Uint8Array(), code: memory.text(code, codeSize), detail: memory.text(detail, detailSize) }),
    packed: () => {},
  };
  return { page, worker, env: { emscripten_notify_memory_growth: () => {} }, wasi_snapshot_preview1: wasi as WebAssembly.ModuleImports };
}

function missing(name: string, rest: unknown[]): number {
  if (name === 'proc_exit') throw new WebAssembly.RuntimeError(`the program ended with ${rest[0]}`);
  return 8;  // WASI's EBADF
}

/// The same words twice in a row are said twice only where something changed: a space at the end comes and goes.
function announce(words: string, urgent: boolean): void {
  const place = document.getElementById(urgent ? 'alert' : 'status')!;
  place.textContent = place.textContent === words ? `${words}\u00A0` : words;
}

let shown = '';
function setColours(paper: number, ink: number, accent: number): void {
  const colours = [paper, ink, accent].map(colour => css(colour >>> 0));
  if (shown === colours.join()) return;
  shown = colours.join();
  const style = document.documentElement.style;
  ['--paper', '--ink', '--accent'].forEach((name, i) => style.setProperty(name, colours[i]!));
  document.querySelector<HTMLMetaElement>('meta[name=theme-color]')!.content = colours[0]!;
}

/// Where a copy event wants what the program copies meanwhile.
let wanted: DataTransfer | undefined;

/// What `action` copies goes into the event's data; true where anything did.
export function copyInto(data: DataTransfer, action: () => void): boolean {
  wanted = data;
  action();
  const taken = wanted === undefined;
  wanted = undefined;
  return taken;
}

export async function copy(text: string): Promise<void> {
  if (wanted) {
    wanted.setData('text/plain', text);
    wanted = undefined;
    return;
  }
  try {
    await navigator.clipboard.writeText(text);
  } catch {  // no permission, or a page that is not served securely: the old way
    const holder = document.createElement('textarea');
    holder.value = text;
    holder.className = 'hidden';
    const focused = document.activeElement;
    document.body.append(holder);
    holder.select();
    document.execCommand('copy');
    holder.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
