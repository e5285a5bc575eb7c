import { formatIsoDay } from '../../core/base/formatDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { numberCell, writeCsv, type CsvCell } from '../../core/inventory/csvText.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import type { GapRow } from '../gapView.ts';
import type { OverlapRow } from '../peopleView.ts';
import type { Failure } from '../protocol.ts';
import { breathe } from './breathe.ts';
import { gapsOf } from './gapsOf.ts';
import { overlapsOf, overlapRow } from './foundOverlaps.ts';
import type { CallHandlers } from './handle.ts';
import type { Session, Workspace } from './session.ts';

/** Seats shown of one holder. */
const SEATS_SHOWN = 8;
/** Rows of an export made in one piece. */
const ROWS_A_SLICE = 1_000;

/** Where the list in use gives somebody too much or nothing: overlaps, gaps, and the table of both. */
export function overlapCalls(session: Session): Pick<CallHandlers, 'overlapPage' | 'gapPage' | 'gapTable'> {
  const open = (): Result<Workspace, Failure> => {
    const opened = session.open();
    return opened.ok && !opened.value.current ? fail({ kind: 'noSnapshot' }) : opened;
  };

  return {
    async overlapPage({ from, count }) {
      const opened = open();
      if (!opened.ok) return opened;
      const found = await overlapsOf(opened.value);
      if (!found.ok) return found;
      const total = found.value.overlaps.count;
      const rows: OverlapRow[] = [];
      for (let place = from; place < Math.min(total, from + count); place += 1) {
        rows.push(overlapRow(found.value, place, SEATS_SHOWN));
      }
      return succeed({ total, rows });
    },

    async gapPage({ from, count }, { signal }) {
      const opened = open();
      if (!opened.ok) return opened;
      const found = await gapsOf(opened.value, signal);
      return found.ok ? succeed(found.value.page(from, count)) : found;
    },

    async gapTable(_ask, { signal }) {
      const opened = open();
      if (!opened.ok) return opened;
      const gaps = await gapsOf(opened.value, signal);
      if (!gaps.ok) return gaps;
      const overlaps = await overlapsOf(opened.value);
      if (!overlaps.ok) return overlaps;
      const lines: (readonly CsvCell[])[] = [HEADER];
      for (let from = 0; from < gaps.value.count; from += ROWS_A_SLICE) {
        await breathe();
        if (signal.aborted) return fail({ kind: 'cancelled' });
        const to = Math.min(gaps.value.count, from + ROWS_A_SLICE);
        for (const row of gaps.value.rows(from, to)) lines.push(gapLine(row));
      }
      for (let place = 0; place < overlaps.value.overlaps.count; place += 1) {
        if (place % ROWS_A_SLICE === 0) await breathe();
        if (signal.aborted) return fail({ kind: 'cancelled' });
        lines.push(...overlapLines(overlapRow(overlaps.value, place, Infinity)));
      }
      const asOf = formatIsoDay(overlaps.value.evaluated.snapshot.asOf);
      return succeed({ fileName: `fallow-gaps-and-overlaps-${asOf}.csv`, csv: writeCsv(lines) });
    },
  };
}

const HEADER = [
  'Kind',
  'Who',
  'Account',
  'Unit',
  'Licence type',
  'Category',
  'Last activity',
  'Shown by',
  'Row in the users list',
  'Explanation',
  'Idle seat of',
  'Idle account',
  'Idle licence type',
  'Idle unit',
  'Why this seat',
];

const gapLine = (row: GapRow): readonly CsvCell[] => [
  'Gap',
  row.name,
  row.key,
  row.unit,
  '',
  '',
  row.lastActivity,
  row.file,
  row.listed ? numberCell(String(row.listed.fileRow)) : '',
  row.explanation,
  ...(row.offer
    ? [row.offer.name, row.offer.accountId, row.offer.licenceType, row.offer.unit, row.offer.reason]
    : ['', '', '', '', '']),
];

/** A line for each seat of a holder. */
const overlapLines = ({ name, seats, explanation }: OverlapRow): readonly (readonly CsvCell[])[] =>
  seats.map(({ accountId, licenceType, category }) => [
    'Overlap',
    name,
    accountId,
    '',
    licenceType,
    CATEGORY_NAMES[category],
    '',
    '',
    '',
    explanation,
    '',
    '',
    '',
    '',
    '',
  ]);
