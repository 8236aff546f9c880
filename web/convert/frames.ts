// The messages between the command line and its Node.js process (src/cli/converter.h), little-endian.
//
//   to it:    number (u32)  format (u8: which of main.mjs's converters)  bytes (u32)  the file
//   from it:  number (u32)  outcome (u8: 0 converted, 1 error)          bytes (u32)  what was made of it, or code TAB detail
//
// Its first message, before any file, has number 0 and outcome 0 and no bytes: it is ready.
const HEADER = 9;

export interface Request { number: number; format: number; file: Uint8Array<ArrayBuffer> }

/// Puts a stream's pieces together again, file by file.
export class RequestReader {
  private readonly header = new Uint8Array(HEADER);
  private headerSize = 0;
  private request: Request | undefined;
  private at = 0;

  /// Calls `use` for each request that the piece completes.
  add(piece: Uint8Array, use: (request: Request) => void): void {
    for (let from = 0; from < piece.length || this.isComplete();) {
      if (this.isComplete()) {
        use(this.request!);
        this.request = undefined;
        this.headerSize = 0;
        continue;
      }
      const wanted = this.request ? this.request.file.length - this.at : HEADER - this.headerSize;
      const part = piece.subarray(from, from + wanted);
      from += part.length;
      if (this.request) {
        this.request.file.set(part, this.at);
        this.at += part.length;
      } else {
        this.header.set(part, this.headerSize);
        this.headerSize += part.length;
        if (this.headerSize === HEADER) this.begin();
      }
    }
  }

  private isComplete(): boolean { return this.request !== undefined && this.at === this.request.file.length; }

  private begin(): void {
    const view = new DataView(this.header.buffer);
    this.request = { number: view.getUint32(0, true), format: view.getUint8(4), file: new Uint8Array(view.getUint32(5, true)) };
    this.at = 0;
  }
}

export function answer(number: number, outcome: 0 | 1, bytes: Uint8Array): Uint8Array[] {
  const header = new Uint8Array(HEADER), view = new DataView(header.buffer);
  view.setUint32(0, number, true);
  view.setUint8(4, outcome);
  view.setUint32(5, bytes.length, true);
  return [header, bytes];
}
