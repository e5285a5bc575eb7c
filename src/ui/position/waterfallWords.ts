import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';

export type WaterfallStep = LineCommitment['waterfall'][number];

/** What the user chose, printed into the labels. `undefined` where several lines differ. */
export interface WaterfallTerms {
  readonly bufferBasisPoints: number;
  readonly lotSize: number | undefined;
}

/** A percentage in hundredths of a percent, without needless decimals: `5 %`, `7.5 %`. */
export const formatBasisPoints = (basisPoints: number): string =>
  `${basisPoints < 0 ? '\u2212' : ''}${Math.abs(basisPoints) / 100}\u00a0%`;

export function waterfallLabel(
  { step }: WaterfallStep,
  { bufferBasisPoints, lotSize }: WaterfallTerms,
): string {
  switch (step) {
    case 'current':
      return 'Current';
    case 'unassigned':
      return 'Unassigned';
    case 'overAssigned':
      return 'Over-assigned';
    case 'candidates':
      return 'Candidates';
    case 'netGrowth':
      return 'Net growth';
    case 'buffer':
      return `Buffer ${formatBasisPoints(bufferBasisPoints)}`;
    case 'lotRounding':
      return lotSize === undefined ? 'Lot rounding' : `Lots of ${lotSize}`;
    case 'minimum':
      return 'Minimum';
    case 'proposed':
      return 'Proposed';
  }
}

export const isTotal = ({ step }: WaterfallStep): boolean => step === 'current' || step === 'proposed';

/** `1 000` for the two totals, `−60` for a change. */
export const waterfallSeats = (step: WaterfallStep): string =>
  isTotal(step) ? formatCount(step.seats) : formatChange(step.seats);

/** The chart as a sentence, for those who do not see it. */
export const waterfallSentence = (steps: readonly WaterfallStep[], terms: WaterfallTerms): string =>
  `${steps.map((step) => `${waterfallLabel(step, terms)} ${waterfallSeats(step)}`).join(', ')}.`;

/** Lower and upper end of each bar: totals from zero, changes from the level before to the level after. */
export function waterfallBars(steps: readonly WaterfallStep[]): readonly (readonly [number, number])[] {
  let level = 0;
  return steps.map((step) => {
    if (isTotal(step)) {
      level = step.seats;
      return [0, level];
    }
    const before = level;
    level += step.seats;
    return [Math.min(before, level), Math.max(before, level)];
  });
}
