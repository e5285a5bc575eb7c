import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DIST } from '../support/serveBuild.ts';
import { ROOT } from '../support/sourceFiles.ts';

const assets = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
const textOf = (name: string): string => readFileSync(join(DIST, name), 'utf8');
const zipped = (name: string): number => gzipSync(readFileSync(join(DIST, name)), { level: 9 }).length;

interface BuiltChunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
const manifest = JSON.parse(textOf('manifest-of-build.json')) as Readonly<Record<string, BuiltChunk>>;

/** Files that a chunk needs before it can run: itself and what it imports statically. */
function needed(key: string, found = new Set<string>()): ReadonlySet<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) needed(next, found);
  return found;
}

describe('the production build', () => {
  const html = textOf('index.html');

  test('is static and runs from any sub-path: every address in the page is relative [APP-01]', () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
  });

  test('the first load stays within 150 KB of JavaScript gzipped', () => {
    const first = new Set([
      ...needed('index.html'),
      ...needed('src/ui/start/StartScreen.tsx'),
      'boot-guard.js',
    ]);
    const total = [...first].reduce((sum, file) => sum + zipped(file), 0);
    expect([...first].some((file) => file.includes('thread') || file.includes('brief'))).toBe(false);
    expect(total).toBeLessThanOrEqual(150 * 1024);
  });

  test('the worker and the drawing of the brief stay within budgets of their own', () => {
    const size = (start: string): number => {
      const name = assets.find((asset) => asset.startsWith(start));
      if (name === undefined) throw new Error(`The build has no ${start}`);
      return zipped(join('assets', name));
    };
    expect(size('thread-')).toBeLessThanOrEqual(320 * 1024);
    expect(size('brief-')).toBeLessThanOrEqual(320 * 1024);
  });

  test('the content policy stands first in the page, forbids connections and admits blob workers only [APP-04]', () => {
    const policy =
      /<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
        html,
      )?.[1];
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'none'",
      'worker-src blob:',
      "manifest-src 'self'",
      "media-src 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types app-worker',
    ]);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/<style|\sstyle="/);
  });

  test('nothing of html2canvas, canvg or dompurify is in the build', () => {
    const LIBRARIES = [
      'html2canvas/dist/html2canvas.esm.js',
      'canvg/lib/index.es.js',
      'dompurify/dist/purify.es.mjs',
    ];
    const built = assets.map((name) => textOf(join('assets', name))).join('\n');
    for (const library of LIBRARIES) {
      const source = readFileSync(join(ROOT, 'node_modules', library), 'utf8');
      const marks = [...source.matchAll(/'([A-Za-z][\w ,.:-]{17,80})'/g)].map((match) => match[1] ?? '');
      // Words of web standards stand in other libraries as well; a library that is really there brings most of its own.
      expect(marks.length, `${library} has texts to look for`).toBeGreaterThan(0);
      expect(marks.filter((mark) => built.includes(mark)).length / marks.length, library).toBeLessThan(0.2);
    }
    expect(assets.filter((name) => /html2canvas|canvg|purify/i.test(name))).toEqual([]);
  });

  test('no address of another host is in the code, but for names of standards and documentation', () => {
    const KNOWN = [
      /^https?:\/\/(www\.)?w3\.org\//,
      /^https?:\/\/reactjs\.org\/|^https?:\/\/react\.dev\//,
      /^https?:\/\/(www\.)?papaparse\.com/,
      /^https?:\/\/(www\.)?dexie\.org/,
      /^https?:\/\/ns\.adobe\.com\//,
      /^https?:\/\/(www\.)?chartjs\.org/,
      /^https?:\/\/cdnjs\.cloudflare\.com\/ajax\/libs\/pdfobject\//,
      /^https?:\/\/mozilla\.github\.io\/|^https?:\/\/github\.com\//,
      /^https?:\/\/jspdf\.default\.namespaceuri\//,
      /^https?:\/\/(tinyurl\.com|bit\.ly)\//,
    ];
    const found = assets.flatMap(
      (name) => textOf(join('assets', name)).match(/https?:\/\/[a-z0-9.-]+\.[a-z]{2,}[^"'`\s\\)<>]*/gi) ?? [],
    );
    expect([...new Set(found)].filter((address) => !KNOWN.some((known) => known.test(address)))).toEqual([]);
  });
});

describe('the packages', () => {
  const pack = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

  test('the chosen stack is named directly and every version is exact [APP-02]', () => {
    const chosen = [
      'react',
      'dexie',
      'papaparse',
      '@tanstack/react-table',
      'zustand',
      'chart.js',
      'react-chartjs-2',
      'jspdf',
    ];
    expect(Object.keys(pack.dependencies)).toEqual(expect.arrayContaining(chosen));
    expect(Object.keys(pack.devDependencies)).toEqual(
      expect.arrayContaining(['vite', 'vitest', '@testing-library/react']),
    );
    const versions = [...Object.values(pack.dependencies), ...Object.values(pack.devDependencies)];
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('each chosen package is imported by the code that it is there for [APP-02]', () => {
    const all = (folder: string): string =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
        .join('\n');
    const imports = (text: string, name: string): boolean =>
      new RegExp(`from '${name}[/']`).test(text) || text.includes(`from '${name}'`);
    expect(imports(all('src/storage'), 'dexie')).toBe(true);
    expect(imports(all('src/worker/thread'), 'papaparse')).toBe(true);
    expect(imports(all('src/ui'), '@tanstack/react-table')).toBe(true);
    expect(imports(all('src/ui'), 'chart.js')).toBe(true);
    expect(imports(all('src/ui'), 'react-chartjs-2')).toBe(true);
    expect(imports(all('src/state'), 'zustand')).toBe(true);
    expect(imports(all('src/brief/pdf'), 'jspdf')).toBe(true);
  });
});
