import { expect, test } from 'vitest';
import type { EpochDay } from '../../../../src/core/base/epochDay.ts';
import { ON_CALL_KIND } from '../../../../src/core/ingest/kinds/onCallKind.ts';
import { proposeTableColumns } from '../../../../src/core/ingest/kinds/proposeTableColumns.ts';

const CONTEXT = { asOf: 20_000 as EpochDay, workspaceZone: 'Europe/London', futureAllowed: true };
const HEADER = ['user_name', 'user_email', 'start', 'end'];

const meaningsOf = (...people: readonly (readonly [name: string, email: string])[]): readonly string[] =>
  proposeTableColumns(
    ON_CALL_KIND,
    HEADER,
    people.map((person) => [...person, '2024-05-04', '2024-05-11']),
    true,
    CONTEXT,
  ).map(({ meaning }) => meaning);

test('names of people are no accounts where every row has another key [LOAD-13]', () => {
  const withoutNames = ['ignore', 'email', 'startsOn', 'endsOn'];
  const withNames = ['accountId', 'email', 'startsOn', 'endsOn'];
  expect(meaningsOf(['Ann Lee', 'ann@x.example'], ['Ray, Bob', 'bob@x.example'])).toEqual(withoutNames);
  expect(meaningsOf(['ann.lee', 'ann@x.example'], ['bob.ray', 'bob@x.example'])).toEqual(withNames);
  expect(meaningsOf(['Ann Lee', 'ann@x.example'], ['Bob Ray', ''])).toEqual(withNames);
});
