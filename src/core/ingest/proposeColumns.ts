import { isOneOf } from '../base/exhaustive.ts';
import { isAtLeast, isDay, NEVER } from '../base/dayValue.ts';
import { readFlag, readStatus, readUserType } from './cellWords.ts';
import type { DateReading } from './dateReading.ts';
import { compileDateReader } from './dateReader.ts';
import { isDateProblem } from './dateProblem.ts';
import { decideDateColumn } from './decideDateColumn.ts';
import type { FileFinding } from './fileSurvey.ts';
import { readHeaderKey } from './headerKey.ts';
import type { ColumnPlan, RowIs } from './importPlan.ts';
import { LIFE_MEANINGS, type Meaning } from './meaning.ts';
import { mayLookAhead, type DateContext } from './momentToDay.ts';
import { EXPECTED_NEVER, isEmptyWord } from './neverWords.ts';
import type { Preset } from './platforms/preset.ts';
import { proposeFileZone } from './proposeFileZone.ts';
import { proposeKeyBesideNames } from './proposeKeyBesideNames.ts';
import { proposeMeanings, type HeaderProposal } from './proposeMeanings.ts';
import { isSecretHeader } from './secretHeader.ts';
import { isEvidenceMeaning, proposedClassOf, signalKindOf } from './signalDefaults.ts';

/** What is proposed for the columns of a file. */
export interface ProposedColumns {
  readonly columns: readonly ColumnPlan[];
  /** Zone of time stamps that name none, where their header names none either. */
  readonly zone: string;
  readonly rowIs: RowIs;
  readonly licenceSeparator: string | undefined;
  readonly findings: readonly FileFinding[];
}

/** Rows that are looked at for anything but dates. */
const LOOK_AT = 2_000;

const isDateMeaning = (meaning: Meaning): boolean =>
  isEvidenceMeaning(meaning) || isOneOf(LIFE_MEANINGS, meaning);

/** Cells of a column in file order; `''` where a row is short. */
export const cellsOf = (rows: readonly (readonly string[])[], position: number): string[] =>
  rows.map((cells) => cells[position] ?? '');

const filledOf = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => !isEmptyWord(cell));

/** Reading of a date column before its values are looked at: zone from the header, else the workspace's. */
export const undecidedReading = (header: string, zone: string): DateReading => ({
  order: 'undecided',
  numbers: 'none',
  zone: readHeaderKey(header).zone ?? zone,
  blankMeans: 'notKnown',
  neverWords: [],
});

/** Whether at least one value in ten reads as a date, a word for never or a placeholder; true for an empty column. */
function holdsDates(filled: readonly string[], reading: DateReading, context: DateContext): boolean {
  if (filled.length === 0) return true;
  const reader = compileDateReader({ ...reading, placeholdersMeanNever: true }, context);
  const seen = filled.slice(0, LOOK_AT);
  const known = seen.filter((text) => {
    const value = reader.read(text);
    return (
      isDay(value) ||
      isAtLeast(value) ||
      value === NEVER ||
      isDateProblem(value) ||
      EXPECTED_NEVER.has(text.toLowerCase())
    );
  });
  return known.length * 10 >= seen.length;
}

/** Whether the values contradict a meaning that the header suggested; a recognised export may list sites in the column of a product. */
function contradicts(proposal: HeaderProposal, filled: readonly string[], isRecognised: boolean): boolean {
  if (filled.length === 0) return false;
  const seen = filled.slice(0, LOOK_AT);
  if (proposal.meaning === 'accountStatus')
    return seen.filter((text) => readStatus(text) !== 0).length * 2 < seen.length;
  if (proposal.meaning === 'licenceType' && proposal.names !== undefined && !isRecognised) {
    return seen.some(
      (text) => readFlag(text) === 0 && text.toLowerCase() !== 'user' && text.toLowerCase() !== 'admin',
    );
  }
  return false;
}

/** Headers of types of user, which some platforms say of people and others of what they were sold. */
const TYPE_OF_USER =
  /^(?:user type|benutzertyp|type d utilisateur|tipo de usu[aá]rio|tipo di utente|type gebruiker|användartyp)$/;

