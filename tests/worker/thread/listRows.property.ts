import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellBatch } from '../../../src/worker/thread/cellBatches.ts';
import { ListRows, type ListForm } from '../../../src/worker/thread/listRows.ts';
import { utf8 } from './byteFile.ts';
import { cellsOf, cutInto, dialectOf, fastBatches, generalBatches } from './cellRows.ts';

const DIALECT = dialectOf();
const HEADER = 'Username,Display name,Last login,Licence';
const columns = HEADER.split(',').map((header, position) => ({
  position,
  header,
  meaning: ['accountId', 'displayName', 'lastSignIn', 'licenceType'][position]!,
}));

/** Rows of the list of each reader, read once batch by batch as an import does. */
function listOf(batches: Iterable<CellBatch>, form: ListForm) {
  const list = new ListRows(form, DIALECT);
  const cells: unknown[] = [];
  for (const batch of batches) for (const own of list.of(batch)) cells.push(...cellsOf([own]));
  cells.push(...cellsOf(list.end()));
  return { cells, found: list.found() };
}

const TABLE = ['Licence,Department,Status,', 'Full,Sales,Active,'];
const TABLES = [
  ['', ...TABLE],
  ['', 'Summary,,,', ...TABLE],
  ['', 'Summary,,,', '', ',,,', ...TABLE],
];
const LINE = fc
  .constantFrom(
    'bob,Bob Ash,2026-03-27,Full',
    'ana,Ana Birch,Never,Full',
    'cem,"Cem ""C"" Dogan",2026-05-02,Viewer',
    'dev,"two\nlines",2026-05-02,Viewer',
    'odd,a"b",2026-05-02,Viewer',
    '"eve\nfay"x",Fay Dunn,2026-05-02,Full',
    '',
    ',,,',
    ' , ,,',
    '\u00a0,,,',
    'Licence,Department,Status,',
    'Full,Sales,Active,',
    'Group name,Manager,Created,',
    'Admins,Zoe,by hand,',
    'Ledger,Amount,,',
    'Sales,1200,,',
    'Summary,,,',
    HEADER,
    'Total,3,,',
    'Generated on 30 June 2026,,,',
  )
  .map((line) => [line]);
const LINES = fc
  .array(fc.oneof({ weight: 9, arbitrary: LINE }, { weight: 1, arbitrary: fc.constantFrom(...TABLES) }), {
    maxLength: 24,
  })
  .map((lines) => lines.flat());

const ANSWER = fc.constantFrom(undefined, 'leaveOut' as const, 'belongs' as const);

test('both readers part the same rows, however the bytes are cut [LOAD-05]', () => {
  let tables = 0;
  fc.assert(
    fc.property(
      LINES,
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(900), { maxLength: 6 }),
      ANSWER,
      (lines, lineEnd, cuts, answer) => {
        const bytes = utf8([HEADER, ...lines].join(lineEnd));
        const form: ListForm = {
          columns,
          answers: answer === undefined ? [] : [{ kind: 'secondTable', position: 0, answer }],
        };
        const general = listOf(generalBatches([bytes], DIALECT), form);
        expect(listOf(generalBatches(cutInto(bytes, cuts), DIALECT), form)).toEqual(general);
        expect(listOf(fastBatches(cutInto(bytes, cuts), DIALECT), form)).toEqual(general);
        const all = cellsOf(generalBatches([bytes], DIALECT));
        const left = general.found.leftOut?.rows ?? 0;
        expect(general.cells.length + left).toBe(all.length);
        const kept = new Set(general.cells.map((row) => JSON.stringify(row)));
        expect(all.filter((row) => kept.has(JSON.stringify(row)))).toEqual(general.cells);
        if (left > 0) tables += 1;
      },
    ),
    { numRuns: 1_500 },
  );
  expect(tables).toBeGreaterThan(100);
});
