#!/usr/bin/env node
// Makes what the command line reads PDF with: node web/convert/build.mjs [FOLDER], by default build/convert. One script
// for Node.js, convert.mjs, with pdf.js in it, and the character maps of Simplified Chinese fonts beside it.
// web/build.mjs makes the page's worker of the same parts.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url)), web = path.dirname(here), root = path.dirname(web);
const require = createRequire(import.meta.url);

/// Character maps of fonts that are not in the file, for Simplified Chinese.
export const maps = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps');
export const isMap = name => /^(Adobe-GB1|GB|UniGB).*\.bcmap$/.test(name);

// pdf.js draws pages; here only the words, lines and places of pictures are wanted. Of each change: the file, what stands
// there, what takes its place. A release in which one of them is missing ends the build, so that nobody loses them unseen.
const changes = [
  // A picture too large to be drawn (all are: maxImageSize) leaves an operator with its size and whether it lets shine through.
  ['pdf.worker.mjs', `      if (!ignoreErrors) {
        throw new Error(msg);
      }
      warn(msg);
      return;`, `      operatorList.addOp(OPS.paintImageXObject, [null, w, h, dict.has("SMask") || dict.has("Mask") || dict.get("IM", "ImageMask") === true]);
      return;`],
  // Outlines of glyphs are not wanted.
  ['pdf.worker.mjs', `  static buildFontPaths(font, glyphs, handler, evaluatorOptions) {
`, `  static buildFontPaths(font, glyphs, handler, evaluatorOptions) {
    return;
`],
];

/// For esbuild: the legacy build of pdf.js, which older browsers and Node.js run, with the changes above.
export const pdfjs = {
  name: 'pdfjs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^pdfjs-dist$/ }, () => ({ path: require.resolve('pdfjs-dist/legacy/build/pdf.mjs') }));
    onResolve({ filter: /^pdfjs-dist\/worker$/ }, () => ({ path: require.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs') }));
    onLoad({ filter: /pdf\.worker\.mjs$/ }, ({ path: file }) => {
      let contents = readFileSync(file, 'utf8');
      for (const [name, before, after] of changes) {
        if (contents.split(before).length !== 2) throw new Error(`${name} of pdf.js is not the one that web/convert/build.mjs knows`);
        contents = contents.replace(before, () => after);
      }
      return { contents, loader: 'js' };
    });
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = path.resolve(process.argv[2] ?? path.join(root, 'build/convert'));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, 'cmaps'), { recursive: true });
  await build({
    entryPoints: [path.join(here, 'main.mjs')], bundle: true, format: 'esm', platform: 'node', target: 'node20', minify: true,
    outfile: path.join(out, 'convert.mjs'), plugins: [pdfjs], legalComments: 'linked', logLevel: 'warning',
  });
  for (const name of readdirSync(maps).filter(isMap)) cpSync(path.join(maps, name), path.join(out, 'cmaps', name));
}
