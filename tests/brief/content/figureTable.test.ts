import { expect, test } from 'vitest';
import type { BriefContent, Figure } from '../../../src/brief/content/briefContent.ts';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import { figureTable } from '../../../src/brief/content/figureTable.ts';
import type { CsvCell } from '../../../src/core/inventory/csvText.ts';
import { EXAMPLE_INPUT, sha256 } from './exampleInput.ts';

const CONTENT = buildBriefContent(EXAMPLE_INPUT, sha256);

const plain = (cell: CsvCell): string => (typeof cell === 'string' ? cell : cell.digits);
const rows = figureTable(CONTENT).map((cells) => cells.map(plain));
const column = (name: string): number => rows[0]!.indexOf(name);

/** Ids and printed texts of every figure, wherever it stands. */
function printedFigures(content: BriefContent): readonly string[] {
  const found: string[] = [];
  JSON.stringify(content, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value && 'text' in value) {
      const { id, text } = value as Figure;
      found.push(`${id} ${text}`);
    }
    return value;
  });
  return found;
}

test('holds every figure that the brief prints, as printed, and no other', () => {
  const listed = rows
    .slice(1)
    .filter((row) => row[column('Figure id')] !== '')
    .map((row) => `${row[column('Figure id')]} ${row[column('As printed')]}`);
  const printed = printedFigures(CONTENT);
  expect(printed.length).toBeGreaterThan(100);
  expect(listed.toSorted()).toEqual(printed.toSorted());
});

test('holds both licence positions, the categories and the five flagged lines of every licence type', () => {
  const ids = new Set(rows.map((row) => row[column('Figure id')]));
  const flagged = ['F-010', 'F-011', 'F-012', 'F-013', 'F-014', 'F-015'];
  const others = ['F-005', 'F-016', 'F-017', 'F-018', 'F-019', 'F-020'];
  for (const id of ['F-100', 'F-101', ...flagged, ...others])
    for (const licenceType of ['Analytics', 'Fulfiller']) expect(ids).toContain(`${id}/${licenceType}`);
  const shortfall = rows.find((row) => row[column('Figure id')] === 'F-100/Analytics');
  expect(shortfall?.[column('Value')]).toBe('-8');
});

test('holds every other number that stands in a column of numbers', () => {
  const inUse = rows.find((row) => row[column('Column')] === 'In use' && row[column('Row')] === 'Fulfiller');
  expect(inUse?.[column('Value')]).toBe('655');
  const lists = CONTENT.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const cells = lists.flatMap(({ columns, rows: own }) =>
    own.flatMap((row) =>
      row.cells.filter((cell, index) => columns[index]?.align === 'right' && cell[0] !== ''),
    ),
  );
  expect(rows.filter((row) => row[column('Table')] !== '').length).toBeGreaterThanOrEqual(cells.length);
});
