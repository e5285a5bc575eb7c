import { listed } from '../../core/base/listed.ts';
import { signInLimitation } from '../../core/policy/windowAdvice.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { EvidenceClass, SignalKind } from '../../core/ingest/signalKind.ts';
import { CHECK_NAMES } from '../../core/policy/checkNames.ts';
import { CATEGORY_NAMES, FLAGGED_CATEGORIES } from '../../core/policy/category.ts';
import { SAFETY_CHECKS, type Policy } from '../../core/policy/policy.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefPolicyVersion } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { counted, formatRecordedDay, NOT_KNOWN } from './printed.ts';
import { statement } from './statements.ts';

const CLASSES: Readonly<Record<EvidenceClass, string>> = {
  meaningful: 'Meaningful: counts as work',
  loginOnly: 'Login only: counts as a sign-in',
  passive: 'Passive: counts for neither',
  ignored: 'Ignored',
};

const KINDS: Readonly<Record<SignalKind, string>> = {
  action: 'action',
  applicationSignIn: 'application sign-in',
  ssoSignIn: 'single sign-on',
  attempt: 'sign-in attempt',
  background: 'background or API',
  passive: 'passive event',
};

/** Section 3: what "inactive" means here, since when, and what earlier versions had found. */
export function definitionSection(input: BriefInput): BriefSection {
  const version = input.policyVersions.at(-1);
  if (version === undefined) {
    return {
      number: '3',
      title: 'Definition',
      blocks: [{ kind: 'paragraph', text: ['No definition is frozen.'] }],
    };
  }
  const limitation = signInLimitation(input.signInAsAction);
  return {
    number: '3',
    title: 'Definition',
    blocks: [
      { kind: 'paragraph', text: [input.definition] },
      ...orderOfFacts(input.policyVersions),
      ...(limitation === undefined ? [] : [statement(limitation)]),
      checksStatement(version.policy),
      evidenceTable(input),
      settingsTable(version.policy, input),
      { kind: 'paragraph', text: [windowReason(version.policy)] },
      versionsTable(input),
      {
        kind: 'note',
        text: [
          `Definition ${version.version}, SHA-256 ${version.hash}. The contract’s own term for an active user: ${NOT_KNOWN}.`,
        ],
      },
    ],
  };
}

/** Statement 2: fixed before it measured, or what each revised definition had measured. */
function orderOfFacts(versions: readonly BriefPolicyVersion[]): readonly BriefBlock[] {
  const disclosures = versions.slice(0, -1).flatMap((earlier, index) => {
    const measured = earlier.measurements.at(-1);
    const revision = versions[index + 1];
    if (measured === undefined || revision === undefined) return [];
    return [
      statement(
        `Definition revised on ${formatRecordedDay(revision.frozenAt)}; the result under the earlier definition was ${formatCount(measured.flagged)}.`,
      ),
    ];
  });
  if (disclosures.length > 0) return disclosures;
  const version = versions.at(-1);
  const first = version?.measurements[0];
  if (version === undefined || first === undefined) return [];
  return [
    statement(
      `The definition was fixed on ${formatRecordedDay(version.frozenAt)}, before the measurement of ${formatRecordedDay(first.at)}.`,
    ),
  ];
}

/** Statement 10. */
function checksStatement({ checksOff }: Policy): BriefBlock {
  if (checksOff.length === 0) return statement('All ten safety checks were on.');
  const off = checksOff.map(
    ({ check, reason }) => `${CHECK_NAMES[check]} (${reason.trim() || 'no reason given'})`,
  );
  return statement(
    `${counted(checksOff.length, 'safety check')} of ${SAFETY_CHECKS.length} ${checksOff.length === 1 ? 'was' : 'were'} switched off: ${listed(off)}.`,
  );
}

