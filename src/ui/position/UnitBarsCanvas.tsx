import type { ChartOptions, Plugin } from 'chart.js';
import { useMemo } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { ASSIGNED_CATEGORIES, CATEGORY_NAMES } from '../../core/policy/category.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { BarCanvas } from './BarCanvas.tsx';
import { categoryPaint } from './categoryPaint.ts';
import { useChartInk, type ChartInk } from './chartInk.ts';
import { unitName, type UnitRow } from './unitRows.ts';

interface UnitBarsCanvasProps {
  readonly units: readonly UnitRow[];
  readonly describedBy: string;
}

const isNarrow = ({ width }: { readonly width: number }): boolean => width < 480;

/** Flagged of assigned at the end of each bar, so that no legend of numbers is needed. */
const endLabels = (units: readonly UnitRow[], ink: ChartInk): Plugin<'bar'> => ({
  id: 'endLabels',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const { x, y } = chart.scales;
    if (!x || !y) return;
    ctx.save();
    ctx.fillStyle = ink.color('--soft');
    ctx.font = `12px ${ink.font}`;
    ctx.textBaseline = 'middle';
    units.forEach(({ assigned, flagged }, index) => {
      const text = `${formatCount(flagged)} of ${formatCount(assigned)}${isNarrow(chart) ? '' : ' flagged'}`;
      ctx.fillText(text, x.getPixelForValue(assigned) + 6, y.getPixelForValue(index));
    });
    ctx.restore();
  },
});

const MOST_LETTERS = 28;

/** The bars keep their room beside a long name; the table has all of it. */
const shortLabel = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

/** Seats of the largest units by category as stacked bars. Loaded on demand; the table Units says the same. */
export function UnitBarsCanvas({ units, describedBy }: UnitBarsCanvasProps) {
  const ink = useChartInk();
  const data = useMemo(
    () => ({
      labels: units.map((unit) => shortLabel(visibleLines(unitName(unit)))),
      datasets: ASSIGNED_CATEGORIES.map((category) => ({
        label: CATEGORY_NAMES[category],
        data: units.map(({ counts }) => counts[category]),
        backgroundColor: categoryPaint(category),
        barThickness: 16,
      })),
    }),
    [units],
  );
  const options = useMemo<ChartOptions<'bar'>>(
    () => ({
      indexAxis: 'y',
      layout: { padding: ({ chart }) => ({ right: isNarrow(chart) ? 80 : 130 }) },
      scales: {
        x: {
          stacked: true,
          beginAtZero: true,
          max: Math.max(1, ...units.map(({ assigned }) => assigned)),
          grid: { color: ink.color('--line'), drawTicks: false },
          border: { display: false },
          ticks: {
            color: ink.color('--soft'),
            maxTicksLimit: 6,
            includeBounds: false,
            font: { size: 12, family: ink.font },
            callback: (value) => formatCount(Number(value)),
          },
        },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { autoSkip: false, color: ink.color('--ink'), font: { size: 13, family: ink.font } },
        },
      },
    }),
    [ink, units],
  );
  const plugin = useMemo(() => endLabels(units, ink), [units, ink]);
  return (
    <BarCanvas
      name="Seats by unit"
      describedBy={describedBy}
      data={data}
      options={options}
      plugin={plugin}
      drawnFrom={`${ink.color('--ink')} ${units.map(({ unit, assigned, flagged }) => `${unit} ${assigned} ${flagged}`).join()}`}
    />
  );
}
