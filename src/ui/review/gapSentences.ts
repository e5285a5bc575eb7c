import { formatCount } from '../../core/base/formatNumber.ts';
import type { GapPage } from '../../worker/gapView.ts';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** How many gaps there are, how many need a seat, and how many idle seats could serve. */
export function needsSentence({ total, needs }: GapPage): string {
  const all = counted(total, 'activity has no seat', 'activities have no seat');
  const needed = needs.served + needs.unserved;
  if (needed === 0) return `${all}; none of them needs one now.`;
  return `${all}; ${counted(needed, 'needs one', 'need one')} now. Idle seats could serve ${formatCount(needs.served)}${needs.unserved === 0 ? '' : `, ${formatCount(needs.unserved)} would stay without`}.`;
}

/** Where the flagged seats went that are not offered; the parts add up to all of them. */
export function idleSentence({ idle, needs }: GapPage): string {
  const { flagged, notCandidates, inCase, held, left } = idle;
  if (flagged === 0) return 'No seat is flagged, so none can be offered.';
  const parts = [
    `${formatCount(needs.served)} offered here`,
    `${formatCount(left)} left over`,
    `${formatCount(inCase)} in a case`,
    `${formatCount(held)} held`,
    `${formatCount(notCandidates)} protected or waiting for a person`,
  ];
  return `Of ${counted(flagged, 'flagged seat', 'flagged seats')}: ${parts.join(', ')}.`;
}
