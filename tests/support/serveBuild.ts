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

/** Serves `dist`, or the folder named by FALLOW_DIST, on loopback as any static host would, from a sub-path to show that none is assumed. */
export async function serveBuild(port = 0): Promise<ServedBuild> {
  const dist = process.env['FALLOW_DIST'] ?? join(ROOT, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('There is no build in dist: run npm run build first.');
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/tools\/fallow/, '');
    const file = join(dist, normalize(path === '/' || path === '' ? '/index.html' : path));
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
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
