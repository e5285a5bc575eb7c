import { addDays } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { formatCount, formatMoney } from '../base/formatNumber.ts';
import type { HeldBack } from './chooseLines.ts';
import type { Entitlement } from './entitlementOf.ts';
import type { Overlap } from './findOverlaps.ts';

/** How the figures of several lines come about, in one sentence; `undefined` where there is one line. */
export function severalLinesSentence(entitlement: Entitlement): string | undefined {
  const { licenceType, lines, lotSize, unitPriceAYear, currency } = entitlement;
  if (lines.length === 1) return undefined;
  const quantities = lines.map((line) => formatCount(line.committedQuantity)).join(' + ');
  const price =
    unitPriceAYear === undefined
      ? 'a line has no price, so money is not known'
      : `today's amount takes each line at its own price, and idle seats and every change are valued at the lowest, ${formatMoney(unitPriceAYear, currency)} a year, with the uplift of that line`;
  const lot = lotSize === 1 ? '' : `a reduction fits the largest lot, ${formatCount(lotSize)}; `;
  return (
    `${licenceType}: ${formatCount(lines.length)} lines are in force together, ` +
    `${quantities} = ${formatCount(entitlement.committedQuantity)} seats. ` +
    `Minimum quantities are added; ${lot}${price}; the narrowest reduction right and the earliest term end and notice count.`
  );
}

/** What a replacement does to the line before it. Only for an overlap answered so. */
export const replacementSentence = ({ licenceType, from }: Overlap): string =>
  `${licenceType}: the line from ${formatDay(from)} replaces what ran before it; that is counted to ${formatDay(addDays(from, -1))}.`;

/** Why the lines of a licence type stand in no figure. */
export const heldBackSentence = ({ licenceType, reason }: HeldBack): string =>
  reason === 'overlap'
    ? `${licenceType}: two contract lines overlap and stand in no figure until it is said on the Contract screen whether the second is additional or a replacement.`
    : `${licenceType}: contract lines in force together are in different currencies. Amounts in different currencies are never added, so these lines stand in no figure.`;
