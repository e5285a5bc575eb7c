import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import type { CurrencyCode } from '../../../src/core/base/minorUnits.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { FIRST_ORDER, NO_FILTER, seatQueryOf } from '../../../src/state/reviewQuery.ts';
import { seatsBehind, typesBehind, type CountedSeats } from '../../../src/ui/position/seatsBehind.ts';
import type { Action } from '../../../src/worker/action.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};
let ask: AskThread;
let view: WorkspaceView;
const act = (action: Action) => ask('act', { action, stamp });

beforeEach(async () => {
  ask = askThread();
  view = await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
  await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
});

test('a holiday typed moves the notice date of position and brief, and goes with its undo [CONTRACT-11]', async () => {
  const before = (await ask('position', {})).workBack!;
  await act({ act: 'saveHolidays', days: [before.noticeDate] });
  const moved = (await ask('position', {})).workBack!;
  expect(moved.noticeDate).toBeLessThan(before.noticeDate);
  expect(moved.notifyUsersBy).toBeLessThanOrEqual(before.notifyUsersBy);
  await act({ act: 'undoLast', reason: 'not a holiday' });
  expect((await ask('position', {})).workBack).toEqual(before);
  expect(formatDay(before.noticeDate)).not.toBe(formatDay(moved.noticeDate));
});

test('two currencies are two totals, each of its own lines, and are never added [CONTRACT-03]', async () => {
  const one = await ask('position', {});
  expect(one.money).toHaveLength(1);
  expect(one.lines.length).toBeGreaterThan(1);
  const [line] = view.contractLines;
  const currency = (line!.currency === 'EUR' ? 'GBP' : 'EUR') as CurrencyCode;
  await act({ act: 'saveContractLine', line: { ...line!, currency } });
  const two = await ask('position', {});
  expect(two.money.map((total) => total.currency).toSorted()).toEqual([currency, line!.currency].toSorted());
  for (const total of two.money) {
    const own = two.lines.filter(({ money }) => money.currency === total.currency);
    const sum = own.reduce((all, { money }) => all + (money.currentAnnual ?? 0), 0);
    expect(total.currentAnnual).toBe(sum);
  }
});

/** How many seats Review shows when a number of the position is opened. */
async function seatsShown(counted: CountedSeats, licenceTypes: readonly string[]): Promise<number> {
  const types = typesBehind(licenceTypes, view.licenceTypes);
  const query = seatQueryOf('all', { ...NO_FILTER, ...seatsBehind(counted, types) }, FIRST_ORDER);
  return (await ask('seatPage', { query, from: 0, count: 0 })).total;
}

test.each([
  ['with a line for every licence type', false],
  ['with a licence type that no line is for', true],
])('every number of the position opens as many seats as it counts, %s', async (_, without) => {
  if (without) await act({ act: 'removeContractLine', id: view.contractLines[0]!.id });
  const { lines, total } = await ask('position', {});
  expect(lines).toHaveLength(without ? 2 : 3);
  const named = lines.map(({ licenceType }) => licenceType);
  const parts = lines.map(({ licenceType, position, commitment }) => ({
    types: [licenceType],
    position,
    commitment,
  }));
  for (const { types, position, commitment } of [...parts, { types: named, ...total! }]) {
    expect({
      assigned: await seatsShown('assigned', types),
      people: await seatsShown('people', types),
      inUse: await seatsShown('inUse', types),
      unknown: await seatsShown('unknown', types),
      flagged: await seatsShown('flagged', types),
      candidates: await seatsShown('candidates', types),
    }).toEqual({
      assigned: position.assigned,
      people: position.humanAssigned,
      inUse: position.inUse,
      unknown: position.unknown,
      flagged: position.flagged,
      candidates: commitment.candidates,
    });
    expect(position.inUse).toBeGreaterThan(0);
  }
});

test('the accounts that readiness says are left out are the seats that it opens', async () => {
  const { readiness } = await ask('position', {});
  const said = readiness.find(({ item }) => item === 'deactivated')?.sentence ?? '';
  const unstated = view.contractLines.filter(({ deactivatedCounts }) => deactivatedCounts === 'notStated');
  const types = typesBehind(
    unstated.map(({ licenceType }) => licenceType),
    view.licenceTypes,
  );
  const query = seatQueryOf('all', { ...NO_FILTER, ...types, categories: ['notASeat'] }, FIRST_ORDER);
  const { total } = await ask('seatPage', { query, from: 0, count: 0 });
  expect(total).toBeGreaterThan(0);
  expect(said).toContain(`; ${total} of them are left out`);
});
