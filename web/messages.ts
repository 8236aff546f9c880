// What the page and its worker (worker.ts) tell each other.

/// The compiled program, once; then inputs. `converted`: what a converter made of the bytes, for the program to read in their place.
export type Order = { module: WebAssembly.Module } |
  { job: number; name: string; bytes: Uint8Array<ArrayBuffer>; converted?: Uint8Array<ArrayBuffer> };

/// About the job of that number: what is being read, each file that was read or must be converted first or could not be
/// read, and the end; or that the worker cannot go on.
export type Answer = { job: number } & (
  { reading: string; done: number; of: number } |
  { name: string; bytes: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> } |
  { name: string; bytes: Uint8Array<ArrayBuffer>; convert: true } |
  { name: string; error: string; detail: string; offset: number } |
  { finished: true } |
  { stopped: string; memory: boolean });

