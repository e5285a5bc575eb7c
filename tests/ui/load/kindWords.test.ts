import { expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { FileReceipt } from '../../../src/worker/tableView.ts';
import { wordFileReceipt } from '../../../src/ui/load/kindWords.ts';

const FROM = readIsoDay('2025-06-02')!;
const TO = readIsoDay('2026-06-30')!;

test('the receipt of a log says since when it shows and by how much it may trail [LOAD-33]', () => {
  const receipt: FileReceipt = {
    file: 'f1',
    kind: 'activity',
    asOf: TO,
    importedAt: '2026-06-30T14:02:11+01:00',
    source: { name: 'log.csv', bytes: 10, sha256: '3f9a'.repeat(16) },
    rows: { read: 12, accepted: 10, rejected: 2, repeats: 0, blankLines: 0 },
    stored: 3,
    range: { from: FROM, to: TO },
    findings: [],
    errors: [],
    plan: undefined,
    activity: {
      keys: 3,
      series: 3,
      days: 8,
      from: FROM,
      to: TO,
      monthly: false,
      events: [{ name: '', keys: 3, events: 10 }],
      licenceTypes: [],
      withoutEvents: 0,
    },
    answer: undefined,
  };
  expect(wordFileReceipt(receipt)).toBe(
    '12 rows read, 10 accepted, 2 rejected. Folded into 8 active days of 3 account keys. Dates from 2 Jun 2025 to 30 Jun 2026. History from 2 Jun 2025, lag 2 days. Fingerprint 3f9a…',
  );
});