function evidenceTable(input: BriefInput): BriefBlock {
  const order: readonly EvidenceClass[] = ['meaningful', 'loginOnly', 'passive', 'ignored'];
  const rows = order.flatMap((evidenceClass) => {
    const own = input.evidenceColumns.filter((column) => column.evidenceClass === evidenceClass);
    if (own.length === 0) return [[CLASSES[evidenceClass], 'none', '']];
    return own.map(({ header, signalKind }) => [CLASSES[evidenceClass], header, KINDS[signalKind]]);
  });
  return buildTable(
    'What counts as work',
    [texts('Class', 4), texts('Column of the source', 4), texts('What its dates prove', 3)],
    rows,
  );
}

function settingsTable(policy: Policy, input: BriefInput): BriefBlock {
  const own = Object.entries(policy.windowsByLicenceType).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows: readonly (readonly Cell[])[] = [
    ['Dormancy window', counted(policy.windows.dormancy, 'day')],
    ['Borderline limit', counted(policy.windows.borderline, 'day')],
    ...own.map(([licenceType, windows]): readonly Cell[] => [
      `Window and borderline limit of ${licenceType}`,
      `${counted(windows.dormancy, 'day')}, ${counted(windows.borderline, 'day')}`,
    ]),
    ['Look-back for patterns', counted(policy.lookBack, 'day')],
    ['Signing in counts as work', signInSetting(policy, input)],
    ['Seats not used yet are left alone for', counted(policy.windows.dormancy, 'day')],
    ['May become cases', mayBecomeCases(policy)],
    [
      'Objection window, grace',
      `${counted(policy.objectionDays, 'day')}, ${counted(policy.graceDays, 'day')}`,
    ],
    ['Owner team', policy.ownerTeam.trim() || NOT_KNOWN],
  ];
  return buildTable('Settings', [texts('Setting', 4), texts('Value', 5)], rows);
}

/** Never a bare "no" where sign-ins are all that is known: there they count. */
function signInSetting(policy: Policy, { signInAsAction, evidenceColumns }: BriefInput): string {
  if (policy.signInCountsAsWork) return 'yes';
  if (signInAsAction.length === 0) return 'no';
  return evidenceColumns.some(({ evidenceClass }) => evidenceClass === 'meaningful')
    ? `no; for ${listed(signInAsAction)} only sign-ins are known, so they count`
    : 'only sign-ins are known, so they count';
}

const mayBecomeCases = (policy: Policy): string =>
  listed(FLAGGED_CATEGORIES.filter((c) => policy.mayBecomeCases.includes(c)).map((c) => CATEGORY_NAMES[c])) ||
  'none';

function windowReason({ windows: { dormancy } }: Policy): string {
  const usual = 'Most definitions use 60 to 90 days';
  return dormancy >= 60 && dormancy <= 90
    ? `${usual}; this one uses ${dormancy}. Section 7 shows the count at other windows.`
    : `${usual}; this one uses ${dormancy}, and no reason is recorded. Section 7 shows the count at other windows.`;
}

/** Each measurement once; one whose list was deleted since says so. */
function versionsTable({ policyVersions, sources }: BriefInput): BriefBlock {
  const loaded = new Set(sources.map(({ snapshot }) => snapshot));
  const rows = policyVersions.toReversed().flatMap(({ version, policy, frozenAt, measurements }) => {
    const fixed = [String(version), formatRecordedDay(frozenAt), counted(policy.windows.dormancy, 'day')];
    if (measurements.length === 0) return [[...fixed, 'not measured', '', '']];
    const measured = measurements
      .toReversed()
      .map(({ at, asOf, flagged, snapshot }) => [
        ...fixed,
        formatRecordedDay(at),
        `${formatDay(asOf)}${loaded.has(snapshot) ? '' : ' (list deleted since)'}`,
        formatCount(flagged),
      ]);
    return [...new Map(measured.map((row) => [row.join('\n'), row])).values()];
  });
  return buildTable(
    'Versions of the definition and what they measured, newest first',
    [
      texts('Version', 2),
      texts('Fixed on', 3),
      texts('Window', 2),
      texts('Measured on', 3),
      texts('Data as of', 3),
      numbers('Flagged', 2),
    ],
    rows,
  );
}
