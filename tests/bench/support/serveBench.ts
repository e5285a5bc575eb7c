import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../support/sourceFiles.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface ServedBench {
  /** The benchmark page. */
  readonly page: string;
  /** The built app, on the same origin: what one of them stores, the other finds. */
  readonly app: string;
  stop(): Promise<void>;
}

const PAGE_FOLDER = join(ROOT, '.tmp', 'bench', 'page');
const APP_FOLDER = join(ROOT, '.tmp', 'bench', 'app');

/**
 * Builds one page with the app's own configuration, so that both run the same worker. The test runner says that this is
 * a test, which would give React as it is made for development: several times slower.
 */
async function buildInto(root: string, folder: string, config: string): Promise<void> {
  const found = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(ROOT, config),
      root,
      logLevel: 'error',
      worker: { format: 'es' },
      build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 100_000 },
    });
  } finally {
    process.env['NODE_ENV'] = found;
  }
}

/** Builds the benchmark page and the app from the sources as they are and serves both from one port of loopback. */
export async function serveBench(config = 'vite.config.ts'): Promise<ServedBench> {
  await buildInto(join(ROOT, 'tests', 'bench', 'page'), PAGE_FOLDER, config);
  await buildInto(ROOT, APP_FOLDER, config);
  const folders: readonly [string, string][] = [
    ['/bench/', PAGE_FOLDER],
    ['/fallow/', APP_FOLDER],
  ];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? ['/', PAGE_FOLDER];
    const inner = path.slice(prefix.length);
    const file = join(folder, normalize(inner === '' ? 'index.html' : inner));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    page: `http://127.0.0.1:${port}/bench/`,
    app: `http://127.0.0.1:${port}/fallow/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
