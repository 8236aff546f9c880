// One HTML file that holds the page, the program and a document, and opens from a disk without a network. web/build.mjs makes
// the same of the bundled sample with this very function.
//
// The scripts stand in the file as text: the first ones run, named by their hashes in the file's own policy; the worker's, the program's
// and the document's stand in blocks that no browser runs, packed where they are large. Text of a document never becomes mark-up.
// Tests: tests/unit/web/saved_page.test.mjs, tests/browser/saved_page.test.mjs.

export interface PageParts {
  /// index.html as built; its places are found by their ids.
  shell: string;
  /// main.ts, bundled without anything that is loaded later.
  main: string;
  worker: string;
  licences: string;
  icon: string;
  build: string;
  /// mingzhang.wasm, deflated, base64.
  program: string;
  /// The PDF reader (pdf/page_worker.ts) and its character maps, base64; undefined: the page reads no PDF.
  pdf: { worker: string; maps: string } | undefined;
}

export interface SavedDocument {
  title: string;
  language: string;
  /// src/app/place.h.
  place: string;
  marks: string;
  /// The file's own name, and what src/views/packed.h made of it, deflated, base64.
  name: string;
  packed: string;
}

/// Hashes the page's own scripts and style for the policy: "sha256-…" of a text.
export type Hash = (text: string) => Promise<string>;

const NOT_RUN = 'application/octet-stream';

export async function savedPage(parts: PageParts, document: SavedDocument | null, hash: Hash): Promise<string> {
  const early = between(parts.shell, /<script>/, '</script>'), styles = between(parts.shell, /style-src /, ';');
  // Text in a script element ends at its own end tag only.
  for (const script of [early, parts.main]) if (/<\/script|<[!]--/i.test(script)) throw new Error('a script of the page holds an end tag');
  const policy = [
    "default-src 'none'", `script-src ${await quoted(hash, early)} ${await quoted(hash, parts.main)} 'wasm-unsafe-eval'`, 'worker-src blob:',
    `style-src ${styles}`, 'img-src data: blob:', 'frame-src blob:', "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", 'trusted-types mingzhang',
  ].join('; ');
  const about = parts.pdf ? { build: parts.build, worker: 'worker', pdf: 'pdfjs', scripts: ['worker', 'pdfjs'] }
                          : { build: parts.build, worker: 'worker', scripts: ['worker'] };
  const blocks = [
    `<script type="${NOT_RUN}" id="program-bytes">${parts.program}</script>`,
    `<script type="${NOT_RUN}" id="worker-text">${asBlock(parts.worker)}</script>`,
    `<script type="${NOT_RUN}" id="licences-text">${asBlock(parts.licences)}</script>`,
    `<script type="${NOT_RUN}" id="shell-text">${asBlock(parts.shell)}</script>`,  // from which the page can be saved again
    parts.pdf ? `<script type="${NOT_RUN}" id="pdfjs-text">${asBlock(parts.pdf.worker)}</script>` : '',
    parts.pdf ? `<script type="${NOT_RUN}" id="pdf-maps">${parts.pdf.maps}</script>` : '',
    document ? `<script type="application/json" id="document">${json(document)}</script>` : '',
  ];
  let page = parts.shell
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*"/, (_, before: string) => `${before}${policy}"`)
    .replace(/<script type="application\/json" id="parts">[^<]*<\/script>/, () => `<script type="application/json" id="parts">${json(about)}</script>`)
    .replace(/<link rel="(?:manifest|apple-touch-icon|preload)"[^>]*>\n?/g, '')
    .replace(/(<link rel="icon" href=")[^"]*"/, (_, before: string) => `${before}${parts.icon}"`)
    .replace(/<script type="module" src="[^"]*"><\/script>\n?/, '');
  if (document) {
    page = page.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(document.title)}</title>`)
               .replace(/<html lang="[^"]*"/, () => `<html lang="${escaped(document.language)}"`);
  }
  return page.replace('</body>', () => `${blocks.filter(Boolean).join('\n')}\n<script type="module">${parts.main}</script>\n</body>`);
}

async function quoted(hash: Hash, text: string): Promise<string> { return `'${await hash(text)}'`; }

function between(text: string, from: RegExp, to: string): string {
  const start = from.exec(text);
  const end = start ? text.indexOf(to, start.index) : -1;
  if (!start || end < 0) throw new Error(`the page has no ${from}`);
  return text.slice(start.index + start[0].length, end);
}

/// Never ends the block that it stands in, nor opens a comment there; fromBlock() undoes it.
function asBlock(text: string): string { return text.replaceAll('\\', '\\\\').replaceAll('<', '\\u003C'); }
export function fromBlock(text: string): string {
  return text.replace(/\\(?:u003C|\\)/g, found => found === '\\\\' ? '\\' : '<');
}
function json(value: unknown): string { return JSON.stringify(value).replaceAll('<', '\\u003C'); }
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
