import { decimalsOf, type CurrencyCode, type MinorUnits } from '../../core/base/minorUnits.ts';
import { formatAmount, formatCount } from '../../core/base/formatNumber.ts';
import type { MoneyTotals } from '../../core/renewal/lineMoney.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { formatBasisPoints } from '../../core/renewal/commitmentArithmetic.ts';

export type PositionLine = PositionView['lines'][number];

export interface MoneyRow {
  readonly key: string;
  readonly label: string;
  readonly kind: 'line' | 'total' | 'part' | 'apart';
  readonly today: string;
  readonly doNothing: string;
  readonly proposed: string;
  readonly amount: string;
}

const NOT_KNOWN = 'not known';

/** What a line and a sum of lines have in common. */
export type Amounts = Omit<MoneyTotals, 'lines'>;

type Printer = (amount: MinorUnits | undefined) => string;

/** Amounts of one currency: without decimals when every amount has none, else all with. */
function printerOf(currency: CurrencyCode, amounts: readonly (MinorUnits | undefined)[]): Printer {
  const unit = 10 ** decimalsOf(currency);
  const whole = amounts.every((amount) => amount === undefined || amount % unit === 0);
  return (amount) =>
    amount === undefined ? NOT_KNOWN : whole ? formatCount(amount / unit) : formatAmount(amount, currency);
}

const amountsOf = (money: Amounts): readonly (MinorUnits | undefined)[] => [
  money.currentAnnual,
  money.doNothingNextYear,
  money.proposedNextYear,
  money.difference,
  money.hardSaving,
  money.costAvoidance,
  money.threeYears,
  money.quantityEffect,
  money.exposure,
  money.inTermCashSaving,
];

function lineLabel(
  { licenceType, commitment, money }: PositionLine,
  several: boolean,
  isLowestPrice: boolean,
): string {
  const seats = `${formatCount(commitment.current)} → ${formatCount(commitment.recommended)} seats`;
  const price =
    money.unitPriceAYear === undefined
      ? 'price not known'
      : `at ${formatAmount(money.unitPriceAYear, money.currency)}${isLowestPrice ? ', the lowest price' : ''}, uplift ${formatBasisPoints(money.upliftBasisPoints)}`;
  return `${several ? `${licenceType}: ` : ''}${seats} ${price}`;
}

/** The seats that a quantity effect adds up: what may be reduced, and apart from it what must grow. */
function effectSeats(lines: readonly PositionLine[]): string {
  const changes = lines.map(({ commitment }) => commitment.reduction);
  const sum = (seats: readonly number[]): number => seats.reduce((total, count) => total + count, 0);
  const fewer = sum(changes.filter((change) => change > 0));
  const more = -sum(changes.filter((change) => change < 0));
  return `${formatCount(fewer)} reducible seats${more === 0 ? '' : `, ${formatCount(more)} more needed`}`;
}

/**
 * The money of one currency as rows: what is paid today, with nothing done, and as proposed; the difference in its
 * two parts; and apart from them, never added, what is exposed and what is saved inside the term. `severalPrices`
 * names the licence types whose lines in force have several prices.
 */
export function moneyRows(
  totals: Amounts,
  lines: readonly PositionLine[],
  severalPrices: ReadonlySet<string> = new Set(),
): readonly MoneyRow[] {
  const { currency } = totals;
  const own = lines.filter(({ money }) => money.currency === currency);
  const print = printerOf(currency, [totals, ...own.map(({ money }) => money)].flatMap(amountsOf));
  const row = (key: string, label: string, kind: MoneyRow['kind'], amount: string): MoneyRow => ({
    key: `${currency} ${key}`,
    label,
    kind,
    today: '',
    doNothing: '',
    proposed: '',
    amount,
  });
  const sums = (key: string, label: string, kind: MoneyRow['kind'], money: Amounts): MoneyRow => ({
    ...row(key, label, kind, print(money.difference)),
    today: print(money.currentAnnual),
    doNothing: print(money.doNothingNextYear),
    proposed: print(money.proposedNextYear),
  });
  return [
    ...own.map((line) =>
      sums(
        line.licenceType,
        lineLabel(line, lines.length > 1, severalPrices.has(line.licenceType)),
        'line',
        line.money,
      ),
    ),
    ...(own.length > 1 ? [sums('all', `All lines in ${currency}`, 'total', totals)] : []),
    row('hard', 'of which hard saving, below today’s spend', 'part', print(totals.hardSaving)),
    row('avoidance', 'of which cost avoidance', 'part', print(totals.costAvoidance)),
    row('years', 'Difference over three years, compounding', 'apart', print(totals.threeYears)),
    row(
      'effect',
      `Quantity effect at today’s price, ${effectSeats(own)}`,
      'apart',
      print(totals.quantityEffect),
    ),
    row('exposure', 'Exposure: all flagged seats at today’s price', 'apart', print(totals.exposure)),
    row('cash', 'Cash saving inside this term', 'apart', print(totals.inTermCashSaving)),
  ];
}
