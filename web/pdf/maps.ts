// Character maps of fonts that are not in the file, several in one: for each the length of its name (u8), the name, the number of
// its bytes (u32, little-endian), the bytes. Made by web/build.mjs.

export function packedMaps(maps: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const encoder = new TextEncoder();
  const named = maps.map(([name, bytes]) => [encoder.encode(name), bytes] as const);
  const out = new Uint8Array(named.reduce((sum, [name, bytes]) => sum + 5 + name.length + bytes.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [name, bytes] of named) {
    view.setUint8(at, name.length);
    out.set(name, at + 1);
    view.setUint32(at + 1 + name.length, bytes.length, true);
    out.set(bytes, at + 5 + name.length);
    at += 5 + name.length + bytes.length;
  }
  return out;
}

export function unpackedMaps(packed: Uint8Array): Map<string, Uint8Array> {
  const maps = new Map<string, Uint8Array>();
  const decoder = new TextDecoder(), view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = 0; at < packed.length;) {
    const nameEnd = at + 1 + view.getUint8(at), start = nameEnd + 4, end = start + view.getUint32(nameEnd, true);
    maps.set(decoder.decode(packed.subarray(at + 1, nameEnd)), packed.subarray(start, end));
    at = end;
  }
  return maps;
}
