import { formatShare } from '../base/formatNumber.ts';
import type { RateRange } from './linePosition.ts';

/** `72.0 %`, or `69.8 % – 72.0 %` where unknown seats leave a range. Over 100 % is shown as it is. */
export function formatRate(rate: RateRange): string {
  const least = formatShare(rate.least, rate.rangeWhole);
  const most = formatShare(rate.most, rate.rangeWhole);
  return least === most ? formatShare(rate.part, rate.whole) : `${least} – ${most}`;
}
