import { addDays } from '../../core/base/epochDay.ts';
import { formatLongDay, formatDay } from '../../core/base/formatDay.ts';
import { formatAmount, formatCount } from '../../core/base/formatNumber.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { ContractLine, OverlapAnswer } from '../../core/contract/contractLine.ts';
import type { Overlap } from '../../core/contract/findOverlaps.ts';

/** "Tern Desk: 100 seats at GBP 900.00 a year, 1 Jan 2027 to 31 Dec 2027". */
export function lineWords(line: ContractLine): string {
  const { product, committedQuantity, unitPriceAYear, currency, termStart, termEnd } = line;
  const price =
    unitPriceAYear === undefined
      ? 'price not known'
      : `${currency} ${formatAmount(unitPriceAYear, currency)} a year`;
  return `${product}: ${formatCount(committedQuantity)} seats, ${price}, ${formatDay(termStart)} to ${formatDay(termEnd)}`;
}

/** What an answer makes of the lines from the day on which they overlap. */
export function effectOf(lines: readonly ContractLine[], overlap: Overlap, answer: OverlapAnswer): string {
  const { licenceType, second, from } = overlap;
  const answered = lines.map((line) => (line.id === second ? { ...line, overlap: answer } : line));
  const day = formatLongDay(from);
  if (answer === 'replacement') {
    const until = formatLongDay(addDays(from, -1));
    return `From ${day} only the second line counts. What ran before it counts to ${until}.`;
  }
  const { entitlements, heldBack } = chooseLines(answered, from);
  const entitlement = entitlements.find((held) => held.licenceType === licenceType);
  if (entitlement === undefined) {
    return heldBack.some((held) => held.licenceType === licenceType && held.reason === 'currencies')
      ? `From ${day} the lines are in force in different currencies. Amounts in different currencies are never added, so they stand in no figure from that day.`
      : `From ${day} the lines count together, once every question about ${licenceType} is answered.`;
  }
  const { committedQuantity, unitPriceAYear, currency } = entitlement;
  const quantities = entitlement.lines.map((line) => formatCount(line.committedQuantity)).join(' + ');
  const price =
    unitPriceAYear === undefined
      ? 'A line has no price, so money is not known.'
      : `Idle seats are valued at the lowest price, ${currency} ${formatAmount(unitPriceAYear, currency)} a year.`;
  return `From ${day} the lines count together: ${quantities} = ${formatCount(committedQuantity)} seats. ${price}`;
}
