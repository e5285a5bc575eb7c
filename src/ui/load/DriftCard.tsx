import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { CATEGORIES, CATEGORY_NAMES, FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';
import { assignedOf, flaggedOf } from '../../core/reconcile/seatSets.ts';
import type { DriftLine, DriftSet, DriftView } from '../../worker/snapshotView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { DriftRowsDialog } from './DriftRowsDialog.tsx';

interface Row {
  readonly name: string;
  /** What the row counts: one licence type or all, one category or several. */
  readonly licenceType?: string | undefined;
  readonly categories: readonly Category[];
  /** In sentences: "Fulfiller seats". */
  readonly what: string;
  readonly was: number | undefined;
  readonly is: number | undefined;
  readonly entitledWas?: number | undefined;
  readonly entitledIs?: number | undefined;
  readonly flaggedWas?: number | undefined;
  readonly flaggedIs?: number | undefined;
}

const ASSIGNED = CATEGORIES.filter((category) => category !== 'notASeat');

const shown = (count: number | undefined): string => (count === undefined ? '–' : formatCount(count));

const sum = (parts: readonly (number | undefined)[]): number =>
  parts.reduce<number>((total, part) => total + (part ?? 0), 0);

function rowOf({ licenceType, was, is }: DriftLine): Row {
  return {
    name: visibleText(licenceType),
    licenceType,
    categories: ASSIGNED,
    what: `${visibleText(licenceType)} seats`,
    was: was && assignedOf(was.counts),
    is: is && assignedOf(is.counts),
    entitledWas: was?.entitled,
    entitledIs: is?.entitled,
    flaggedWas: was && flaggedOf(was.counts),
    flaggedIs: is && flaggedOf(is.counts),
  };
}

function totalOf(rows: readonly Row[]): Row {
  return {
    name: 'All licence types',
    categories: ASSIGNED,
    what: 'seats',
    was: sum(rows.map(({ was }) => was)),
    is: sum(rows.map(({ is }) => is)),
    flaggedWas: sum(rows.map(({ flaggedWas }) => flaggedWas)),
    flaggedIs: sum(rows.map(({ flaggedIs }) => flaggedIs)),
  };
}

/** How the list in use differs from the baseline: assigned and flagged seats then and now. */
export function DriftCard({ view }: { readonly view: WorkspaceView }): ReactNode {
  const { baselines = [], current } = view;
  const baseline = baselines.find(({ system }) => system === current?.source.system);
  const facts = baseline && `${baseline.entry} ${current?.snapshot ?? ''} ${view.ledger.length}`;
  const drift = useAsked('drift', {}, facts);
  if (!baseline) return baselines.length > 0 ? <NoBaseline hasList={current !== undefined} /> : null;
  const day = formatDay(baseline.asOf);
  return (
    <Card
      as="region"
      title="Since the baseline"
      aside={`${day}, version ${baseline.policyVersion}, named by ${visibleText(baseline.namedBy)}`}
    >
      <div className="stack-tight" aria-busy={drift.loading}>
        <FailureAlert failure={drift.failure} />
        {drift.value ? <Drift drift={drift.value} view={view} /> : null}
      </div>
    </Card>
  );
}

/** There are baselines, of other systems. */
function NoBaseline({ hasList }: { readonly hasList: boolean }): ReactNode {
  return (
    <Card as="region" title="Since the baseline">
      <p className="soft">
        {hasList
          ? 'The baseline is a list of another system than the one the figures describe.'
          : 'There is no list to compare with the baseline.'}
      </p>
    </Card>
  );
}

function Drift({ drift, view }: { readonly drift: DriftView; readonly view: WorkspaceView }): ReactNode {
  const { baseline } = drift;
  const [opened, setOpened] = useState<{ readonly set: DriftSet; readonly what: string } | undefined>(
    undefined,
  );
  const was = formatDay(baseline.asOf);
  const is = formatDay(drift.asOf);
  if (baseline.snapshot === view.current?.snapshot) {
    return (
      <p className="soft">
        The baseline is the list in use, with {formatCount(baseline.seats)} seats. Drift shows from the next
        list on.
      </p>
    );
  }
  const lines = drift.lines.map(rowOf);
  const canOpen = baseline.isKept;
  const link = (set: DriftSet, what: string, count: number | undefined, text = shown(count)): ReactNode =>
    count === undefined || !canOpen || (count === 0 && set.part !== 'change') ? (
      text
    ) : (
      <button
        type="button"
        className="number-link"
        aria-label={`${text} ${what}`}
        onClick={() => setOpened({ set, what })}
      >
        {text}
      </button>
    );
  /** A cell that opens the seats it counts; `flagged` for the flagged ones of a row of assigned seats. */
  const countCell =
    (part: 'was' | 'is', of: (row: Row) => number | undefined, isFlagged = false) =>
    (row: Row): ReactNode => {
      const categories = isFlagged ? FLAGGED_CATEGORIES : row.categories;
      const what = `${isFlagged ? 'flagged ' : ''}${row.what} ${part === 'was' ? `on ${was}` : `on ${is}`}`;
      return link({ part, licenceType: row.licenceType, categories }, what, of(row));
    };
  const change: Column<Row> = {
    header: 'Change',
    align: 'end',
    cell: ({ licenceType, categories, what, was: before, is: after }) => {
      const set: DriftSet = { part: 'change', licenceType, categories };
      const moved = (after ?? 0) - (before ?? 0);
      const isNone = !before && !after;
      return isNone ? formatChange(moved) : link(set, `change of ${what}`, moved, formatChange(moved));
    },
  };
  const flagged = FLAGGED_CATEGORIES.map((category): Row => ({
    name: CATEGORY_NAMES[category],
    categories: [category],
    what: `${CATEGORY_NAMES[category]} seats`,
    was: drift.was[category],
    is: drift.is[category],
  }));
  const total: Row = {
    name: 'Flagged together',
    categories: FLAGGED_CATEGORIES,
    what: 'flagged seats',
    was: flaggedOf(drift.was),
    is: flaggedOf(drift.is),
  };
  return (
    <>
      <DataTable
        caption="Drift by licence type"
        columns={[
          { header: 'Licence type', rowHeader: true, cell: ({ name }) => name },
          { header: `Assigned ${was}`, align: 'end', cell: countCell('was', (row) => row.was) },
          { header: `Assigned ${is}`, align: 'end', cell: countCell('is', (row) => row.is) },
          change,
          { header: 'Entitled then', align: 'end', cell: (row) => shown(row.entitledWas) },
          { header: 'Entitled now', align: 'end', cell: (row) => shown(row.entitledIs) },
          { header: 'Flagged then', align: 'end', cell: countCell('was', (row) => row.flaggedWas, true) },
          { header: 'Flagged now', align: 'end', cell: countCell('is', (row) => row.flaggedIs, true) },
        ]}
        rows={[...lines, totalOf(lines)]}
        rowKey={({ name }) => name}
      />
      <DataTable
        caption="Flagged since the baseline"
        columns={[
          { header: 'Flagged as', rowHeader: true, cell: ({ name }) => name },
          { header: was, align: 'end', cell: countCell('was', (row) => row.was) },
          { header: is, align: 'end', cell: countCell('is', (row) => row.is) },
          change,
        ]}
        rows={[...flagged, total]}
        rowKey={({ name }) => name}
      />
      {drift.policyVersion === baseline.policyVersion ? null : (
        <InlineNote tone="attention">
          The baseline was counted under version {baseline.policyVersion}, the list of {is} under{' '}
          {drift.policyVersion === undefined ? 'the draft' : `version ${drift.policyVersion}`}: part of the
          change may come from the definition.
        </InlineNote>
      )}
      {baseline.isKept ? null : (
        <p className="soft">
          The snapshot of the baseline was deleted; its figures stand as they were frozen.
        </p>
      )}
      {opened ? (
        <DriftRowsDialog
          set={opened.set}
          what={opened.what}
          was={was}
          is={is}
          facts={`${baseline.entry} ${view.current?.snapshot ?? ''} ${view.ledger.length}`}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  );
}
