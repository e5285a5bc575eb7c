import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ROOT } from './sourceFiles.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface ServedBuild {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Folder of the build: `dist`, or the one that FALLOW_DIST names. */
export const DIST = process.env['FALLOW_DIST'] ?? join(ROOT, 'dist');

/** Serves the build on loopback as any static host would, from a sub-path to show that none is assumed. */
export async function serveBuild(port = 0): Promise<ServedBuild> {
  if (!existsSync(join(DIST, 'index.html')))
    throw new Error('There is no build in dist: run npm run build first.');
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/tools\/fallow/, '');
    const file = join(DIST, normalize(path === '/' || path === '' ? '/index.html' : path));
    if (!file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${actual}/tools/fallow/`,
    port: actual,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
