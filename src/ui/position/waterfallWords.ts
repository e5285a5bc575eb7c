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

/**
 * How a commitment comes about, as one line to be retraced: "940 assigned + 12 net growth = 952; with a buffer of
 * 5 % = 1 000." Rounding to lots and a minimum are named where they change the number.
 */
export function commitmentArithmetic(
  { assigned, candidates, need, demand, buffered, inLots, recommended }: LineCommitment,
  { bufferBasisPoints, lotSize }: WaterfallTerms,
): string {
  const growth = demand - need;
  const taken = candidates === 0 ? '' : ` \u2212 ${formatCount(candidates)} freed`;
  const grown =
    growth === 0 ? '' : ` ${growth < 0 ? '\u2212' : '+'} ${formatCount(Math.abs(growth))} net growth`;
  const sum = taken + grown === '' ? '' : ` =\u00a0${formatCount(demand)}`;
  return `${[
    `${formatCount(assigned)} assigned${taken}${grown}${sum}`,
    ...(bufferBasisPoints === 0
      ? []
      : [`with a buffer of ${formatBasisPoints(bufferBasisPoints)} =\u00a0${formatCount(buffered)}`]),
    ...(inLots === buffered
      ? []
      : [
          `rounded up to ${lotSize === undefined ? 'the lots of each licence type' : `lots of ${formatCount(lotSize)}`} =\u00a0${formatCount(inLots)}`,
        ]),
    ...(recommended === inLots
      ? []
      : [`raised to the contract’s minimum =\u00a0${formatCount(recommended)}`]),
  ].join('; ')}.`;
}

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
