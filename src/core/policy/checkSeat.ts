import { capitalise } from '../base/capitalise.ts';
import type { RowIndex } from '../base/brand.ts';
import { UNREADABLE, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import { readHoldings, saysNone } from '../ingest/furtherText.ts';
import { FURTHER_TEXT_NAMES } from '../ingest/furtherTextNames.ts';
import type { FurtherText } from '../ingest/meaning.ts';
import { FLAG_YES } from '../inventory/enumerations.ts';
import { placeOfRow } from '../inventory/placeOfRow.ts';
import type { SourceFile } from '../inventory/sourceFile.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { KIND_NAMES, isNamedBy } from './explainNonHuman.ts';
import { isIdentified } from './isIdentified.ts';
import { judgeSeat } from './judgeSeat.ts';
import { BREAK_GLASS_WORDS, hasSign } from './markNonHuman.ts';
import { findDelegator } from './namedDelegates.ts';
import { SAFETY_CHECKS, type SafetyCheck } from './policy.ts';
import { nameOf, readSeat, type SeatReading } from './readSeat.ts';
import { hasRole, isListed } from './surveyRoles.ts';
import { wordPattern } from './wordCategory.ts';
import { wordDays, wordTenure } from './wordTenure.ts';

export { CHECK_NAMES } from './checkNames.ts';

/** Result of one safety check on one seat, with the value that it rests on. */
export interface CheckResult {
  readonly check: SafetyCheck;
  readonly result: 'pass' | 'warn' | 'block' | 'off';
  readonly evidence: string;
}

type Finding = Omit<CheckResult, 'check'>;

const pass = (evidence: string): Finding => ({ result: 'pass', evidence });
const warn = (evidence: string): Finding => ({ result: 'warn', evidence });
const block = (evidence: string): Finding => ({ result: 'block', evidence });

/** Checks that look at use and rhythm, which do not matter once the person has left. */
const SKIPPED_FOR_LEAVERS: readonly SafetyCheck[] = ['tenure', 'absenceOrException', 'periodicPattern'];

/** The ten checks on one seat in their order, as far as a users file can answer them. Source: the ten safety checks. */
export function checkSeat(context: EvaluationContext, seat: number): readonly CheckResult[] {
  const reading = readSeat(context, seat);
  const { category } = judgeSeat(reading);
  const isLeaver = category === 'leaver';
  return SAFETY_CHECKS.map((check) => {
    const off = context.policy.checksOff.find((entry) => entry.check === check);
    if (off) return { check, result: 'off', evidence: `Switched off: ${off.reason}` };
    if (isLeaver && SKIPPED_FOR_LEAVERS.includes(check)) {
      return { check, ...pass('Not asked: the person has left.') };
    }
    return { check, ...CHECKS[check](context, reading, isLeaver) };
  });
}

const CHECKS: Readonly<
  Record<SafetyCheck, (context: EvaluationContext, reading: SeatReading, isLeaver: boolean) => Finding>
> = {
  identityResolved: checkIdentity,
  humanSeat: checkHuman,
  protectedRole: checkRole,
  tenure: checkTenure,
  absenceOrException: checkAbsence,
  periodicPattern: checkPattern,
  conflictingSignals: checkSignals,
  dependencies: checkDependencies,
  evidenceQuality: checkEvidence,
  seatEffect: checkEffect,
};

function checkIdentity({ snapshot }: EvaluationContext, { account }: SeatReading): Finding {
  const { accounts, strings } = snapshot;
  const row = account as RowIndex;
  const address = accounts.email?.at(row) || accounts.userPrincipalName?.at(row) || '';
  const number = accounts.employeeNumber?.at(row) ?? '';
  const manager = strings[accounts.manager[account]!]!;
  const by = manager === '' ? 'no manager is named' : `manager ${manager}`;
  if (address !== '') return pass(`${address}; ${by}.`);
  if (number !== '') return pass(`Employee number ${number}; ${by}.`);
  const whom = isIdentified(accounts, row) ? 'the person is known by name alone' : 'no person is known';
  return warn(`The list gives no address and no employee number: ${whom}; ${by}.`);
}

function checkHuman(_: EvaluationContext, { nonHuman, markedHuman }: SeatReading): Finding {
  if (nonHuman) return block(`${KIND_NAMES[nonHuman.kind]}: ${nonHuman.because}.`);
  return pass(
    markedHuman ? 'A reviewer marked it as a person.' : 'No rule marks it as service, integration or shared.',
  );
}

function checkRole(
  { snapshot, roles, nonHuman }: EvaluationContext,
  { account, name }: SeatReading,
): Finding {
  const { accounts, strings } = snapshot;
  const row = account as RowIndex;
  const roleCode = accounts.role[account]!;
  const role = strings[roleCode]!;
  const permissions = strings[accounts.permissions?.[account] ?? 0]!;
  if (accounts.vip[account] === FLAG_YES)
    return block(`Marked as VIP in ${wordRow(snapshot.source, accounts.sourceRow[account]!)}.`);
  const texts = [
    role,
    permissions,
    accounts.displayName?.at(row) ?? '',
    ...[accounts.userName, accounts.email, accounts.userPrincipalName].map(
      (column) => (column?.at(row) ?? '').split('@', 1)[0]!,
    ),
  ];
  if (texts.some((text) => BREAK_GLASS_WORDS.some((word) => isNamedBy(text, word)))) {
    return block(`${name} is named as an account for emergencies.`);
  }
  if (isListed(roles, accounts, account)) {
    const text = strings[accounts.delegateOrApprover![account]!]!;
    const listed = `Listed as delegate or approver in ${wordRow(snapshot.source, accounts.sourceRow[account]!)}`;
    return block((readHoldings(text)?.names.length ?? 0) === 0 ? `${listed}.` : `${listed}: ${text}.`);
  }
  if (hasSign(nonHuman, account, 'namedDelegate')) {
    const by = findDelegator(snapshot, account);
    const row = by === undefined ? '' : wordRow(snapshot.source, accounts.sourceRow[by]!);
    const whose = by === undefined ? 'another account' : `${nameOf({ snapshot }, by)} (${row})`;
    return block(`${name} is named among the delegates of ${whose}.`);
  }
  if (roles.administrators === 1 && hasRole(roles.administrator, accounts, account)) {
    const named = roles.administrator[roleCode] === 1 ? `Role ${role}` : `Permissions ${permissions}`;
    return block(`${named}: no other open account of this list has an administrator role.`);
  }
  return pass(role === '' ? 'No protected role in the list.' : `Role ${role} is not protected.`);
}

function checkTenure(_: EvaluationContext, { tenure, windows }: SeatReading): Finding {
  const window = windows.dormancy;
  if (tenure.kind === 'unknown') return pass('No assigned or created date; the dates of use decide alone.');
  if (tenure.kind === 'atLeast') return pass(`Held for ${wordTenure(tenure)}.`);
  const held = `Held for ${wordTenure(tenure)}; window ${wordDays(window)}.`;
  return (tenure.kind === 'known' ? tenure.days : tenure.most) < window ? block(held) : pass(held);
}

function checkAbsence(_: EvaluationContext, { exception, absence }: SeatReading): Finding {
  if (exception) return block(`Exception until ${formatDay(exception.until)}: ${exception.rationale}`);
  if (absence) return block(`Absent until ${formatDay(absence.until)}, and 14 days longer.`);
  return pass('No live exception and no known absence.');
}

function checkPattern(_: EvaluationContext, reading: SeatReading): Finding {
  const evidence = `${capitalise(wordPattern(reading))}.`;
  switch (reading.pattern.outcome) {
    case 'positive':
      return block(evidence);
    case 'notTestable':
    case 'oneSeasonOnly':
      return warn(evidence);
    default:
      return pass(evidence);
  }
}

function checkSignals(_: EvaluationContext, reading: SeatReading, isLeaver: boolean): Finding {
  if (isLeaver) return pass('The leaving date decides, not use.');
  const used = reading.action.value;
  const usedDay = isDay(used) ? used : undefined;
  const later = reading.signals
    .filter(({ value }) => isDay(value) && (usedDay === undefined || value > usedDay))
    .toSorted((a, b) => b.value - a.value)[0];
  if (later) {
    const work = usedDay === undefined ? 'none' : formatDay(usedDay as EpochDay);
    return warn(
      `${later.column} shows ${formatDay(later.value as EpochDay)}, later than the last real work (${work}).`,
    );
  }
  const deciders = [reading.action.cell, reading.signIn.cell].filter((cell) => cell !== undefined);
  if (deciders.length > 0 && deciders.every(({ signalKind }) => signalKind === 'ssoSignIn')) {
    return warn('The evidence is single sign-on alone, which does not see work inside the application.');
  }
  return pass('No loaded column shows later use.');
}

/** "row 12", or "row 12 of users_Page_2.csv" where the rows of several files were put together. */
function wordRow(source: SourceFile, row: number): string {
  const { file, fileRow } = placeOfRow(source, row);
  return file === source.name ? `row ${fileRow}` : `row ${fileRow} of ${file}`;
}

/** Further texts that name what somebody else has to take over, and what it is called where there is none. */
const OWNED_TEXTS: readonly { readonly name: FurtherText; readonly none: string }[] = [
  { name: 'queues', none: 'queue or group membership' },
  { name: 'scheduledJobs', none: 'scheduled jobs' },
  { name: 'defaultOwnerOf', none: 'default ownership' },
  { name: 'delegateOrApprover', none: 'delegate or approver settings' },
];

function checkDependencies({ snapshot }: EvaluationContext, { account }: SeatReading): Finding {
  const { accounts, strings } = snapshot;
  const records = accounts.openRecords[account]!;
  const kept = OWNED_TEXTS.flatMap(({ name, none }) => {
    const code = accounts[name]?.[account];
    return code === undefined ? [] : [{ name, none, text: strings[code]! }];
  });
  const owned = kept.filter(({ text }) => !saysNone(text));
  if (owned.length > 0) {
    const parts = owned.map(({ name, text }) => `${FURTHER_TEXT_NAMES[name].toLowerCase()}: ${text}`);
    if (records > 0) parts.unshift(`open records: ${formatCount(records)}`);
    return warn(`Needs a new owner: ${parts.join(' · ')}.`);
  }
  if (records > 0) {
    return warn(
      `${formatCount(records)} open ${records === 1 ? 'record needs' : 'records need'} a new owner.`,
    );
  }
  const asked = [...(records === 0 ? ['open records'] : []), ...kept.map(({ none }) => none)];
  return pass(asked.length === 0 ? 'Open records are not in the list.' : `No ${asked.join(', no ')}.`);
}

function checkEvidence({ snapshot }: EvaluationContext, reading: SeatReading, isLeaver: boolean): Finding {
  if (isLeaver) return pass(`The leaving date of ${snapshot.source.name} decides.`);
  const file = reading.action.cell?.source?.name ?? snapshot.source.name;
  const weighed = [...reading.action.weighed, ...reading.signIn.weighed];
  const doubtful = weighed.find(({ value }) => value === UNREADABLE);
  if (doubtful) {
    return block(
      `${doubtful.column}, row ${doubtful.fileRow}: ‘${doubtful.rawText}’ cannot be read as a date.`,
    );
  }
  const outvoted = weighed.find(({ doubtRow }) => doubtRow > 0);
  if (outvoted) {
    return block(
      `${outvoted.column}, row ${outvoted.doubtRow}: this cell of the account cannot be read as a date and may hide a later one.`,
    );
  }
  const { idle, windows, lagDays } = reading;
  if (idle && Math.abs(idle.days - windows.dormancy) <= lagDays) {
    return warn(
      `Idle ${wordDays(idle.days)} lies within ${wordDays(lagDays)}, the lag of ${file}, of the window of ${wordDays(windows.dormancy)}.`,
    );
  }
  return pass(`${file}, data as of ${formatDay(reading.asOf)}.`);
}

function checkEffect(
  { snapshot }: EvaluationContext,
  { seat, terms, licenceType, status }: SeatReading,
): Finding {
  const group = snapshot.strings[snapshot.seats.inheritedFrom[seat]!]!;
  if (!terms.paidSeat) return block(`Nothing to save: ${licenceType} is not a paid seat.`);
  if (status === 'deactivated' && terms.deactivatedCounts !== 'yes') {
    return block('Nothing to save: the account is closed.');
  }
  if (group !== '')
    return warn(`The licence comes from the group ${group}; take the account out of the group.`);
  return pass('The licence is assigned directly.');
}
