import type { BarElement, ChartOptions, Plugin } from 'chart.js';
import { useMemo } from 'react';
import type { WaterfallTerms } from '../../core/renewal/commitmentArithmetic.ts';
import { BarCanvas } from './BarCanvas.tsx';
import { useChartInk, type ChartInk } from './chartInk.ts';
import { waterfallBars, waterfallLabel, waterfallSeats, type WaterfallStep } from './waterfallWords.ts';

/** Both charts of the screen are one part that is loaded on demand. */
export { UnitBarsCanvas } from './UnitBarsCanvas.tsx';

interface WaterfallCanvasProps {
  readonly steps: readonly WaterfallStep[];
  readonly terms: WaterfallTerms;
  readonly describedBy: string;
}

const COLORS: Readonly<Record<WaterfallStep['step'], string>> = {
  current: '--soft',
  unassigned: '--faint',
  overAssigned: '--sky',
  candidates: '--ochre-shape',
  netGrowth: '--sky',
  buffer: '--sky',
  lotRounding: '--sky',
  minimum: '--sky',
  proposed: '--field',
};

/** Numbers above the bars and dashed lines from level to level, drawn straight onto the chart. */
function directLabels(steps: readonly WaterfallStep[], ink: ChartInk): Plugin<'bar'> {
  return {
    id: 'directLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const bars = chart.getDatasetMeta(0).data as BarElement[];
      const levels = levelsAfter(steps);
      const y = (level: number): number => Math.round(chart.scales['y']?.getPixelForValue(level) ?? 0) + 0.5;
      ctx.save();
      ctx.strokeStyle = ink.color('--faint');
      ctx.setLineDash([3, 3]);
      ctx.lineWidth = 1;
      bars.slice(1).forEach((bar, index) => {
        const before = bars[index];
        if (!before) return;
        const edge = (element: BarElement, side: 1 | -1): number =>
          element.x + (side * element.getProps(['width'], true).width) / 2;
        ctx.beginPath();
        ctx.moveTo(edge(before, 1), y(levels[index] ?? 0));
        ctx.lineTo(edge(bar, -1), y(levels[index] ?? 0));
        ctx.stroke();
      });
      ctx.fillStyle = ink.color('--ink');
      ctx.font = `600 ${chart.width < 480 ? 11 : 13}px ${ink.font}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'bottom';
      bars.forEach((bar, index) => {
        const step = steps[index];
        const { base } = bar.getProps(['base'], true);
        if (step) ctx.fillText(waterfallSeats(step), bar.x, Math.min(bar.y, base) - 6);
      });
      ctx.restore();
    },
  };
}

/** Level at which each bar ends: where the next one begins. */
function levelsAfter(steps: readonly WaterfallStep[]): readonly number[] {
  let level = 0;
  return steps.map(
    (step) => (level = step.step === 'current' || step.step === 'proposed' ? step.seats : level + step.seats),
  );
}

/** The waterfall as a chart. Loaded on demand; the table beside it says the same. */
export function WaterfallCanvas({ steps, terms, describedBy }: WaterfallCanvasProps) {
  const ink = useChartInk();
  const labels = useMemo(() => steps.map((step) => waterfallLabel(step, terms)), [steps, terms]);
  const data = useMemo(
    () => ({
      labels,
      datasets: [
        {
          label: 'Seats',
          data: waterfallBars(steps).map(([low, high]): [number, number] => [low, high]),
          backgroundColor: steps.map(({ step }) => ink.color(COLORS[step])),
          minBarLength: 2,
          barPercentage: 0.78,
          categoryPercentage: 0.9,
        },
      ],
    }),
    [labels, steps, ink],
  );
  const top = Math.max(1, ...waterfallBars(steps).map(([, high]) => high));
  const options = useMemo<ChartOptions<'bar'>>(
    () => ({
      layout: { padding: { top: 24 } },
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: false,
            maxRotation: 60,
            color: ink.color('--soft'),
            font: { size: 12, family: ink.font },
          },
        },
        y: {
          beginAtZero: true,
          grid: { color: ink.color('--line'), drawTicks: false },
          border: { display: false },
          max: top,
          ticks: { display: false, stepSize: top / 4 },
        },
      },
    }),
    [ink, top],
  );
  const plugin = useMemo(() => directLabels(steps, ink), [steps, ink]);
  return (
    <BarCanvas
      name="Waterfall"
      describedBy={describedBy}
      data={data}
      options={options}
      plugin={plugin}
      drawnFrom={`${ink.color('--ink')} ${steps.map(waterfallSeats).join()}`}
    />
  );
}
