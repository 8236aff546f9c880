// The page's TypeScript as a module that Node.js can load; esbuild is the page's own.
import { createRequire } from 'node:module';
import path from 'node:path';

const web = path.resolve(import.meta.dirname, '../../../web');
const { build } = createRequire(path.join(web, 'package.json'))('esbuild');

export async function webModule(name) {
  const { outputFiles } = await build({
    entryPoints: [path.join(web, name)], bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
