// The half of pdf.js that reads files; web/convert/build.mjs says where it is. Whoever has it in `globalThis.pdfjsWorker` needs
// no second thread.
declare module 'pdfjs-dist/worker' {
  export const WorkerMessageHandler: unknown;
}
