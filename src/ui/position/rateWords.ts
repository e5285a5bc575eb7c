import { formatCount } from '../../core/base/formatNumber.ts';
import { formatRate } from '../../core/reconcile/formatRate.ts';
import type { LinePosition, RateRange } from '../../core/reconcile/linePosition.ts';

export interface RateRow {
  /** Figure id of the brief. */
  readonly id: string;
  readonly rate: string;
  /** What is divided by what, in seats: a rate never stands without its denominator. */
  readonly seats: string;
  readonly share: string;
  readonly range: RateRange;
  readonly leading: boolean;
}

/** The three rates, never one. The allocation rate is not called utilisation: assigned does not mean used. */
export function rateRows(position: LinePosition): readonly RateRow[] {
  const row = (
    id: string,
    rate: string,
    range: RateRange,
    part: string,
    whole: string,
    leading = false,
  ): RateRow => ({
    id,
    rate,
    range,
    seats: `${formatCount(range.part)} ${part} of ${formatCount(range.whole)} ${whole}`,
    share: formatRate(range),
    leading,
  });
  return [
    row('F-030', 'Allocation rate', position.allocationRate, 'assigned', 'entitled'),
    row('F-031', 'Activity rate', position.activityRate, 'in use', 'assigned to people'),
    row('F-032', 'Effective utilisation', position.effectiveUtilisation, 'in use', 'entitled', true),
  ];
}
