import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const stamp = {
  actor: 'Dana',
  at: '2026-07-01T10:00:00+00:00',
  workingDay: readIsoDay('2026-07-01')!,
};
let ask: AskThread;

beforeEach(async () => {
  ask = askThread();
  await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp,
  });
});

interface Loaded {
  readonly system?: string;
  readonly completeness?: 'full' | 'filtered';
}

/** Loads a list of seats without dates of life, unless lines give them. */
async function load(
  asOf: string,
  header: string,
  lines: readonly string[],
  { system = 'other', completeness = 'full' }: Loaded = {},
): Promise<void> {
  const file = new File([`${[header, ...lines].join('\n')}\n`], `users-${asOf}.csv`);
  const asked = {
    fileTime: undefined,
    system,
    isSystemChosen: true,
    workingDay: stamp.workingDay,
    workspaceZone: 'Europe/London',
  };
  const { plan } = await ask('surveyFile', { source: { file }, ...asked, plan: undefined });
  const columns = plan.columns.map((column) =>
    column.meaning === 'lastSignIn' && column.dates
      ? { ...column, dates: { ...column.dates, neverWords: ['never'] } }
      : column,
  );
  const answer = await ask('importUsers', {
    source: { file },
    plan: { ...plan, columns, asOf: readIsoDay(asOf)!, completeness },
    estimatedRows: lines.length,
    stamp,
  });
  expect(answer.import.outcome).toBe('imported');
}

const PLAIN = 'User name,Licence type,Last login';
const DATED = 'User name,Licence type,Assigned on,Last login';
const all = (names: string, rest: string): string[] => names.split(' ').map((name) => `${name},${rest}`);

/** Category and whole explanation of a seat of the current list. */
async function explain(name: string) {
  const query = seatQuery({ search: name });
  const page = await ask('seatPage', { query, from: 0, count: 5 });
  expect(page.rows).toHaveLength(1);
  const why = await ask('explainSeat', { seat: page.rows[0]!.seat });
  expect(why.category).toBe(page.rows[0]!.category);
  return { ...why, text: `${why.sentence} ${why.history}` };
}

describe('tenure under what earlier complete lists of the system say', () => {
  test('a seat without dates is unknown in the only list, new beside one that lacked it, and never used beside one that held it [REVIEW-05]', async () => {
    await load('2026-06-30', PLAIN, all('ann bob', 'Agent,never'));
    expect(await explain('ann')).toMatchObject({ category: 'unknown' });

    await load('2026-05-31', PLAIN, all('ann zoe', 'Agent,never'));
    expect((await explain('bob')).category).toBe('tooNew');
    expect((await explain('bob')).text).toContain('not in the complete list of 31 May 2026');
    expect(await explain('ann')).toMatchObject({ category: 'unknown' });

    await load('2026-03-31', PLAIN, all('ANN', 'Agent,never'));
    expect((await explain('ann')).category).toBe('neverUsed');
    expect((await explain('ann')).text).toContain('told by the complete list of 31 Mar 2026');
    const { counts } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
    expect(counts.cells.reduce((sum, seats) => sum + seats, 0)).toBe(2);
  });

  test('a seat cannot be older than the day after the list that lacked it, whatever its assigned date says [REVIEW-02, REVIEW-05]', async () => {
    await load('2026-05-31', DATED, all('zoe', 'Agent,2023-01-09,never'));
    await load('2026-06-30', DATED, all('ann zoe', 'Agent,2023-01-09,never'));
    const ann = await explain('ann');
    expect(ann.category).toBe('tooNew');
    expect(ann.history).toContain(
      'Held since 1 Jun 2026 at the earliest, 29 days: the assigned date is 9 Jan 2023, but the seat is not in the complete list of 31 May 2026.',
    );
    expect((await explain('zoe')).category).toBe('neverUsed');
    expect(ann.evidence.find(({ label }) => label === 'Assigned on')).toEqual({
      label: 'Assigned on',
      column: 'Assigned on',
      file: 'users-2026-06-30.csv',
      fileRow: 2,
      rawText: '2023-01-09',
      reading: '9 Jan 2023',
    });
  });

  test('filtered lists, other systems and lists of the same day say nothing', async () => {
    await load('2026-05-31', PLAIN, all('zoe', 'Agent,never'), { completeness: 'filtered' });
    await load('2026-05-30', PLAIN, all('yan', 'Agent,never'), { system: 'jira' });
    await load('2026-06-30', PLAIN, all('zoe yan', 'Agent,never'));
    await load('2026-06-30', PLAIN, all('ann zoe', 'Agent,never'));
    expect(await explain('ann')).toMatchObject({ category: 'unknown' });
  });

  test('of two lists of one day the one loaded last counts', async () => {
    await load('2026-05-31', PLAIN, all('zoe', 'Agent,never'));
    await load('2026-05-31', PLAIN, all('ann zoe', 'Agent,never'));
    await load('2026-06-30', PLAIN, all('zoe ann', 'Agent,never'));
    expect((await explain('ann')).text).toContain('at least 30 days');
  });
});
