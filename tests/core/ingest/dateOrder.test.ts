import { describe, expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { buildDateOrderScout } from '../../../src/core/ingest/dateOrderScout.ts';
import { buildDateOrderTracker, readEveryWay } from '../../../src/core/ingest/dateOrderTracker.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { decideDateColumn } from '../../../src/core/ingest/decideDateColumn.ts';
import { compileUserRowReader } from '../../../src/core/ingest/userRowReader.ts';
import { LONDON, planOf, reading, wordOf } from './columnBuilder.ts';

const orderOf = (...texts: readonly string[]) => {
  const tracker = buildDateOrderTracker(reading({ order: 'undecided' }), LONDON);
  texts.forEach((text) => tracker.note(text));
  return tracker.settle();
};

describe('the order of a column [LOAD-19]', () => {
  test('one value above 12 decides', () => {
    expect(orderOf('04/05/2026', '25/05/2026')).toMatchObject({
      order: 'dayFirst',
      fitBoth: 1,
      dayFirstOnly: 1,
    });
    expect(orderOf('04/05/2026', '05/25/2026')).toMatchObject({ order: 'monthFirst' });
    expect(orderOf('26/05/04', '99/01/02')).toMatchObject({ order: 'yearFirst' });
  });

  test('without one, the only order that puts no value after the as-of date decides', () => {
    expect(orderOf('04/05/2026', '06/11/2026')).toMatchObject({ order: 'monthFirst' });
    expect(orderOf('04/05/2026', '11/06/2026')).toMatchObject({ order: 'dayFirst' });
  });

  test('otherwise it stays open', () => {
    expect(orderOf('04/05/2026', '01/02/2026')).toMatchObject({ order: 'undecided', fitBoth: 2 });
    expect(orderOf('04/11/2026', '11/04/2026')).toMatchObject({ order: 'undecided' });
  });

  test('values for both orders are counted; the larger side wins, a tie is asked', () => {
    expect(orderOf('25/05/2026', '26/05/2026', '05/27/2026')).toMatchObject({
      order: 'dayFirst',
      dayFirstOnly: 2,
      monthFirstOnly: 1,
    });
    expect(orderOf('25/05/2026', '05/27/2026')).toMatchObject({ order: 'undecided' });
  });

  test('two-digit years: all three orders are weighed', () => {
    expect(orderOf('26-06-29')).toMatchObject({ order: 'yearFirst', yearFirstOnly: 1 });
    expect(orderOf('26-06-12', '25-11-30', '26-01-02')).toMatchObject({ order: 'yearFirst', open: [] });
    expect(orderOf('27/03/26', '04/05/26')).toMatchObject({ order: 'dayFirst', isWeak: false });
    expect(orderOf('03/27/26', '04/05/26')).toMatchObject({ order: 'monthFirst', isWeak: false });
    expect(orderOf('29.06.26')).toMatchObject({ order: 'dayFirst' });
  });

  test('two-digit years that fit several orders are asked, never guessed', () => {
    expect(orderOf('24/05/25', '25/06/26', '26/01/24')).toMatchObject({
      order: 'undecided',
      open: ['dayFirst', 'yearFirst'],
      fitBoth: 3,
    });
    expect(orderOf('04/05/06')).toMatchObject({
      order: 'undecided',
      open: ['dayFirst', 'monthFirst', 'yearFirst'],
    });
    expect(orderOf('06/06/06')).toMatchObject({ order: 'undecided', open: [], fitBoth: 0 });
  });

  test('a full year beside short ones rules the year out of first place', () => {
    expect(orderOf('24/05/25', '25/06/2026')).toMatchObject({ order: 'dayFirst' });
  });

  test('a short date is set out under every order that it fits', () => {
    const readings = (text: string) => {
      const every = readEveryWay(text, reading({ order: 'undecided' }), LONDON);
      return (
        every &&
        Object.fromEntries(Object.entries(every).map(([order, value]) => [order, formatIsoDay(value)]))
      );
    };
    expect(readings('24/05/25')).toEqual({ dayFirst: '2025-05-24', yearFirst: '2024-05-25' });
    expect(readings('04/05/06')).toEqual({
      dayFirst: '2006-05-04',
      monthFirst: '2006-04-05',
      yearFirst: '2004-05-06',
    });
    expect(readings('04/05/2026')).toEqual({ dayFirst: '2026-05-04', monthFirst: '2026-04-05' });
    expect([readings('25/05/2026'), readings('05/05/2026'), readings('n/a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('texts that decide for themselves, words and placeholders say nothing', () => {
    expect(orderOf('2026-05-04', '4 May 2026', 'never', '', '12/31/1600', '06/06/2026')).toMatchObject({
      order: 'yearFirst',
      fitBoth: 0,
      selfDeciding: 2,
    });
    expect(orderOf('', 'never', '06/06/2026')).toMatchObject({ order: 'undecided', fitBoth: 0 });
  });
});

describe('the unit of numbers in a column [LOAD-20]', () => {
  const unitOf = (...texts: readonly string[]) =>
    decideDateColumn(texts, true, reading({ order: 'undecided' }), LONDON).reading.numbers;

  test.each([
    ['unixSeconds', ['1774599262', '0', '1774599263']],
    ['unixMilliseconds', ['1774599262000', '-1']],
    ['unixMicroseconds', ['1774599262000000']],
    ['windowsFileTime', ['134190728620000000', '0', '9223372036854775807']],
    ['compactDay', ['20260327', '20250101']],
    ['compactStamp', ['20260327081422']],
    ['excelSerial1900', ['46108', '46108.34', '24 Mar 2026']],
    ['none', ['12', '417', '99999', '2026-03-27']],
  ] as const)('%s', (unit, texts) => {
    expect(unitOf(...texts)).toBe(unit);
  });
});

test('midnights alone are plain dates and are not shifted by a zone [LOAD-21]', () => {
  const base = reading({ zone: 'UTC' });
  const newYork = { ...LONDON, workspaceZone: 'America/New_York' };
  const midnights = ['2026-03-27 00:00:00', '2026-03-28 00:00:00', '2026-03-29 00:00:00'];
  expect(decideDateColumn(midnights, true, base, newYork).reading.zone).toBe('America/New_York');
  expect(decideDateColumn([...midnights, '2026-03-29 08:00:00'], true, base, newYork).reading.zone).toBe(
    'UTC',
  );
});

test('a scout decides over the whole file, and its plan reads every row under one order [LOAD-19]', () => {
  const plan = planOf([
    ['id', 'accountId'],
    ['Last login', 'lastSignIn', { dates: reading({ order: 'undecided' }) }],
  ]);
  const rows = [
    ['a', '04/05/2026'],
    ['b', '05/06/2026'],
    ['c', '06/25/2026'],
    ['d', '13/06/2026'],
  ];
  const scout = buildDateOrderScout(plan);
  expect(scout.positions).toEqual([1]);
  rows.slice(0, 3).forEach((cells) => scout.note(cells));
  const settled = scout.settle();
  expect(settled.open).toEqual([]);
  const reader = compileUserRowReader(settled.plan);
  const read = rows.map(
    (cells, index) => reader.read(cells, index + 2)?.kind ?? wordOf(reader.row.evidenceDays[0]!),
  );
  expect(read).toEqual(['2026-04-05', '2026-05-06', '2026-06-25', 'orderConflict']);
});

test('a part of a column does not decide by the as-of date alone: a later row may say otherwise [LOAD-19]', () => {
  const head = ['04/05/2026', '06/11/2025', '07/08/2026'];
  const base = reading({ order: 'undecided' });
  expect(decideDateColumn(head, true, base, LONDON).reading.order).toBe('undecided');
  expect(decideDateColumn(['04/05/2026', '06/11/2026'], true, base, LONDON).reading.order).toBe('monthFirst');
  expect(decideDateColumn(['04/05/2026', '06/11/2026'], false, base, LONDON).reading.order).toBe('undecided');
  expect(decideDateColumn(['04/05/2026', '25/11/2025'], false, base, LONDON).reading.order).toBe('dayFirst');
});

test('a column that showed only dates with the year first refuses a numeric date instead of guessing [LOAD-19]', () => {
  const decided = decideDateColumn(
    ['2026-05-04', '2026-05-05 10:00:00'],
    false,
    reading({ order: 'undecided' }),
    LONDON,
  );
  const reader = compileDateReader(decided.reading, LONDON);
  expect(
    ['2026-05-06', '04/05/2026', '25/05/2026', '06/06/2026', '26-06-29', 'never'].map((text) =>
      wordOf(reader.read(text)),
    ),
  ).toEqual(['2026-05-06', 'orderConflict', 'orderConflict', '2026-06-06', 'orderConflict', 'never']);
});

test('a column without any date in the head takes its unit from the whole file', () => {
  const plan = planOf([
    ['id', 'accountId'],
    ['Last login', 'lastSignIn', { dates: reading({ order: 'undecided' }) }],
  ]);
  const scout = buildDateOrderScout(plan);
  scout.note(['a', '']);
  scout.note(['b', '1774599262000']);
  const { plan: settled, open } = scout.settle();
  expect([open, settled.columns[1]!.dates]).toMatchObject([
    [],
    { order: 'dayFirst', numbers: 'unixMilliseconds' },
  ]);
});

test('a scout that finds nothing leaves the column open', () => {
  const plan = planOf([
    ['id', 'accountId'],
    ['Last login', 'lastSignIn', { dates: reading({ order: 'undecided' }) }],
  ]);
  const scout = buildDateOrderScout(plan);
  scout.note(['a', '04/05/2026']);
  expect(scout.settle().open.map(({ header }) => header)).toEqual(['Last login']);
});
