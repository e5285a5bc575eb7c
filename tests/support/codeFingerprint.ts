import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './sourceFiles.ts';

/** Text of a source without what does not run: comments, types that are imported, and how it is laid out. */
const codeOf = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^import type [\s\S]*?;$/gm, '')
    .replaceAll(/\s+/g, ' ');

/** A source and everything it imports to run, in the order of their paths. */
function sourcesOf(first: string): readonly string[] {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(ROOT, path), 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(/^import (type )?[^;]*? from '(\.[^']+)';$/gms)) {
      if (names === '') follow(join(dirname(path), from));
    }
  };
  follow(first);
  return [...found].toSorted();
}

/** Sixteen digits that change with the code of a source or of anything it imports to run. */
export function codeFingerprint(source: string): string {
  const hash = createHash('sha256');
  for (const path of sourcesOf(source)) hash.update(codeOf(readFileSync(join(ROOT, path), 'utf8')));
  return hash.digest('hex').slice(0, 16);
}
