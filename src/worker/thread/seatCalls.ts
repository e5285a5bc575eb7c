import { recordOf } from '../../core/base/exhaustive.ts';
import type { RowIndex } from '../../core/base/brand.ts';
import { boundOf, isAtLeast, isDay, dayOf, NEVER } from '../../core/base/dayValue.ts';
import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { seatKeyOf } from '../../core/inventory/seatKey.ts';
import { placeOfRow } from '../../core/inventory/placeOfRow.ts';
import { CATEGORIES, CATEGORY_NAMES } from '../../core/policy/category.ts';
import { explainSeat } from '../../core/policy/explainSeat.ts';
import type { Failure } from '../protocol.ts';
import type { SeatExplanation, SeatRow } from '../reviewView.ts';
import { accountName } from './accountName.ts';
import { breathe } from './breathe.ts';
import { checksOf } from './checksOf.ts';
import { describeAccount, describedColumns } from './describeAccount.ts';
import type { Evaluated } from './evaluated.ts';
import type { CallHandlers } from './handle.ts';
import type { Session, Workspace } from './session.ts';
import type { Tables } from './tables.ts';

/** Rows of an export made in one piece: about ten milliseconds. */
const ROWS_A_SLICE = 1_000;
/** Rows of an export that are made together. */
const ROWS_A_BLOCK = 16_384;

interface Seats {
  readonly workspace: Workspace;
  readonly tables: Tables;
  readonly evaluated: Evaluated;
}

/** Calls of the Review screen that read seats. Rows are made for what is on the screen or in an export only. */
export function seatCalls(
  session: Session,
): Pick<CallHandlers, 'seatPage' | 'seatRows' | 'seatTable' | 'explainSeat'> {
  const open = async (): Promise<Result<Seats, Failure>> => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const workspace = opened.value;
    const tables = await workspace.tables();
    if (!tables.ok) return tables;
    const evaluated = await workspace.evaluated();
    return evaluated.ok
      ? succeed({ workspace, tables: tables.value, evaluated: evaluated.value })
      : fail(evaluated.failure);
  };

  /** As `open`, before the texts have come that only some rows need. */
  const openFirst = async (): Promise<Result<Seats, Failure>> => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const workspace = opened.value;
    const evaluated = await workspace.firstEvaluated();
    const tables = await workspace.firstTables();
    if (!tables.ok) return tables;
    return evaluated.ok
      ? succeed({ workspace, tables: tables.value, evaluated: evaluated.value })
      : fail(evaluated.failure);
  };

  return {
    async seatPage({ query, from, count }, { signal }) {
      const isSearch = query.search.trim() !== '';
      const opened = isSearch ? await open() : await openFirst();
      if (!opened.ok) return opened;
      const { workspace, tables, evaluated } = opened.value;
      if (isSearch) await tables.lists.prepareSearch(breathe, () => !signal.aborted);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      const list = tables.lists.list(evaluated, query);
      const seats = list.rows(from, count);
      if (!tables.texts.isWhole && seats.some((seat) => needsTexts(evaluated, seat))) {
        const whole = await workspace.tables();
        if (!whole.ok) return whole;
      }
      return succeed({
        total: list.total,
        from,
        rows: seatRows(workspace, evaluated, seats),
        byCategory: recordOf(CATEGORIES, (_, code) => list.byCategory[code]!),
        candidates: list.candidates,
        withoutCase: tables.openCases.candidatesWithout(workspace.record, evaluated.candidates),
      });
    },

    async seatRows({ query }, { signal }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { tables, evaluated } = opened.value;
      await tables.lists.prepareOrder(query.sort, () => !signal.aborted);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      return succeed(tables.lists.list(evaluated, query).all().slice());
    },

    async seatTable({ query }, { signal }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, tables, evaluated } = opened.value;
      await tables.lists.prepareOrder(query.sort, () => !signal.aborted);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      const seats = tables.lists.list(evaluated, query).all();
      const header = [
        'Name',
        'Account',
        'Licence type',
        'Unit',
        'Last real work',
        'Last sign-in',
        'Category',
        'Reason',
        'Idle days',
        'File',
        'File row',
      ];
      const { source, seats: table } = evaluated.snapshot;
      const described = describedColumns(evaluated.snapshot);
      const lineOf = (seat: number): readonly string[] => {
        const row = seatRow(workspace, evaluated, seat);
        const place = placeOfRow(source, row.fileRow);
        return [
          row.name,
          row.accountId,
          row.licenceType,
          row.unit,
          row.lastWork,
          row.lastSignIn,
          CATEGORY_NAMES[row.category],
          row.reason,
          row.idle,
          place.file,
          String(place.fileRow),
          ...described.map(({ cell }) => cell(describeAccount(evaluated.snapshot, table.account[seat]!))),
        ];
      };
      const lines: (readonly string[])[] = [];
      for (let from = 0; from < seats.length; from += ROWS_A_BLOCK) {
        const block = seats.subarray(from, from + ROWS_A_BLOCK);
        const made = new Map<number, readonly string[]>();
        // In seat order, so that a chunk of texts is decoded once a block.
        for (const seat of block.toSorted()) {
          if (made.size % ROWS_A_SLICE === 0) await breathe();
          if (signal.aborted) return fail({ kind: 'cancelled' });
          made.set(seat, lineOf(seat));
        }
        for (const seat of block) lines.push(made.get(seat)!);
      }
      const asOf = formatIsoDay(evaluated.snapshot.asOf);
      return succeed({
        fileName: `fallow-seats-${asOf}.csv`,
        csv: writeCsv([[...header, ...described.map((column) => column.header)], ...lines]),
      });
    },

    async explainSeat({ seat }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { tables, evaluated } = opened.value;
      if (seat >= evaluated.snapshot.seats.count) {
        return fail({ kind: 'refused', reason: 'This seat is not in the current list.' });
      }
      const origins = await tables.texts.loadOrigins();
      if (!origins.ok) return origins;
      return succeed(explanation(evaluated, seat));
    },
  };
}

