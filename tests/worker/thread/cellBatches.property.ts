import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import type { Dialect } from '../../../src/core/ingest/importPlan.ts';
import { recogniseBytes } from '../../../src/core/ingest/recogniseBytes.ts';
import { PieceDecoder } from '../../../src/worker/thread/decodePieces.ts';
import { ROOT } from '../../support/sourceFiles.ts';
import { utf8 } from './byteFile.ts';
import { cellsOf, cutInto, dialectOf, fastBatches, generalBatches } from './cellRows.ts';

const general = (bytes: Uint8Array, dialect: Dialect) => cellsOf(generalBatches([bytes], dialect));
const fast = (pieces: readonly Uint8Array[], dialect: Dialect) => cellsOf(fastBatches(pieces, dialect));

const DELIMITERS: readonly Dialect['delimiter'][] = [',', ';', '\t', '|'];
const LETTERS = [
  'a',
  'b',
  '7',
  ' ',
  '.',
  "'",
  '=',
  '\0',
  '\u007f',
  'é',
  'Ł',
  '李',
  '😀',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '"',
  '"',
  '"',
  '""',
  '","',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\n',
  '\r',
  '\r\n',
  '\r\n',
].map(utf8);
/** Bytes that are no UTF-8 wherever they stand alone: continuations, overlong forms, surrogates, cut characters. */
const BROKEN = [
  [0x80],
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xc3],
].map((bytes) => Uint8Array.from(bytes));

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const letters = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 });
const file = fc
  .record({
    mark: fc.boolean(),
    head: letters,
    broken: fc.option(fc.constantFrom(...BROKEN), { freq: 4 }),
    tail: letters,
  })
  .map(({ mark, head, broken, tail }) =>
    joined([...(mark ? [utf8('\ufeff')] : []), ...head, ...(broken ? [broken] : []), ...tail]),
  );

describe('the fast reader gives the rows of the general reader', () => {
  test('for any bytes, delimiter and lines above the header, wherever they are cut [LOAD-05]', () => {
    fc.assert(
      fc.property(
        file,
        fc.constantFrom(...DELIMITERS),
        fc.nat({ max: 2 }),
        fc.array(fc.nat(200), { maxLength: 5 }),
        (bytes, delimiter, lines, cuts) => {
          const dialect = dialectOf(delimiter, lines);
          const expected = general(bytes, dialect);
          expect(fast([bytes], dialect)).toEqual(expected);
          expect(fast(cutInto(bytes, cuts), dialect)).toEqual(expected);
          expect(
            fast(
              Array.from(bytes, (byte) => Uint8Array.of(byte)),
              dialect,
            ),
          ).toEqual(expected);
        },
      ),
      { numRuns: 1500 },
    );
  });

  const cell = fc
    .array(fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', '\r\n', ' ', '😀'), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test('and the cells that were written, with all kinds of line end in one file [LOAD-05]', () => {
    const rows = fc.array(
      fc.tuple(
        fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, fc.array(fc.nat(400), { maxLength: 5 }), (table, cuts) => {
        const text = table
          .map(
            ([cells, end]) =>
              cells
                .map(([cellText, always]) =>
                  always || /[",;\r\n]/.test(cellText) ? quoted(cellText) : cellText,
                )
                .join(';') + end,
          )
          .join('');
        const dialect = dialectOf(';');
        const expected = table.map(([cells], index) => [index + 1, false, ...cells.map(([own]) => own)]);
        expect(fast(cutInto(utf8(text), cuts), dialect)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

const FOLDER = join(ROOT, 'tests', 'golden', 'exports');
const OFFSETS = [1, 2, 3, 4, 5, 7, 9, 13, 17, 29, 41, 67, 97, 151];
/** Second places for every first one, in turn; all of them come behind every kind of byte. */
const OFFSETS_EACH = 4;

/** An export as UTF-8 and its dialect. */
function exportOf(name: string): { readonly bytes: Uint8Array; readonly dialect: Dialect } | undefined {
  const original = new Uint8Array(readFileSync(join(FOLDER, name)));
  const recognised = recogniseBytes(original, true);
  if (!recognised.ok) return undefined;
  const { text } = new PieceDecoder(recognised.value.encoding).push(original);
  const found = findDialect(text, 'utf-8', true);
  return found.ok ? { bytes: utf8(text), dialect: found.value.dialect } : undefined;
}

test('a quote around very many short lines is asked for its end a few dozen times, not at every line', () => {
  const swallowed = 'y\n'.repeat(700_000);
  const bytes = utf8(`a,b\n"${swallowed}",b\nlast,b\n`);
  const cuts = Array.from({ length: 8 }, (_, cut) => (cut + 1) << 18).filter((cut) => cut < bytes.length);
  const rows: (readonly unknown[])[] = [];
  let batches = 0;
  for (const batch of fastBatches(cutInto(bytes, cuts), dialectOf())) {
    batches += 1;
    rows.push(...(cellsOf([batch]) as readonly (readonly unknown[])[]));
  }
  expect(batches).toBeLessThan(60);
  expect(rows.length).toBe(3);
  expect(rows[1]![2] === swallowed).toBe(true);
  expect(rows[2]).toEqual([3, false, 'last', 'b']);
});

test('every golden export, cut at every byte and at a second place behind it, gives the same rows [LOAD-05]', () => {
  let pairs = 0;
  let files = 0;
  for (const name of readdirSync(FOLDER).filter((found) => found.endsWith('.csv'))) {
    const golden = exportOf(name);
    if (!golden) continue;
    files += 1;
    const { bytes, dialect } = golden;
    const expected = JSON.stringify(general(bytes, dialect));
    expect(expected.length).toBeGreaterThan(20);
    for (let at = 0; at <= bytes.length; at += 1) {
      for (let turn = 0; turn < OFFSETS_EACH; turn += 1) {
        const offset = OFFSETS[(at * OFFSETS_EACH + turn) % OFFSETS.length]!;
        const second = Math.min(bytes.length, at + offset);
        const pieces = [bytes.subarray(0, at), bytes.subarray(at, second), bytes.subarray(second)];
        if (JSON.stringify(fast(pieces, dialect)) !== expected) {
          expect(fast(pieces, dialect), `${name} cut at ${at} and ${second}`).toEqual(
            general(bytes, dialect),
          );
        }
        pairs += 1;
      }
    }
  }
  expect(files).toBeGreaterThan(15);
  expect(pairs).toBeGreaterThan(100_000);
});
