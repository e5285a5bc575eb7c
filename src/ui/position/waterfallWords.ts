import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import { formatBasisPoints, type WaterfallTerms } from '../../core/renewal/commitmentArithmetic.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';

export type WaterfallStep = LineCommitment['waterfall'][number];

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
      return lotSize === undefined || lotSize === 1 ? 'Lot rounding' : `Lots of ${lotSize}`;
    case 'minimum':
      return 'Minimum';
    case 'proposed':
      return 'Proposed';
  }
}

const isTotal = ({ step }: WaterfallStep): boolean => step === 'current' || step === 'proposed';

/** `1 000` for the two totals, `−60` for a change. */
export const waterfallSeats = (step: WaterfallStep): string =>
  isTotal(step) ? formatCount(step.seats) : formatChange(step.seats);

const isZeroStep = (step: WaterfallStep): boolean => !isTotal(step) && step.seats === 0;

/** The steps that are drawn: a step of zero takes no bar, it is named in `waterfallNotes`. */
export const drawnSteps = (steps: readonly WaterfallStep[]): readonly WaterfallStep[] =>
  steps.filter((step) => !isZeroStep(step));

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** What the bars alone leave open: why over-assigned seats are added, and which steps change nothing. */
export function waterfallNotes(steps: readonly WaterfallStep[], terms: WaterfallTerms): readonly string[] {
  const over = steps.find(({ step }) => step === 'overAssigned')?.seats ?? 0;
  const zero = steps.filter(isZeroStep).map((step) => waterfallLabel(step, terms).toLowerCase());
  const listed = [zero.slice(0, -1).join(', '), ...zero.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');
  return [
    ...(over > 0
      ? [
          `Over-assigned: ${formatCount(over)} ${over === 1 ? 'seat is' : 'seats are'} assigned beyond what was bought, so ${over === 1 ? 'it is' : 'they are'} added before the candidates are taken off.`,
        ]
      : []),
    ...(listed === '' ? [] : [`${capitalised(listed)}: no change.`]),
  ];
}

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