/** A fused day value in a table cell. */
function dayCell(value: number): string {
  if (isDay(value)) return formatDay(dayOf(value));
  if (value === NEVER) return 'never';
  return isAtLeast(value) ? `over ${formatCount(boundOf(value))} days ago` : 'not known';
}

/** Whether the sentence of a seat may quote an address or a user name: a sign says that its account is no person. */
const needsTexts = ({ snapshot, context }: Evaluated, seat: number): boolean =>
  context.nonHuman.signs[snapshot.seats.account[seat]!] !== 0;

/** Rows in the order asked. They are made in seat order, so that each chunk of texts is decoded once. */
function seatRows(workspace: Workspace, evaluated: Evaluated, seats: Uint32Array): readonly SeatRow[] {
  const made = new Map<number, SeatRow>();
  for (const seat of seats.toSorted()) made.set(seat, seatRow(workspace, evaluated, seat));
  return [...seats].map((seat) => made.get(seat)!);
}

function seatRow(workspace: Workspace, evaluated: Evaluated, seat: number): SeatRow {
  const { snapshot, prepared, candidates, context } = evaluated;
  const { accounts, seats, strings, licenceTypes } = snapshot;
  const account = seats.account[seat]! as RowIndex;
  const accountId = accounts.accountId.at(account);
  const licenceType = licenceTypes[seats.licenceType[seat]!]!;
  const reason = explainSeat(context, seat);
  return {
    seat,
    name: accountName(snapshot, account),
    accountId,
    licenceType,
    unit: strings[accounts.unit[account]!]!,
    lastWork: dayCell(prepared.lastAction[seat]!),
    lastSignIn: dayCell(prepared.lastSignIn[seat]!),
    category: reason.category,
    reason: reason.sentence,
    nonHuman: reason.category === 'nonHuman' ? reason.nonHuman : undefined,
    idle: reason.idle,
    candidate: candidates[seat] === 1,
    openCase: workspace.record.openCaseBySeat.get(seatKeyOf(canonicalId(accountId), licenceType)),
    fileRow: seats.sourceRow[seat]!,
  };
}

function explanation(evaluated: Evaluated, seat: number): SeatExplanation {
  const { version } = evaluated;
  const reason = explainSeat(evaluated.context, seat);
  return {
    seat,
    name: reason.name,
    licenceType: reason.licenceType,
    category: reason.category,
    rule: reason.rule,
    sentence: reason.sentence,
    policyVersion: version === undefined ? 'draft' : String(version),
    boundary: reason.boundary,
    evidence: reason.evidence.map(({ label, column, file, fileRow, rawText, reading }) => ({
      label,
      column,
      file,
      fileRow,
      rawText,
      reading,
    })),
    history: reason.history,
    described: describeAccount(evaluated.snapshot, evaluated.snapshot.seats.account[seat]!),
    checks: checksOf(evaluated, seat),
    invited: reason.invited,
    securityNote: reason.securityNote,
  };
}
