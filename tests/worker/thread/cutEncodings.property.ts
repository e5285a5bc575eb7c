import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import type { Dialect } from '../../../src/core/ingest/importPlan.ts';
import { recogniseBytes } from '../../../src/core/ingest/recogniseBytes.ts';
import { PieceDecoder } from '../../../src/worker/thread/decodePieces.ts';
import { pushPiece, toBatch } from '../../../src/worker/thread/importRows.ts';
import { RowSplitter } from '../../../src/worker/thread/splitRows.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'golden', 'exports');
const OFFSETS = [1, 2, 3, 5, 8, 13, 41];

interface EncodedExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dialect: Dialect;
}

/** The golden exports that are not UTF-8, in the bytes of their file, and those of other endings than CSV. */
function encodedExports(): readonly EncodedExport[] {
  return readdirSync(FOLDER).flatMap((name) => {
    if (!/\.(csv|tsv|txt)$/.test(name)) return [];
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    const recognised = recogniseBytes(bytes, true);
    if (!recognised.ok) return [];
    const { encoding } = recognised.value;
    if (encoding === 'utf-8' && name.endsWith('.csv')) return [];
    const { text } = new PieceDecoder(encoding).push(bytes);
    const found = findDialect(text, encoding, true);
    return found.ok ? [{ name, bytes, dialect: found.value.dialect }] : [];
  });
}

function rowsOf(pieces: readonly Uint8Array[], dialect: Dialect): string {
  const decoder = new PieceDecoder(dialect.encoding);
  const splitter = new RowSplitter(dialect.delimiter, dialect.linesBeforeHeader);
  const read: unknown[] = [];
  const keep = ({ rows, firstRow, unclosed, unreadable }: ReturnType<typeof toBatch>): void => {
    rows.forEach((cells, index) => read.push([firstRow + index, unclosed.has(index), cells]));
    if (unreadable) read.push(unreadable);
  };
  for (const piece of pieces) keep(pushPiece(splitter, decoder.push(piece), dialect));
  keep(pushPiece(splitter, decoder.end(), dialect));
  keep(toBatch(splitter.end()));
  return JSON.stringify(read);
}

test('exports in other encodings, cut inside characters, line ends and quotes, give the same rows [LOAD-05]', () => {
  const exports = encodedExports();
  expect(new Set(exports.map(({ dialect }) => dialect.encoding))).toEqual(
    new Set(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  );
  let pairs = 0;
  for (const { name, bytes, dialect } of exports) {
    const expected = rowsOf([bytes], dialect);
    expect(expected.length).toBeGreaterThan(20);
    for (let at = 0; at <= bytes.length; at += 1) {
      const second = Math.min(bytes.length, at + OFFSETS[at % OFFSETS.length]!);
      const pieces = [bytes.subarray(0, at), bytes.subarray(at, second), bytes.subarray(second)];
      if (rowsOf(pieces, dialect) !== expected) expect.fail(`${name}, cut at ${at} and ${second}`);
      pairs += 1;
    }
  }
  expect(pairs).toBeGreaterThan(5_000);
});