/** A type of user that names no kind of user names what was bought, `Licensed` or `Basic`, where nothing else does. */
function proposeType(
  proposal: HeaderProposal,
  header: string,
  filled: readonly string[],
  hasLicence: boolean,
): Meaning {
  if (proposal.meaning !== 'userType' || hasLicence || filled.length === 0) return proposal.meaning;
  const seen = filled.slice(0, LOOK_AT);
  const unknown = seen.filter((text) => readUserType(text) === 0).length;
  return unknown * 2 > seen.length && TYPE_OF_USER.test(readHeaderKey(header).words)
    ? 'licenceType'
    : 'userType';
}

/**
 * Plan of one column under a meaning, with what its values decide. Also used when the user changes a meaning; a column
 * that looks like a password, token or key is left out whatever its meaning (source: LOAD-10). `isWholeColumn`: see
 * `decideDateColumn`.
 */
export function planColumn(
  column: Pick<ColumnPlan, 'position' | 'header' | 'meaning'> & Partial<ColumnPlan>,
  cells: readonly string[],
  isWholeColumn: boolean,
  context: DateContext,
): ColumnPlan {
  const { position, header } = column;
  const meaning = isSecretHeader(header) ? 'ignore' : column.meaning;
  const isEvidence = isEvidenceMeaning(meaning);
  const signalKind = isEvidence ? (column.signalKind ?? signalKindOf(meaning)) : undefined;
  const base = column.dates ?? undecidedReading(header, context.workspaceZone);
  const isOpen = isDateMeaning(meaning) && base.order === 'undecided';
  return {
    position,
    header,
    meaning,
    signalKind,
    proposedClass:
      signalKind === undefined ? undefined : (column.proposedClass ?? proposedClassOf(signalKind)),
    forLicenceType: isEvidence || meaning === 'licenceType' ? column.forLicenceType : undefined,
    ...(meaning === 'licenceType' && column.licenceWhenNo !== undefined
      ? { licenceWhenNo: column.licenceWhenNo }
      : {}),
    dates: !isDateMeaning(meaning)
      ? undefined
      : isOpen
        ? decideDateColumn(cells, isWholeColumn, base, { ...context, futureAllowed: mayLookAhead(meaning) })
            .reading
        : base,
  };
}

/** Text that joins several licence types in one cell. */
function findSeparator(header: string, filled: readonly string[]): string | undefined {
  const isPlural =
    /licen[cs]es|products|configurations|subscriptions|lizenzen|licencias|licenze|licenças|licenties|licenser|produkte|produits|productos|prodotti|produtos|producten/i.test(
      header,
    );
  for (const separator of ['+', ';', '|', '\n', ',']) {
    if (separator === ',' && !isPlural) continue;
    if (separator === '+' && !isPlural) continue;
    if (filled.some((text) => text.includes(separator))) return separator;
  }
  return undefined;
}

const repeats = (filled: readonly string[]): boolean =>
  new Set(filled.map((text) => text.toLowerCase())).size < filled.length;

function proposeRowIs(columns: readonly ColumnPlan[], rows: readonly (readonly string[])[]): RowIs {
  const positionOf = (meaning: Meaning): number | undefined =>
    columns.find((column) => column.meaning === meaning)?.position;
  const account = positionOf('accountId');
  if (account === undefined || !repeats(filledOf(cellsOf(rows, account)))) return 'account';
  if (columns.some((column) => column.meaning === 'licenceType' && column.forLicenceType === undefined))
    return 'accountAndLicence';
  const keys = columns.map((column) => readHeaderKey(column.header).key);
  if (positionOf('role') !== undefined && (keys.includes('inherited') || keys.includes('rolename')))
    return 'accountAndRole';
  if (positionOf('inheritedFrom') !== undefined || keys.some((key) => key === 'group' || key === 'groupname'))
    return 'accountAndGroup';
  if (keys.some((key) => key === 'site' || key === 'organization' || key === 'organisation'))
    return 'accountAndSite';
  return positionOf('role') === undefined ? 'account' : 'accountAndRole';
}

/** The licence type that a product name means in this file, or `undefined` when the evidence is the whole account's. */
function matchLicence(product: string, names: readonly string[], fromColumns: boolean): string | undefined {
  if (names.length === 0) return product;
  const wanted = product.toLowerCase();
  const same = names.find((name) => name.toLowerCase() === wanted);
  if (same !== undefined) return same;
  const longer = names.filter((name) => name.toLowerCase().startsWith(`${wanted} `));
  if (longer.length === 1) return longer[0];
  return fromColumns && longer.length === 0 ? product : undefined;
}

