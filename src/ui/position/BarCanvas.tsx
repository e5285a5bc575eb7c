import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartData,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import { useMemo } from 'react';
import { Chart as ChartCanvas } from 'react-chartjs-2';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

interface BarCanvasProps {
  readonly name: string;
  /** Id of the table that says the same. */
  readonly describedBy: string;
  readonly data: ChartData<'bar', (number | [number, number])[]>;
  readonly options: ChartOptions<'bar'>;
  /** Draws on the finished bars; a chart takes it over only when it is made, see `drawnFrom`. */
  readonly plugin: Plugin<'bar'>;
  /** All that the plug-in draws; where it changes, the chart is made anew. */
  readonly drawnFrom: string;
}

/** A still picture of bars that fills its frame; nothing in it moves or answers the pointer. */
export function BarCanvas({ name, describedBy, data, options, plugin, drawnFrom }: BarCanvasProps) {
  const still = useMemo<ChartOptions<'bar'>>(
    () => ({ animation: false, responsive: true, maintainAspectRatio: false, events: [], ...options }),
    [options],
  );
  const plugins = useMemo(() => [plugin], [plugin]);
  return (
    <ChartCanvas
      key={drawnFrom}
      type="bar"
      data={data}
      options={still}
      plugins={plugins}
      role="img"
      aria-label={name}
      aria-describedby={describedBy}
    />
  );
}
