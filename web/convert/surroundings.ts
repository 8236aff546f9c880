// What pdf.js expects of a browser and Node.js has not. Nothing is drawn, so that names are enough. Imported before pdf.js.
const here = globalThis as Record<string, unknown>;
for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) here[name] ??= class {};

// Standard output is the way to the command line, and pdf.js's remarks on a file are of no use there.
for (const name of ['log', 'warn', 'info', 'error', 'debug'] as const) console[name] = () => {};
