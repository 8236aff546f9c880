// What of other people is in the page, as a list that other programs read (CycloneDX 1.5): versions as they stand in the sources
// that were used, hashes of the known archives, licences. web/build.mjs puts it beside the page. Nothing in it depends on the day
// or the machine. Test: tests/unit/web/components.test.mjs.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const number = (text, name) => text.match(new RegExp(`#\\s*define ${name}\\s+"?([\\w.]+)"?`))?.[1] ?? '';

/// `deps`: the folder with the sources; `headers`: where nlohmann/json stands; `emscripten`: version of the compiler, or nothing.
export function components({ root, deps, headers, emscripten, version }) {
  const text = file => existsSync(file) ? readFileSync(file, 'utf8') : '';
  // name, suite, version, a file, SHA-256
  const known = new Map(text(path.join(root, 'web/fetch-sources.sh')).split('\n').map(line => line.split(/\s+/))
    .filter(words => words.length === 6 && /^[0-9a-f]{64}$/.test(words[4])).map(([name, , version, , hash]) => [name, { version, hash }]));
  const source = (name, title, version, licence) => {
    const { version: usual, hash } = known.get(name) ?? {};
    // Of a newer release than the known one apt has checked the signature; its hash is not on the list.
    return part(title, version, licence, `pkg:deb/debian/${name}@${version}?arch=source`, usual === version ? { alg: 'SHA-256', content: hash } : undefined);
  };
  const imgui = number(text(path.join(deps, 'imgui/imgui.h')), 'IMGUI_VERSION');
  const zlib = number(text(path.join(deps, 'zlib/zlib.h')), 'ZLIB_VERSION');
  const pugixml = number(text(path.join(deps, 'pugixml/src/pugixml.hpp')), 'PUGIXML_VERSION');
  const json = text(path.join(headers, 'nlohmann/detail/abi_macros.hpp')) + text(path.join(headers, 'nlohmann/detail/macro_scope.hpp')) +
               text(path.join(headers, 'nlohmann/json.hpp'));
  const jsonVersion = ['MAJOR', 'MINOR', 'PATCH'].map(each => number(json, `NLOHMANN_JSON_VERSION_${each}`)).join('.');
  const lock = JSON.parse(text(path.join(root, 'web/convert/package-lock.json'))).packages['node_modules/pdfjs-dist'];
  const [, algorithm, digest] = lock.integrity.match(/^(sha\d+)-(.*)$/);
  return {
    bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    metadata: { component: { type: 'application', name: 'mingzhang', version, licenses: [{ license: { id: 'MIT' } }] } },
    components: [
      source('imgui', 'Dear ImGui', imgui, 'MIT'),
      source('zlib', 'zlib', zlib, 'Zlib'),
      // 1130 is 1.13
      source('pugixml', 'pugixml', pugixml.replace(/^(\d)(\d\d)0$/, '$1.$2'), 'MIT'),
      part('nlohmann/json', jsonVersion, 'MIT', `pkg:deb/debian/nlohmann-json3@${jsonVersion}?arch=source`),
      part('pdfjs-dist', lock.version, 'Apache-2.0', `pkg:npm/pdfjs-dist@${lock.version}`,
        { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }),
      ...emscripten ? [part('Emscripten, musl, libc++', emscripten, 'MIT', `pkg:deb/debian/emscripten@${emscripten}?arch=source`)] : [],
    ],
  };
}

function part(name, version, licence, purl, hash) {
  return { type: 'library', name, version, ...hash ? { hashes: [hash] } : {}, licenses: [{ license: { id: licence } }], purl, 'bom-ref': purl };
}
