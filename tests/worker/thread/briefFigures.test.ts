import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { BriefContent, Figure } from '../../../src/brief/content/briefContent.ts';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { FIRST_ORDER, NO_FILTER, seatQueryOf } from '../../../src/state/reviewQuery.ts';
import { figureRows } from '../../../src/ui/position/figureRows.ts';
import { seatsBehind, typesBehind } from '../../../src/ui/position/seatsBehind.ts';
import type { Action } from '../../../src/worker/action.ts';
import { askThread } from '../../support/askThread.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};

function figuresOf(content: BriefContent): readonly Figure[] {
  const found: Figure[] = [];
  JSON.stringify(content, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value && 'text' in value)
      found.push(value as Figure);
    return value;
  });
  return found;
}

test.each([
  ['with a line for every licence type', false],
  ['with a licence type that no line is for', true],
])('every figure of the brief opens as many rows as it prints, %s', async (_, without) => {
  const ask = askThread();
  const act = (action: Action) => ask('act', { action, stamp });
  const view = await ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });
  await act({ act: 'freezePolicy', policy: DEFAULT_POLICY });
  if (without) await act({ act: 'removeContractLine', id: view.contractLines[0]!.id });
  const options = { edition: 'internal', paper: 'A4', briefDate: '2026-06-30' } as const;
  const content = await ask('briefContent', { options });
  const { lines } = await ask('position', {});
  const scope = { inList: view.licenceTypes, withLine: lines.map(({ licenceType }) => licenceType) };
  let opened = 0;
  for (const { id, text } of figuresOf(content)) {
    const rows = figureRows(id, scope);
    if (rows?.kind !== 'seats') continue;
    const types = typesBehind(rows.licenceTypes, scope.inList);
    const query = seatQueryOf('all', { ...NO_FILTER, ...seatsBehind(rows.counted, types) }, FIRST_ORDER);
    const { total } = await ask('seatPage', { query, from: 0, count: 0 });
    expect([id, total]).toEqual([id, Number(text.replaceAll(/[^\d]/g, ''))]);
    opened += 1;
  }
  expect(opened).toBeGreaterThan(50);
});
