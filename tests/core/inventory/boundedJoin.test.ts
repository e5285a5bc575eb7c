import { afterEach, expect, test } from 'vitest';
import { PLAIN_IDENTITY } from '../../../src/core/ingest/identityRules.ts';
import { joinEvidence, joiningEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import { activitySourceOf, type LogRow } from '../../builders/activitySourceOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { meterWork, type WorkMeter } from '../../support/workMeter.ts';

const PIECE = 16;
/** Numbers looked at for one text, series or row, at most. */
const EACH = 24;

let meter: WorkMeter | undefined;
afterEach(() => {
  meter?.stop();
  meter = undefined;
});

/** Accounts of which every third has two seats, and a log that names most of them, some twice and some by a shared text. */
function listAndLog(accounts: number, logKeys: number) {
  const rows = Array.from({ length: accounts }, (_, row) =>
    [`A${row}`, `user${row}`, `mail${row % 97 === 0 ? 'box' : row}@corp.example`].join(' | '),
  ).flatMap((start, row) => [
    `| ${start} | Fulfiller |`,
    ...(row % 3 === 0 ? [`| ${start} | Approver |`] : []),
  ]);
  const list = snapshotOf(`| account | user name | email | licence |\n${rows.join('\n')}`);
  const log: LogRow[] = Array.from({ length: logKeys * 3 }, (_, at) => {
    const key = at % logKeys;
    const name = at < logKeys ? `user${key}` : at % 5 === 0 ? `mail${key}@corp.example` : `A${key}`;
    const licence = ['', 'Fulfiller', 'Approver'][at % 3]!;
    return [
      name,
      `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, '0')}`,
      `event${at % 4}`,
      licence,
    ];
  });
  return { list, log: activitySourceOf([...log, ['mailbox@corp.example', '2026-06-01', 'event1']]) };
}

/** The numbers looked at between two yields, the most of them. */
function mostWork(accounts: number, logKeys: number): number {
  const { list, log } = listAndLog(accounts, logKeys);
  const before = meterWork();
  meter = before;
  // Columns that were made before are looked at through arrays that count.
  const { accounts: table, seats } = list;
  const counted = {
    ...list,
    accounts: table,
    seats: {
      ...seats,
      account: new Uint32Array(seats.account),
      licenceType: new Uint16Array(seats.licenceType),
    },
  };
  const { table: own } = log.log;
  const source = {
    ...log,
    log: {
      ...log.log,
      table: {
        ...own,
        key: new Uint32Array(own.key),
        licenceType: new Uint16Array(own.licenceType),
        event: new Uint16Array(own.event),
        events: new Uint32Array(own.events),
        dayStarts: new Uint32Array(own.dayStarts),
        days: new Int32Array(own.days),
      },
    },
  };
  before.take();
  const pieces = joiningEvidence(counted, [source], PLAIN_IDENTITY, PIECE);
  let most = 0;
  let piece = pieces.next();
  for (; piece.done !== true; piece = pieces.next()) most = Math.max(most, before.take());
  most = Math.max(most, before.take());
  before.stop();
  const plain = joinEvidence(list, [log]);
  expect(piece.value.columns.map(({ values }) => [...values])).toEqual(
    plain.columns.map(({ values }) => [...values]),
  );
  expect(piece.value.matches[0]!.shared.accounts.length).toBeGreaterThan(0);
  return most;
}

test.each([
  [1_000, 400],
  [400, 1_000],
])(
  'no piece of joining a log looks at more for %i accounts and %i keys than for few [APP-20]',
  (accounts, logKeys) => {
    expect(mostWork(accounts, logKeys)).toBeLessThan(PIECE * EACH);
  },
);