/** `last_login` says nothing that `last_login_time` does not say better, unless it is filled where the other is not. */
function isWorseTwin(
  position: number,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): boolean {
  if (readHeaderKey(header[position]!).key !== 'lastlogin') return false;
  const better = header.findIndex((name) => readHeaderKey(name).key === 'lastlogintime');
  if (better === -1) return false;
  const isEmpty = (cell: string | undefined): boolean => isEmptyWord((cell ?? '').trim());
  return (
    rows.every((cells) => isEmpty(cells[position]) || !isEmpty(cells[better])) &&
    rows.some((cells) => !isEmpty(cells[better]))
  );
}

function findHeaderFindings(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  proposals: readonly HeaderProposal[],
): FileFinding[] {
  const findings: FileFinding[] = [];
  const seen = new Map<string, number>();
  header.forEach((name, position) => {
    if (proposals[position]!.isSecret) findings.push({ kind: 'secretColumn', header: name });
    if (name.trim() === '') {
      if (rows.some((cells) => (cells[position] ?? '').trim() !== ''))
        findings.push({ kind: 'emptyHeader', position });
      return;
    }
    const times = (seen.get(name.trim()) ?? 0) + 1;
    seen.set(name.trim(), times);
    if (times === 2) findings.push({ kind: 'duplicateHeader', header: name });
  });
  return findings;
}

/**
 * Proposes how every column of a users file is read: its meaning from the header, checked against the values; signal
 * kind and class from the meaning; dates from all values at hand. Columns are known by position throughout.
 * The words and the zone of `preset` come first.
 * Source of the rule: LOAD-10, LOAD-13 to LOAD-16, platforms, header words by role.
 */
export function proposeColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isWholeFile: boolean,
  context: DateContext,
  preset?: Preset,
): ProposedColumns {
  const byHeader = proposeMeanings(header, preset);
  const proposals = preset ? byHeader : proposeKeyBesideNames(byHeader, rows);
  const zone = proposeFileZone(header, rows, preset?.zone, context.workspaceZone);
  const head = rows.slice(0, LOOK_AT);
  const hasLicence = proposals.some(({ meaning }) => meaning === 'licenceType');
  const drafts = proposals.map((proposal, position): ColumnPlan => {
    const cells = cellsOf(rows, position);
    const filled = filledOf(cells);
    const name = header[position]!;
    const isIgnored =
      proposal.meaning === 'ignore' ||
      contradicts(proposal, filled, preset !== undefined) ||
      isWorseTwin(position, header, rows);
    const column = planColumn(
      {
        position,
        header: name,
        meaning: isIgnored ? 'ignore' : proposeType(proposal, name, filled, hasLicence),
        forLicenceType: proposal.names,
        ...(proposal.whenNo === undefined ? {} : { licenceWhenNo: proposal.whenNo }),
        dates: undecidedReading(name, zone),
      },
      cells,
      isWholeFile,
      context,
    );
    const holdsNoDates = column.dates !== undefined && !holdsDates(filled, column.dates, context);
    return holdsNoDates
      ? planColumn({ position, header: name, meaning: 'ignore' }, cells, isWholeFile, context)
      : column;
  });

  const licenceText = drafts.find(
    (column) => column.meaning === 'licenceType' && column.forLicenceType === undefined,
  );
  const licenceCells = licenceText ? filledOf(cellsOf(head, licenceText.position)) : [];
  const usual = preset?.licenceSeparator;
  const licenceSeparator =
    usual !== undefined && licenceCells.some((text) => text.includes(usual))
      ? usual
      : licenceText && findSeparator(licenceText.header, licenceCells);
  const split = (cell: string): string[] =>
    licenceSeparator === undefined ? [cell] : cell.split(licenceSeparator).map((part) => part.trim());
  const columnNames = drafts.flatMap((column) =>
    column.meaning === 'licenceType' && column.forLicenceType !== undefined ? [column.forLicenceType] : [],
  );
  const names = [...new Set([...columnNames, ...licenceCells.flatMap(split)])];
  const columns = drafts.map((column): ColumnPlan =>
    isEvidenceMeaning(column.meaning) && column.forLicenceType !== undefined
      ? { ...column, forLicenceType: matchLicence(column.forLicenceType, names, licenceText === undefined) }
      : column,
  );
  return {
    columns,
    zone,
    rowIs:
      preset?.rowIs === undefined || preset.rowIs === 'account' ? proposeRowIs(columns, head) : preset.rowIs,
    licenceSeparator,
    findings: findHeaderFindings(header, head, proposals),
  };
}
