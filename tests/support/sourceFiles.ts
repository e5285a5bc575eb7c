import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SRC = join(ROOT, 'src');

export interface SourceFile {
  /** Path below `src`, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Folder that the map names: `core/policy`, `worker/thread`, `ui`, … */
  readonly room: string;
}

const DEEP_ROOMS = new Set(['core', 'brief']);

export function roomOf(path: string): string {
  const parts = path.split('/');
  if (path.startsWith('worker/thread/')) return 'worker/thread';
  if (parts.length > 2 && DEEP_ROOMS.has(parts[0] ?? '')) return `${parts[0]}/${parts[1]}`;
  return parts.length > 1 ? (parts[0] ?? '') : 'main';
}

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

export function sourceFiles(): readonly SourceFile[] {
  return [...walk(SRC)]
    .filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))
    .map((full) => {
      const path = relative(SRC, full).replaceAll('\\', '/');
      return { path, text: readFileSync(full, 'utf8'), room: roomOf(path) };
    });
}

export interface Import {
  readonly specifier: string;
  /** `import type` or an import of types only, erased by the compiler. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** Import specifiers of a file, as text; comments are left out first. */
export function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const match of code.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'";]*?from\s*)?['"]([^'"]+)['"]/g,
  )) {
    if (match[1] === 'export' && match[3] === undefined) continue;
    found.push({ specifier: match[4] ?? '', typeOnly: match[2] !== undefined, dynamic: false });
  }
  for (const match of code.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ specifier: match[1] ?? '', typeOnly: false, dynamic: true });
  }
  return found;
}

/** Path below `src` that a relative specifier means, or `undefined` for a package. */
export function targetOf(from: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return relative(SRC, resolve(SRC, dirname(from.path), specifier.replace(/\?.*$/, ''))).replaceAll(
    '\\',
    '/',
  );
}
