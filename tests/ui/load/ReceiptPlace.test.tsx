// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { ReceiptPlace } from '../../../src/ui/load/ReceiptPlace.tsx';
import { wordReimport } from '../../../src/ui/shared/WhatChanged.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';
import { RECEIPT } from './exampleSurvey.ts';

afterEach(cleanup);

const SINCE = {
  since: dayFromCalendar(2026, 5, 31),
  provenFree: 0,
  goneOutside: 0,
  canceled: 0,
  cameBack: 0,
};
const EARLIER = { ...RECEIPT, snapshot: 'march', asOf: dayFromCalendar(2026, 3, 31) };

const said = (receipt: typeof RECEIPT, change: object = {}): string => {
  const view = { ...EXAMPLE_WORKSPACE, receipts: [RECEIPT, EARLIER], current: RECEIPT, ...change };
  drawScreen(<ReceiptPlace receipt={receipt} />, { view });
  const words = document.body.textContent;
  cleanup();
  return words;
};

test('what a newer list proves is said in one sentence, and what did not happen is left out', () => {
  expect(wordReimport({ ...SINCE, provenFree: 41, canceled: 6, cameBack: 3, goneOutside: 1 })).toBe(
    'Since 31 May 2026: 41 seats proven free, 6 cases canceled because work was seen, 3 came back, 1 seat gone outside the workflow, counted apart.',
  );
  expect(wordReimport({ ...SINCE, provenFree: 1 })).toBe('Since 31 May 2026: 1 seat proven free.');
});

test('a receipt says what its list has proven, or which list the figures describe instead', () => {
  expect(said(RECEIPT)).toBe('');
  expect(said(RECEIPT, { reimport: { ...SINCE, canceled: 1 } })).toBe(
    'Since 31 May 2026: 1 case canceled because work was seen.',
  );
  expect(said(EARLIER)).toBe('The figures describe the list of 30 Jun 2026.');
  const okta = { ...EARLIER, source: { ...EARLIER.source, system: 'okta' } };
  expect(said(okta)).toBe(
    'The figures describe the lists of ServiceNow. This list of Okta stands beside them.',
  );
});

test('a list that takes the place of another of its day says so, and what to do with parts of one list', () => {
  const source = { ...RECEIPT.source, name: 'users-a-to-l.csv', sha256: '0'.repeat(64) };
  const part = { ...RECEIPT, snapshot: 'part', seats: 400, source };
  expect(said(RECEIPT, { receipts: [RECEIPT, EARLIER, part] })).toBe(
    'This list took the place of users-a-to-l.csv, of the same day: figures rest on one list, and the 400 seats of the other no longer count. If both are parts of one list, choose both files at once and put them together.',
  );
  const silent = [
    { ...part, source: { ...source, sha256: RECEIPT.source.sha256 } },
    { ...part, source: { ...source, system: 'okta' } },
    { ...part, completeness: 'filtered' as const },
  ];
  for (const other of silent) expect(said(RECEIPT, { receipts: [RECEIPT, other] })).toBe('');
});
