// Which files the program does not read by itself, told by their first bytes; converters.ts makes something of them that it does read.

const BEGINNINGS: Record<string, readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2D],  // %PDF-
};

/// The name of the format that must be converted first.
export function converterFor(bytes: Uint8Array): string | undefined {
  return Object.keys(BEGINNINGS).find(name => BEGINNINGS[name]!.every((byte, i) => bytes[i] === byte));
}
