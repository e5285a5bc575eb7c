import { ABSENT } from '../../../src/core/base/dayValue.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { succeed } from '../../../src/core/base/result.ts';
import type { ColumnPlan, ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { FURTHER_TEXTS, type FurtherText } from '../../../src/core/ingest/meaning.ts';
import type { UserRow } from '../../../src/core/ingest/userRow.ts';
import { decodeColumns, type DecodedSnapshot } from '../../../src/core/inventory/decodeColumns.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { SnapshotBuilder, type BuiltSnapshot } from '../../../src/core/inventory/snapshotBuilder.ts';
import type { SnapshotLayout } from '../../../src/core/inventory/snapshotLayout.ts';
import { MemorySink, testCodec } from './memorySink.ts';

export const BLANK_ROW: UserRow = {
  fileRow: 0,
  accountId: '',
  displayName: '',
  email: '',
  userName: '',
  userPrincipalName: '',
  employeeNumber: '',
  firstName: '',
  lastName: '',
  unit: '',
  manager: '',
  role: '',
  delegates: '',
  inheritedFrom: '',
  further: FURTHER_TEXTS.map(() => ''),
  licenceTypes: [],
  status: 0,
  userType: 0,
  expectedPattern: 0,
  subjectType: 0,
  webServiceOnly: 0,
  integrationUser: 0,
  vip: 0,
  openRecords: -1,
  createdOn: ABSENT,
  invitedOn: ABSENT,
  leftOn: ABSENT,
  assignedOn: ABSENT,
  activatedOn: ABSENT,
  retiredOn: ABSENT,
  lifeTexts: ['', '', ''],
  lifeColumns: new Uint16Array(3),
  evidenceDays: new Int32Array(0),
  evidenceTexts: [],
};

export type RowFacts = Partial<Omit<UserRow, 'evidenceDays' | 'further'>> & {
  readonly evidenceDays?: readonly number[];
  readonly further?: Partial<Record<FurtherText, string>>;
};

export function userRow(facts: RowFacts): UserRow {
  const evidenceDays = Int32Array.from(facts.evidenceDays ?? []);
  return {
    ...BLANK_ROW,
    evidenceTexts: [...evidenceDays].map((day) => `d${day}`),
    ...facts,
    licenceTypes: facts.licenceTypes ?? ['Fulfiller'],
    further: FURTHER_TEXTS.map((name) => facts.further?.[name] ?? ''),
    evidenceDays,
  };
}

export function column(meaning: ColumnPlan['meaning'], more: Partial<ColumnPlan> = {}): ColumnPlan {
  return {
    position: 0,
    header: meaning,
    meaning,
    signalKind: undefined,
    proposedClass: undefined,
    forLicenceType: undefined,
    dates: undefined,
    ...more,
  };
}

export const planOf = (columns: readonly ColumnPlan[], more: Partial<ImportPlan> = {}): ImportPlan => ({
  dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
  system: 'generic',
  rowIs: 'account',
  columns: [column('accountId'), ...columns],
  fixedLicenceType: undefined,
  licenceSeparator: undefined,
  asOf: 20_000 as EpochDay,
  workspaceZone: 'Europe/London',
  lagDays: 2,
  historyStart: undefined,
  completeness: undefined,
  ...more,
});

export const LAYOUT_FACTS: Pick<SnapshotLayout, 'id' | 'asOf' | 'source' | 'rows' | 'completeness'> = {
  id: 's1',
  asOf: 20_000 as EpochDay,
  source: {
    name: 'users.csv',
    bytes: 1,
    sha256: '0'.repeat(64),
    system: 'generic',
    encoding: 'utf-8',
    delimiter: ',',
    lagDays: 2,
    historyStart: undefined,
    zone: 'Europe/London',
  },
  rows: { read: 0, accepted: 0, rejected: 0, repeats: 0, blankLines: 0 },
  completeness: 'full',
};

export interface Built {
  readonly snapshot: Snapshot;
  readonly layout: SnapshotLayout;
  readonly summary: BuiltSnapshot['summary'];
  readonly repeats: number;
  readonly sink: MemorySink;
}

/** Builds a snapshot from rows and reads it back from its chunks. */
export async function buildSnapshot(
  rows: readonly UserRow[],
  plan: ImportPlan,
  chunkRows = 4,
): Promise<Built> {
  const sink = new MemorySink();
  const builder = new SnapshotBuilder(plan, {
    codec: testCodec,
    canonicalId: (text) => text.trim().toLowerCase(),
    sink,
    chunkRows,
  });
  for (const row of rows) builder.add(row);
  const { tables, summary } = await builder.finish();
  const layout = { ...LAYOUT_FACTS, ...tables };
  return { snapshot: readBack(layout, sink).snapshot, layout, summary, repeats: builder.repeats, sink };
}

export function readBack(layout: SnapshotLayout, sink: MemorySink): DecodedSnapshot {
  const decoded = decodeColumns(layout, sink.chunkOf, testCodec);
  if (!decoded.ok) throw new Error(`damaged ${decoded.failure.column}`);
  for (const { column: name, chunks } of decoded.value.textColumns) {
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      if (!decoded.value.fillText(name, chunk, sink.chunkOf(name, chunk)!)) throw new Error(name);
    }
  }
  return succeed(decoded.value).value;
}
