import { formatCount } from '../../core/base/formatNumber.ts';
import { formatRate } from '../../core/reconcile/formatRate.ts';
import type { LinePosition, RateRange } from '../../core/reconcile/linePosition.ts';
import type { CountedSeats } from './seatsBehind.ts';

export interface CountedNumber {
  readonly count: number;
  readonly words: string;
  /** `entitled` stands in the contract; the others are seats of the list. */
  readonly counted: CountedSeats | 'entitled';
}

export interface RateRow {
  readonly rate: string;
  /** What is divided by what, in seats: a rate never stands without its denominator. */
  readonly seats: string;
  /** The two numbers of `seats`, with the rows that each of them counts. */
  readonly part: CountedNumber;
  readonly whole: CountedNumber;
  readonly share: string;
  readonly leading: boolean;
}

const ENTITLED = { words: 'entitled', counted: 'entitled' } as const;
const ASSIGNED = { words: 'assigned', counted: 'assigned' } as const;
const PEOPLE = { words: 'assigned to people', counted: 'people' } as const;
const IN_USE = { words: 'in use', counted: 'inUse' } as const;

/** The three rates, never one. The allocation rate is not called utilisation: assigned does not mean used. */
export function rateRows(position: LinePosition): readonly RateRow[] {
  const row = (
    rate: string,
    range: RateRange,
    part: Omit<CountedNumber, 'count'>,
    whole: Omit<CountedNumber, 'count'>,
    leading = false,
  ): RateRow => ({
    rate,
    seats: `${formatCount(range.part)} ${part.words} of ${formatCount(range.whole)} ${whole.words}`,
    part: { ...part, count: range.part },
    whole: { ...whole, count: range.whole },
    share: formatRate(range),
    leading,
  });
  return [
    row('Allocation rate', position.allocationRate, ASSIGNED, ENTITLED),
    row('Activity rate', position.activityRate, IN_USE, PEOPLE),
    row('Effective utilisation', position.effectiveUtilisation, IN_USE, ENTITLED, true),
  ];
}
