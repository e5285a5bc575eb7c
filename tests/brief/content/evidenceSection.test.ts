import { expect, test } from 'vitest';
import type { FileFinding } from '../../../src/core/ingest/fileSurvey.ts';
import { evidenceSection } from '../../../src/brief/content/evidenceSection.ts';
import { EXAMPLE_INPUT } from './exampleInput.ts';

test('the evidence base names every file of a list that was put together, with its rows and fingerprint [LOAD-04]', () => {
  const [first, ...others] = EXAMPLE_INPUT.sources;
  const parts = [1, 2].map((page) => ({
    name: `users_Page_${page}.csv`,
    bytes: 9,
    sha256: `${page}`.repeat(64),
    firstRow: page * 10,
    ownFirstRow: 2,
    rows: { read: 8, accepted: 7, rejected: 1, repeats: page, blankLines: 0 },
  }));
  const source = { ...first!.source, name: 'users_Page_1.csv and users_Page_2.csv', parts };
  const input = { ...EXAMPLE_INPUT, sources: [{ ...first!, source }, ...others] };
  const text = JSON.stringify(evidenceSection(input)).replaceAll('\u00a0', ' ');
  expect(text).toContain(`users_Page_1.csv: 8 rows read, 1 rejected, 1 repeat; ${'1'.repeat(64)}`);
  expect(text).toContain(`users_Page_2.csv: 8 rows read, 1 rejected, 2 repeats; ${'2'.repeat(64)}`);
  expect(text).toContain('Fingerprint, SHA-256 over those of the parts');
  expect(JSON.stringify(evidenceSection(EXAMPLE_INPUT))).not.toContain('over those of the parts');
});

test('that a list may be cut off is a warning of the evidence base, by its rows or by its own notice [LOAD-12]', () => {
  const [first, ...others] = EXAMPLE_INPUT.sources;
  const wordsOf = (finding: FileFinding): string =>
    JSON.stringify(
      evidenceSection({ ...EXAMPLE_INPUT, sources: [{ ...first!, findings: [finding] }, ...others] }),
    ).replaceAll('\u00a0', ' ');
  const byRows = 'The file has exactly 10 000 rows, the limit of this export; it may be cut off.';
  const byNotice = 'The file says itself that it stops early, after 2 rows.';
  expect(wordsOf({ kind: 'rowLimit', rows: 10_000 })).toContain(`[["Warnings"],["${byRows}"]]`);
  expect(wordsOf({ kind: 'rowLimit', rows: 2, byNotice: true })).toContain(`[["Warnings"],["${byNotice}"]]`);
});

test('a log that is loaded but speaks for another list is named as being in no figure', () => {
  const caption = 'Activity logs that are loaded and in no figure';
  const log = { name: 'chat.csv', sha256: 'c'.repeat(64), system: 'slack', asOf: EXAMPLE_INPUT.asOf };
  const text = JSON.stringify(evidenceSection({ ...EXAMPLE_INPUT, otherLogs: [log] }));
  for (const part of [caption, 'chat.csv', 'slack', '30 Jun 2026', log.sha256]) expect(text).toContain(part);
  expect(JSON.stringify(evidenceSection(EXAMPLE_INPUT))).not.toContain(caption);
});

test('cells that are no date are told with their column and first rows [LOAD-22]', () => {
  const [first, ...others] = EXAMPLE_INPUT.sources;
  const rows = [5, 1_209].map((fileRow) => ({ fileRow, text: 'Q4 2025' }));
  const findings = [{ kind: 'unreadableDates', header: 'Last login', cells: 7, rows } as const];
  const input = { ...EXAMPLE_INPUT, sources: [{ ...first!, findings }, ...others] };
  const text = JSON.stringify(evidenceSection(input)).replaceAll('\u00a0', ' ');
  expect(text).toContain(
    'In column Last login 7 cells are neither a date nor a word for never and were kept as unreadable; the first in rows 5',
  );
});

test('cells that were asked about are a warning, of a list and of a log, never “none” [LOAD-26]', () => {
  const [first, ...others] = EXAMPLE_INPUT.sources;
  const answers = [
    { column: 'Last login', kind: 'placeholderDates', answer: 'never' },
    { column: 'Last login', kind: 'blankMeaning', answer: 'notKnown' },
  ] as const;
  const log = {
    name: 'log.csv',
    sha256: 'd'.repeat(64),
    system: 'slack',
    asOf: EXAMPLE_INPUT.asOf,
    importedAt: '2026-06-30T09:00:00+01:00',
    rows: first!.rows,
    keys: 3,
    historyStart: EXAMPLE_INPUT.asOf,
    lagDays: 2,
    zone: 'UTC',
    covers: undefined,
  };
  const warningsOf = (changes: object): readonly string[] => {
    const { blocks } = evidenceSection({ ...EXAMPLE_INPUT, ...changes });
    return blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.table.rows
            .filter(({ cells }) => cells[0]?.[0] === 'Warnings')
            .map(({ cells }) => String(cells[1]))
        : [],
    );
  };
  const asked = /^2.questions about cells of Last login were asked and answered as told above;/;
  const sources = [{ ...first!, findings: [], answers }, ...others];
  expect(warningsOf({ sources })).toEqual([expect.stringMatching(asked)]);
  expect(warningsOf({ sources: [{ ...first!, findings: [] }] })).toEqual(['none']);
  const damaged = {
    kind: 'damagedCells',
    damage: 'lostZeros',
    header: 'Number',
    cells: 2,
    rows: [],
  } as const;
  expect(warningsOf({ sources, logs: [log] })[1]).toBe('none');
  expect(warningsOf({ sources, logs: [{ ...log, answers }] })[1]).toMatch(asked);
  expect(warningsOf({ sources, logs: [{ ...log, findings: [damaged] }] })[1]).toContain(
    'changed by a spreadsheet',
  );
});
