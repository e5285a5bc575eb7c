import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWorkbookFault } from '../../../../src/core/ingest/workbook/describeWorkbookFault.ts';
import { readWorkbook } from '../../../support/readWorkbook.ts';
import { tableData, workbookBytes } from '../../../support/workbookFile.ts';

const ROWS = Array.from({ length: 20 }, (_, row) => [`user${row}`, `Name ${row}`, `user${row}@example.com`]);
const GOOD = workbookBytes({
  sheets: [
    {
      name: 'Page 1',
      data: `${tableData(ROWS)}<row r="21"><c r="A21" t="s"><v>0</v></c><c r="B21" s="1"><v>46108</v></c></row>`,
    },
  ],
  texts: ['shared'],
  formats: [14],
});
const EXPECTED = [...ROWS, ['shared', '2026-03-27']];

test('whatever bytes of a workbook change, it is refused in a sentence or gives its own rows', async () => {
  expect((await readWorkbook(GOOD)).rows).toEqual(EXPECTED);
  const change = fc.record({ at: fc.nat(GOOD.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = GOOD.slice();
      for (const { at, to } of changes) bytes[at] = to;
      const { fault, rows } = await readWorkbook(bytes);
      if (fault) expect(describeWorkbookFault('users.xlsx', fault)).toMatch(/\w+\.$/);
      else expect(rows).toEqual(EXPECTED);
    }),
    { numRuns: 600 },
  );
});

test('whatever piece of a workbook is lost, doubled or put elsewhere, it is refused', async () => {
  const place = fc.nat(GOOD.length);
  await fc.assert(
    fc.asyncProperty(place, place, place, async (one, two, to) => {
      const [from, end] = one < two ? [one, two] : [two, one];
      const piece = GOOD.subarray(from, end);
      const moved = Uint8Array.from([...GOOD.subarray(0, to), ...piece, ...GOOD.subarray(to)]);
      const lost = Uint8Array.from([...GOOD.subarray(0, from), ...GOOD.subarray(end)]);
      for (const bytes of [moved, lost]) {
        if (piece.length === 0) continue;
        const { fault } = await readWorkbook(bytes);
        expect(fault).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
});
