import { describe, expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import { withOwnNeverWords } from '../../../src/core/ingest/ownNeverWords.ts';
import { surveyFile, type SurveyInput } from '../../../src/core/ingest/surveyFile.ts';
import { applyXrayAnswer } from '../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { splitRecords } from '../../../src/core/ingest/splitRecords.ts';
import { day } from './columnBuilder.ts';

function survey(text: string, changes: Partial<SurveyInput> = {}) {
  const found = findDialect(text, 'utf-8', true);
  if (!found.ok) throw new Error(found.failure.kind);
  const { delimiter, linesBeforeHeader } = found.value.dialect;
  const records = splitRecords(text, delimiter, 1e6).records.filter(({ line }) => line > linesBeforeHeader);
  return surveyFile({
    fileName: 'users.csv',
    bytes: text.length,
    preview: [],
    found: found.value,
    rows: records.map(({ cells }) => cells),
    fileRows: records.map((_, index) => linesBeforeHeader + index + 2),
    wholeFile: true,
    estimatedRows: records.length,
    system: 'servicenow',
    workspaceZone: 'Europe/London',
    fileDay: day('2026-06-30'),
    workingDay: day('2026-07-05'),
    plan: undefined,
    ...changes,
  });
}

const kinds = (findings: readonly { readonly kind: string }[]): string[] => findings.map(({ kind }) => kind);

describe('samples [LOAD-13]', () => {
  test('three values of every column stand beside their readings', () => {
    const { columns } = survey(
      'user_name,active,last_login_time\nada,true,2026-06-01 08:00:00\nben,false,\ncat,true,soon\n',
    );
    expect(columns.map(({ samples }) => samples.map(({ text, reading }) => `${text} → ${reading}`))).toEqual([
      ['ada → ada', 'ben → ben', 'cat → cat'],
      ['true → Active', 'false → Deactivated'],
      ['2026-06-01 08:00:00 → 1 Jun 2026', 'soon → not a date', ' → blank'],
    ]);
  });

  test('a secret is neither imported nor shown, not even where somebody gives it a meaning [LOAD-10]', () => {
    const text = 'user_name,api_token,last_login\nada,s3cr3t,2026-06-01\n';
    const { columns, findings, plan } = survey(text);
    expect(JSON.stringify(columns)).not.toContain('s3cr3t');
    expect(findings).toContainEqual({ kind: 'secretColumn', header: 'api_token' });
    for (const meaning of ['displayName', 'lastSignIn'] as const) {
      const meant = plan.columns.map((column) => (column.position === 1 ? { ...column, meaning } : column));
      const again = survey(text, { plan: { ...plan, columns: meant } });
      expect(again.plan.columns[1]).toMatchObject({
        meaning: 'ignore',
        signalKind: undefined,
        dates: undefined,
      });
      expect(JSON.stringify(again.columns)).not.toContain('s3cr3t');
    }
  });
});

describe('the X-ray before an import', () => {
  const file =
    'user_name,last_login\nada,1601-01-01\nben,2026-06-29\ncat,2026-06-28\n' +
    Array.from({ length: 21 }, (_, index) => `u${index},2020-07-30\n`).join('');

  test('placeholders and a shared oldest date are asked about with their rows [LOAD-23]', () => {
    const { xray } = survey(file);
    expect(xray?.map(({ kind, count, rows }) => [kind, count, rows[0]])).toEqual([
      ['placeholderDates', 1, { fileRow: 2, text: '1601-01-01' }],
      ['sharedOldestDate', 21, { fileRow: 5, text: '2020-07-30' }],
    ]);
  });

  test('answers stay in the plan from survey to survey, and the questions stay to be changed', () => {
    const first = survey(file);
    const question = first.xray?.find((asked) => asked.kind === 'placeholderDates');
    if (!question) throw new Error('no question');
    const second = survey(file, { plan: applyXrayAnswer(first.plan, question, 'never') });
    expect(second.plan.answers).toEqual([{ kind: 'placeholderDates', position: 1, answer: 'never' }]);
    expect(second.plan.columns[1]!.dates?.placeholdersMeanNever).toBe(true);
    expect(second.columns[1]!.samples[0]).toEqual({ text: '1601-01-01', reading: 'never' });
    expect(second.xray).toEqual(first.xray);
  });

  test('a short column of two-digit years is asked with every reading of the same three rows [LOAD-19]', () => {
    const { questions } = survey(
      'user_name,last_login\nada,24/05/25\nben,25/06/26\ncat,26/01/24\ndan,26/01/24\n',
    );
    const asked = questions[0];
    if (asked?.kind !== 'dateOrder') throw new Error('not asked');
    expect([asked.orders, asked.fitBoth, asked.recommended]).toEqual([
      ['dayFirst', 'yearFirst'],
      4,
      undefined,
    ]);
    expect(asked.readings).toEqual([
      { fileRow: 2, text: '24/05/25', dayFirst: day('2025-05-24'), yearFirst: day('2024-05-25') },
      { fileRow: 3, text: '25/06/26', dayFirst: day('2026-06-25'), yearFirst: day('2025-06-26') },
      { fileRow: 4, text: '26/01/24', dayFirst: day('2024-01-26'), yearFirst: day('2026-01-24') },
    ]);
  });
});

describe('evidence that is there or missing', () => {
  test('a list of names alone is accepted and says what is missing [LOAD-17]', () => {
    const { findings, plan } = survey('user_name,name\nada,Ada\n');
    expect(kinds(findings)).toEqual(['noDateOfUse']);
    expect(plan.columns.map(({ meaning }) => meaning)).toEqual(['accountId', 'displayName']);
  });

  test('sign-in and action are mapped apart, and the absence of either is stated [LOAD-14]', () => {
    expect(kinds(survey('user_name,Last login\nada,2026-06-01\n').findings)).toEqual(['noAction']);
    expect(kinds(survey('user_name,Last activity\nada,2026-06-01\n').findings)).toEqual(['noSignIn']);
    const both = survey(
      'user_name,Last login,Last work,Last successful portal session,Most recent activity\nada,2026-06-01,2026-05-01,2026-05-02,2026-05-03\n',
    );
    expect(both.findings).toEqual([]);
    expect(both.plan.columns.map(({ proposedClass }) => proposedClass)).toEqual([
      undefined,
      'loginOnly',
      'meaningful',
      'loginOnly',
      'meaningful',
    ]);
  });

  test('every date of use carries a signal kind [LOAD-15]', () => {
    const { plan } = survey(
      'userPrincipalName,lastSignInDateTime,lastNonInteractiveSignInDateTime,lastSuccessfulSignInDateTime\nada@example.com,2026-06-01T00:00:00Z,2026-06-02T00:00:00Z,2026-06-01T00:00:00Z\n',
    );
    expect(plan.columns.map(({ signalKind }) => signalKind)).toEqual([
      undefined,
      'attempt',
      'background',
      'ssoSignIn',
    ]);
  });
});

describe('findings', () => {
  test.each([999, 1000, 1001, 5000, 10_000, 10_001, 30_000])('%i rows [LOAD-12]', (rows) => {
    const text = `user_name,last_login\n${'ada,2026-06-01\n'.repeat(rows)}`;
    const isLimit = [1000, 5000, 10_000, 30_000].includes(rows);
    expect(kinds(survey(text).findings).includes('rowLimit')).toBe(isLimit);
    expect(kinds(survey(text, { wholeFile: false }).findings)).not.toContain('rowLimit');
  });
});

test('a limit of the export that the header is known by is told whatever system was chosen [LOAD-12]', () => {
  const rows = (count: number) =>
    `Username,Profile,Last Login\n${Array.from({ length: count }, (_, row) => `u${row},Standard,2026-06-01\n`).join('')}`;
  expect(kinds(survey(rows(2_000), { system: 'other' }).findings)).toContain('rowLimit');
  expect(kinds(survey(rows(1_999), { system: 'other' }).findings)).not.toContain('rowLimit');
  expect(
    kinds(survey(`${rows(2_000)}"Grand Totals (2,000 records)"\n`, { system: 'other' }).findings),
  ).toContain('rowLimit');
});

describe('data-as-of date [LOAD-24]', () => {
  const asOf = (text: string, changes: Partial<SurveyInput> = {}) => {
    const { plan, asOfFrom } = survey(text, changes);
    return `${formatIsoDay(plan.asOf)} ${asOfFrom}`;
  };
  const plain = 'user_name,last_login\nada,2026-06-01\n';

  test('is taken from a report column, then from a generation line, then from the file, and never from a doubtful text', () => {
    expect(
      asOf(
        'Report Refresh Date,User Principal Name,Last Activity Date\n2026-06-27,a@example.com,2026-06-01\n',
      ),
    ).toBe('2026-06-27 file');
    expect(asOf(`Licence report\nGenerated on 26 Jun 2026 by Ada\n${plain}`)).toBe('2026-06-26 file');
    expect(
      asOf('Generated on 29 Jun 2026\nReport Refresh Date,User name,Last login\n2026-06-27,ada,2026-06-01\n'),
    ).toBe('2026-06-27 file');
    expect(asOf(`Report run: 06/26/2026 08:00 AM\n${plain}`)).toBe('2026-06-26 file');
    expect(asOf(`Report run: 05/06/2026\n${plain}`)).toBe('2026-06-30 fileTime');
    expect(asOf(`Utilisateurs au 29/06/2026\n${plain}`)).toBe('2026-06-29 file');
    expect(asOf(`Édité le 28/06/2026 par Ada\n${plain}`)).toBe('2026-06-28 file');
    expect(asOf(`# Date: 2026-06-27\n${plain}`)).toBe('2026-06-27 file');
    expect(asOf(`Update: 2026-06-27\n${plain}`)).toBe('2026-06-30 fileTime');
    expect(asOf(`Plateau 29/06/2026\n${plain}`)).toBe('2026-06-30 fileTime');
    expect(asOf(plain)).toBe('2026-06-30 fileTime');
    expect(asOf(plain, { fileDay: undefined })).toBe('2026-07-05 typed');
  });

  test('the lag is two days unless the user said otherwise', () => {
    const first = survey(plain);
    expect(first.plan.lagDays).toBe(2);
    expect(survey(plain, { plan: { ...first.plan, lagDays: 0, asOf: day('2026-06-15') } })).toMatchObject({
      plan: { lagDays: 0, asOf: day('2026-06-15') },
      asOfFrom: 'typed',
    });
  });
});

test('a file of no known export is carried by general words [LOAD-09]', () => {
  const { plan, recognised } = survey(
    'Login;E-Mail;Employee no.;Licence;State;Last seen;Created on;Colour\n' +
      'ada;ada@example.com;0042;Full;active;2026-06-01;2024-01-15;red\n',
    { system: 'other' },
  );
  expect(recognised).toBeUndefined();
  expect(plan.columns.map(({ meaning }) => meaning)).toEqual([
    'accountId',
    'email',
    'employeeNumber',
    'licenceType',
    'accountStatus',
    'lastSignIn',
    'createdOn',
    'ignore',
  ]);
});

describe('the user’s changes [LOAD-13]', () => {
  const text = 'user_name,Zuletzt da,last_login\nada,04/05/2026,2026-06-01\nben,25/05/2026,2026-06-02\n';

  test('a changed meaning is read at once with what its values decide', () => {
    const { plan } = survey(text);
    expect(plan.columns[1]!.meaning).toBe('ignore');
    const columns = plan.columns.map((column, position) =>
      position === 1 ? { ...column, meaning: 'lastAction' as const } : column,
    );
    const again = survey(text, { plan: { ...plan, columns } });
    expect(again.plan.columns[1]).toMatchObject({
      meaning: 'lastAction',
      signalKind: 'action',
      dates: { order: 'dayFirst' },
    });
    expect(again.columns[1]!.samples.map(({ reading }) => reading)).toEqual(['4 May 2026', '25 May 2026']);
  });

  test('a word that a person declared to mean never is read as never at once [LOAD-22]', () => {
    const words = 'user_name,last_login\nada,2026-06-01\nben,brak\ncy,soon\n';
    const { plan } = survey(words);
    const columns = plan.columns.map((column) =>
      column.dates ? { ...column, dates: withOwnNeverWords(column.dates, 'Brak') } : column,
    );
    const readingsUnder = (given: typeof plan | undefined) =>
      survey(words, given && { plan: given }).columns[1]!.samples.map(({ reading }) => reading);
    expect(readingsUnder(undefined)).toEqual(['1 Jun 2026', 'not a date', 'not a date']);
    expect(readingsUnder({ ...plan, columns })).toEqual(['1 Jun 2026', 'never', 'not a date']);
  });

  test('a plan for another header is not forced onto the file', () => {
    const { plan } = survey(text);
    const other = survey('user_name,last_login\nada,2026-06-01\n', { plan });
    expect(other.plan.columns.map(({ header }) => header)).toEqual(['user_name', 'last_login']);
  });
});

test('columns are known by position, so no name of a column can do harm', () => {
  const { plan, findings } = survey(
    'user_name,__proto__,constructor,__proto__,last_login\nada,1,2,3,2026-06-01\n',
  );
  expect(plan.columns.map(({ header }) => header)).toEqual([
    'user_name',
    '__proto__',
    'constructor',
    '__proto__',
    'last_login',
  ]);
  expect(findings).toContainEqual({ kind: 'duplicateHeader', header: '__proto__' });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
