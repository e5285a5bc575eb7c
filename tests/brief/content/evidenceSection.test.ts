import { expect, test } from 'vitest';
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
