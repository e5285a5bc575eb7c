import { listed } from '../../core/base/listed.ts';
import type { FileKind, SchemaKind } from '../../core/ingest/kinds/fileKind.ts';
import { FILE_KINDS, FILE_KIND_NAMES } from '../../core/ingest/kinds/fileKind.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import type { KindProposal } from '../../core/ingest/kinds/proposeKind.ts';
import type { TableFinding } from '../../core/ingest/kinds/tableFinding.ts';
import { USUAL_LAG_DAYS } from '../../core/ingest/usualLag.ts';
import type { FindingRow } from '../../core/ingest/xrayQuestion.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ActivitySummary } from '../../core/inventory/activityLog.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { counted, wordFinding } from './loadWords.ts';

export const KIND_OPTIONS = FILE_KINDS.map((value) => ({ value, name: FILE_KIND_NAMES[value] }));

/** What a loaded file of a kind is used for today; what is only kept says so. */
export const KIND_USES: Readonly<Record<FileKind, string>> = {
  users: 'Makes a snapshot: every figure rests on it.',
  activity: 'Its days are evidence for the seats of the same system. Define lists its event types.',
  roster: 'Its people are matched with the accounts of the list in use.',
  modules: 'Kept for later: modules and tiers are not yet counted for seats.',
  purchases: 'Kept for later: what was bought is not yet added to the contract.',
  assets: 'Kept for later: devices are not yet counted against licences.',
  absences: 'Kept for later: absences do not yet protect seats.',
  onCall: 'Kept for later: duties do not yet count as a pattern.',
  closedTickets: 'Kept for later: tickets do not yet close cases.',
  answers: 'Kept for later: answers do not yet decide cases, and their integrity value was not checked.',
  unitMapping: 'Tells which unit texts are known. Texts are not yet replaced by these units.',
};

/** Which file of a kind is wanted, in one sentence. */
export const KIND_WANTED: Readonly<Record<Exclude<FileKind, 'users'>, string>> = {
  activity: 'A log of events, or counts by day or month, with the account and the date of each.',
  roster: 'The list of people from HR or the identity provider, with their units and dates.',
  modules: 'Which modules an account or unit used, or which capabilities of a tier an account used.',
  purchases: 'Orders, amendments and expiries, one a row.',
  assets: 'Devices, virtual environments and installations that hold licences, one a row.',
  absences: 'Who is absent from when to when. The reason is left out on purpose.',
  onCall: 'The duties of an on-call schedule, one a row.',
  closedTickets: 'Tickets that were closed, with the case number that Fallow wrote into them.',
  answers: 'The files that deciders saved from their packets. Several can be chosen at once.',
  unitMapping: 'The filled-in unit template, or the list of valid units.',
};

/** Names of canonical columns in the words of the screen, where splitting the name at its humps is not enough. */
const FACT_NAMES: Readonly<Record<string, string>> = {
  accountId: 'Account id',
  email: 'E-mail',
  otherEmails: 'Other e-mails',
  employeeNumber: 'Employee number',
  logOn: 'Log-on',
  logOff: 'Log-off',
  unitPrice: 'Price of one',
  date: 'Date',
};

/** `contractEndsOn` as "Contract ends on". */
export const factName = (name: string): string =>
  FACT_NAMES[name] ??
  name
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());

/** Meanings that a column of a kind can have, "Ignore" first. */
export const meaningOptions = (
  kind: SchemaKind,
): readonly { readonly value: string; readonly name: string }[] => [
  { value: 'ignore', name: 'Ignore' },
  ...schemaOf(kind).columns.map(({ name }) => ({ value: name, name: factName(name) })),
];

/** "Employee number or E-mail": a group of columns of which one is needed. */
export const wordGroup = (names: readonly string[]): string => names.map(factName).join(' or ');

/** What each way of being complete needs, as list items. */
export const wordForms = (kind: Exclude<FileKind, 'users'>): readonly string[] =>
  schemaOf(kind).forms.map(({ groups }) => groups.map(({ anyOf }) => wordGroup(anyOf)).join(', '));

