import type { WaterfallStep } from '../../brief/content/briefContent.ts';
import { drawnSteps } from '../../brief/content/drawnSteps.ts';

const WIDTH = 700;
const HEIGHT = 190;
const TOP = 22;
const FOOT = 22;

interface BriefWaterfallProps {
  readonly caption: string;
  readonly steps: readonly WaterfallStep[];
}

/** The waterfall of the brief, drawn from the numbers that the PDF draws. */
export function BriefWaterfall({ caption, steps: all }: BriefWaterfallProps) {
  const steps = drawnSteps(all);
  const bars = barsOf(steps);
  const top = Math.max(1, ...bars.map(({ high }) => high));
  const y = (seats: number): number => TOP + (1 - seats / top) * (HEIGHT - TOP - FOOT);
  const slot = WIDTH / Math.max(1, steps.length);
  return (
    <figure className="brief-waterfall">
      <figcaption>{caption}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${caption}: ${steps.map(({ label, shown }) => `${label} ${shown}`).join(', ')}`}
      >
        {bars.map(({ step, low, high }, index) => (
          <g key={index}>
            <rect
              className={`brief-waterfall-${toneOf(step, index === bars.length - 1)}`}
              x={index * slot + slot * 0.15}
              width={slot * 0.7}
              y={y(high)}
              height={Math.max(1.5, y(low) - y(high))}
            />
            <text className="brief-waterfall-number" x={(index + 0.5) * slot} y={y(high) - 6}>
              {step.shown}
            </text>
            <text x={(index + 0.5) * slot} y={HEIGHT - 6}>
              {step.label}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The colours of the PDF: a step has the same one on screen and on paper. */
function toneOf({ kind, seats, step }: WaterfallStep, isLast: boolean): string {
  if (kind === 'total') return isLast ? 'proposed' : 'current';
  return seats > 0 ? 'added' : step === 'unassigned' ? 'unassigned' : 'taken';
}

/** Totals stand on the ground, changes hang from the level that the bar before reached. */
function barsOf(steps: readonly WaterfallStep[]) {
  let level = 0;
  return steps.map((step) => {
    const before = step.kind === 'total' ? 0 : level;
    level = step.kind === 'total' ? step.seats : level + step.seats;
    return { step, low: Math.min(before, level), high: Math.max(before, level) };
  });
}
