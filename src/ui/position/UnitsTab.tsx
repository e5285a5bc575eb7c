import { lazy, Suspense, useId, useMemo, type ReactNode } from 'react';
import { formatIsoDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { ASSIGNED_CATEGORIES, CATEGORY_NAMES, FLAGGED_CATEGORIES } from '../../core/policy/category.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import type { ReviewFilter } from '../../state/reviewQuery.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { unitName, unitTable, totalRow, type UnitRow } from './unitRows.ts';
import { useOpenSeats } from './useOpenSeats.ts';

const UnitBarsCanvas = lazy(async () => ({
  default: (await import('./WaterfallCanvas.tsx')).UnitBarsCanvas,
}));

/** Units drawn as bars; the table holds all of them. */
const UNITS_DRAWN = 12;

type OpenSeats = (filter: Partial<ReviewFilter>) => void;

const unitColumns = (openSeats: OpenSeats): readonly Column<UnitRow>[] => [
  { header: 'Unit', rowHeader: true, cell: unitName },
  ...ASSIGNED_CATEGORIES.map((category): Column<UnitRow> => ({
    header: CATEGORY_NAMES[category],
    align: 'end',
    cell: (row) => (
      <SeatNumber
        count={row.counts[category]}
        label={`${CATEGORY_NAMES[category]}, ${unitName(row)}`}
        onOpen={() => openSeats({ unit: row.unit, categories: [category] })}
      />
    ),
  })),
  {
    header: 'Flagged',
    align: 'end',
    cell: (row) => (
      <strong>
        <SeatNumber
          count={row.flagged}
          label={`flagged, ${unitName(row)}`}
          onOpen={() => openSeats({ unit: row.unit, categories: FLAGGED_CATEGORIES })}
        />
      </strong>
    ),
  },
  {
    header: 'Assigned',
    align: 'end',
    cell: (row) => (
      <SeatNumber
        count={row.assigned}
        label={`assigned, ${unitName(row)}`}
        onOpen={() => openSeats({ unit: row.unit, categories: ASSIGNED_CATEGORIES })}
      />
    ),
  },
];

interface SeatNumberProps {
  readonly count: number;
  readonly label: string;
  readonly onOpen: () => void;
}

function SeatNumber({ count, label, onOpen }: SeatNumberProps): ReactNode {
  return count === 0 ? (
    <span className="soft">0</span>
  ) : (
    <NumberLink count={count} label={label} onOpen={onOpen} />
  );
}

/** Every unit with all categories; the five flagged lines stand beside their sum, and the total row adds up. */
export function UnitsTab({ position }: { readonly position: PositionView }): ReactNode {
  const { download } = useApp();
  const openSeats = useOpenSeats();
  const id = useId();
  const largest = useMemo(
    () => position.units.toSorted((a, b) => b.assigned - a.assigned).slice(0, UNITS_DRAWN),
    [position.units],
  );
  const total = totalRow(position.units);
  const exportTable = (): void =>
    download(`units-${formatIsoDay(position.asOf)}.csv`, writeCsv(unitTable(position)), 'text/csv');
  return (
    <div className="stack">
      <Card
        title="Seats by unit"
        aside={
          largest.length < position.units.length
            ? `the ${UNITS_DRAWN} largest of ${position.units.length}`
            : undefined
        }
      >
        <ul className="unit-legend" aria-label="Categories">
          {ASSIGNED_CATEGORIES.filter((category) => total.counts[category] > 0).map((category) => (
            <li key={category}>
              <CategoryMark category={category} />
            </li>
          ))}
        </ul>
        <div className="unit-chart" style={{ height: `${largest.length * 26 + 32}px` }}>
          <Suspense fallback={<p className="soft">Drawing the units…</p>}>
            <UnitBarsCanvas units={largest} describedBy={id} />
          </Suspense>
        </div>
        <p id={id} className="visually-hidden">
          {largest
            .map(
              (row) =>
                `${visibleLines(unitName(row))}: ${formatCount(row.flagged)} of ${formatCount(row.assigned)} flagged`,
            )
            .join('; ')}
        </p>
      </Card>
      <Card
        title="Units"
        className="units-card"
        aside={
          <Button kind="quiet" onClick={exportTable}>
            Export table
          </Button>
        }
      >
        <DataTable
          caption="Units"
          columns={unitColumns(openSeats)}
          rows={position.units}
          rowKey={({ unit }) => unit}
          empty="No seat is in the data yet."
          footer={
            <tr>
              <th scope="row">Total</th>
              {ASSIGNED_CATEGORIES.map((category) => (
                <td key={category} className="cell-end">
                  <SeatNumber
                    count={total.counts[category]}
                    label={`${CATEGORY_NAMES[category]}, all units`}
                    onOpen={() => openSeats({ categories: [category] })}
                  />
                </td>
              ))}
              <td className="cell-end">
                <SeatNumber
                  count={total.flagged}
                  label="flagged, all units"
                  onOpen={() => openSeats({ categories: FLAGGED_CATEGORIES })}
                />
              </td>
              <td className="cell-end">
                <SeatNumber
                  count={total.assigned}
                  label="assigned, all units"
                  onOpen={() => openSeats({ categories: ASSIGNED_CATEGORIES })}
                />
              </td>
            </tr>
          }
        />
      </Card>
    </div>
  );
}