/** Why a file is read as a kind, and what it looks like where that is another one. */
export function wordRecognition({ kind, because }: KindProposal, readAs: FileKind): string {
  const name = FILE_KIND_NAMES[kind];
  if (kind !== readAs)
    return `This file looks like ${name}. It is read as ${FILE_KIND_NAMES[readAs]}, as you chose.`;
  if (because.length === 0) return `Read as ${name}, as the last file with these columns.`;
  const headers = because.map((header) => visibleText(header));
  const verb = headers.length === 1 ? 'column' : 'columns';
  return `Recognised as ${name} by its ${verb} ${listed(headers)}. Choose another kind of file if that is wrong.`;
}

const DAMAGE = {
  serialNumbers: 'hold a bare number where a spreadsheet stored a day',
  swappedDays: 'hold dates whose day and month a spreadsheet seems to have exchanged',
  lostDigits: 'hold numbers in scientific notation, so that their last digits are lost',
  lostZeros: 'hold shorter numbers than the rest, so that leading zeros are probably lost',
} as const;

/** `'46099' in row 5, '46100' in row 9`; without places the first text alone. */
function wordPlaces(places: readonly FindingRow[] | undefined, example = ''): string {
  if (!places || places.length === 0) return `'${visibleText(example)}'`;
  return places
    .map(({ fileRow, text }) => `'${visibleText(text)}' in row ${formatCount(fileRow)}`)
    .join(', ');
}

/** What a person should know of a file of any kind; `attention` where it limits what can be said later. */
export function wordTableFinding(
  finding: TableFinding,
  system: string,
): { readonly sentence: string; readonly attention: boolean } {
  switch (finding.kind) {
    case 'leftOutOnPurpose':
      return {
        sentence: `Column ${visibleText(finding.header)} was left out on purpose: only the absence and its dates are kept, never its reason.`,
        attention: false,
      };
    case 'notUnderstood': {
      const what = finding.what === 'word' ? 'a word that is not known' : 'a date that cannot be read';
      return {
        sentence: `${counted(finding.rows, 'row has', 'rows have')} ${what} in ${visibleText(finding.header)}, for example ${wordPlaces(finding.places, finding.example)}. The rest of the row is kept.`,
        attention: true,
      };
    }
    case 'damagedCells':
      return {
        sentence: `${visibleText(finding.header)}: ${counted(finding.cells, 'cell', 'cells')} ${DAMAGE[finding.damage]}, for example ${wordPlaces(finding.rows)}. They were read as they stand; if they are wrong, load the file as its platform exports it.`,
        attention: true,
      };
    case 'integrityNotChecked':
      return { sentence: 'The integrity value of this answer was not checked.', attention: true };
    default:
      return wordFinding(finding, system);
  }
}

/** What the rows of an activity log were folded into. */
function wordActivity({ keys, days, events, withoutEvents }: ActivitySummary): string {
  const nothing = withoutEvents === 0 ? '' : ` ${counted(withoutEvents, 'row', 'rows')} with a count of 0.`;
  const types =
    events.length > 1 || events[0]?.name !== '' ? counted(events.length, 'event type', 'event types') : '';
  const of = types === '' ? '' : ` of ${types}`;
  return `Folded into ${counted(days, 'active day', 'active days')} of ${counted(keys, 'account key', 'account keys')}${of}.${nothing}`;
}

/** How far back a log shows, and by how much it may trail. */
function wordReach({ activity, plan }: FileReceipt): string {
  if (!activity) return '';
  const lag = counted(plan?.facts.lagDays ?? USUAL_LAG_DAYS, 'day', 'days');
  return `History from ${formatDay(plan?.facts.historyStart ?? activity.from)}, lag ${lag}.`;
}

/** What stands in the receipt: rows, kept rows, dates, reach of a log, fingerprint. */
export function wordFileReceipt(receipt: FileReceipt, matched = ''): string {
  const { rows, stored, range, source, activity } = receipt;
  return [
    `${counted(rows.read, 'row', 'rows')} read, ${formatCount(rows.accepted)} accepted, ${formatCount(rows.rejected)} rejected.`,
    rows.repeats > 0 ? `${counted(rows.repeats, 'repeat', 'repeats')} counted once.` : '',
    activity ? wordActivity(activity) : `${counted(stored, 'row', 'rows')} kept.`,
    range ? `Dates from ${formatDay(range.from)} to ${formatDay(range.to)}.` : '',
    wordReach(receipt),
    matched,
    `Fingerprint ${source.sha256.slice(0, 4)}…`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
