import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import type { ColumnSurvey, FileSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import type { ColumnPlan } from '../../../src/core/ingest/importPlan.ts';
import type { Meaning } from '../../../src/core/ingest/meaning.ts';
import type { Receipt } from '../../../src/worker/loadView.ts';

export const AS_OF = dayFromCalendar(2026, 6, 30);

const reading = (order: DateReading['order']): DateReading => ({
  order,
  numbers: 'none',
  zone: 'Europe/London',
  blankMeans: 'notKnown',
  neverWords: [],
});

function column(
  position: number,
  header: string,
  meaning: Meaning,
  samples: readonly (readonly [string, string])[],
  plan: Partial<ColumnPlan> = {},
  empty = 0,
): ColumnSurvey {
  return {
    position,
    header,
    filled: 940 - empty,
    empty,
    samples: samples.map(([text, read]) => ({ text, reading: read })),
    proposal: {
      position,
      header,
      meaning,
      signalKind: undefined,
      proposedClass: undefined,
      forLicenceType: undefined,
      dates: undefined,
      ...plan,
    },
  };
}

export const COLUMNS: readonly ColumnSurvey[] = [
  column(0, 'User ID', 'accountId', [['a.okafor', 'a.okafor']]),
  column(1, 'Name', 'displayName', [['Chloé \u202eMartin', 'Chloé \u202eMartin']]),
  column(
    2,
    'Last login',
    'lastSignIn',
    [
      ['04/05/2026', '4 May 2026'],
      ['11/01/2026', '11 Jan 2026'],
      ['', 'blank'],
    ],
    { signalKind: 'applicationSignIn', proposedClass: 'loginOnly', dates: reading('undecided') },
    19,
  ),
  column(
    3,
    'Last work',
    'lastAction',
    [
      ['20/03/2026', '20 Mar 2026'],
      ['31/02/2026', 'not a date'],
    ],
    { signalKind: 'action', proposedClass: 'meaningful', dates: reading('dayFirst') },
    61,
  ),
  column(4, 'Title', 'ignore', [['Analyst', '']]),
];

export const SURVEY: FileSurvey = {
  fileName: 'users.csv',
  bytes: 182_344,
  preview: ['User ID,Name,Last login', 'a.okafor,Chloé \u202eMartin,04/05/2026'],
  surveyedRows: 940,
  wholeFile: true,
  estimatedRows: 940,
  columns: COLUMNS,
  plan: {
    dialect: { encoding: 'windows-1252', delimiter: ';', linesBeforeHeader: 0 },
    system: 'servicenow',
    rowIs: 'account',
    columns: COLUMNS.map(({ proposal }) => proposal),
    fixedLicenceType: 'Fulfiller',
    licenceSeparator: undefined,
    asOf: AS_OF,
    workspaceZone: 'Europe/London',
    lagDays: 2,
    historyStart: undefined,
    completeness: undefined,
  },
  asOfFrom: 'fileTime',
  questions: [
    {
      kind: 'dateOrder',
      position: 2,
      rows: [
        [2, '04/05/2026', [5, 4], [4, 5]],
        [3, '02/06/2026', [6, 2], [2, 6]],
        [9, '11/01/2026', [1, 11], [11, 1]],
      ].map(([fileRow, text, dayFirst, monthFirst]) => ({
        fileRow: fileRow as number,
        text: text as string,
        dayFirst: dayFromCalendar(2026, ...(dayFirst as [number, number])),
        monthFirst: dayFromCalendar(2026, ...(monthFirst as [number, number])),
      })),
      fitBoth: 940,
      recommended: undefined,
    },
    { kind: 'blankMeaning', position: 3, empty: 61, filled: 879, recommended: 'never' },
  ],
  findings: [{ kind: 'encodingFallback' }, { kind: 'secretColumn', header: 'api_token' }],
};

export const RECEIPT: Receipt = {
  snapshot: 'june',
  asOf: AS_OF,
  importedAt: '2026-06-30T14:02:11+01:00',
  source: {
    name: 'users.csv',
    bytes: 182_344,
    sha256: '3f9a'.padEnd(64, '0'),
    system: 'servicenow',
    encoding: 'windows-1252',
    delimiter: ';',
    lagDays: 2,
    historyStart: dayFromCalendar(2025, 5, 27),
    zone: 'Europe/London',
  },
  rows: { read: 940, accepted: 937, rejected: 3, repeats: 0, blankLines: 0 },
  accounts: 921,
  seats: 937,
  licenceTypes: [{ name: 'Fulfiller', seats: 937 }],
  lastUse: { from: dayFromCalendar(2024, 3, 4), to: dayFromCalendar(2026, 6, 29) },
  units: 905,
  findings: [],
  errors: [{ kind: 'impossibleDate', row: 118, column: 'Last login', text: '31/02/2026' }],
  completeness: 'full',
  plan: SURVEY.plan,
};
