import { decimalsOf, type CurrencyCode, type MinorUnits } from '../../core/base/minorUnits.ts';
import { formatIsoDay } from '../../core/base/formatDay.ts';
import { formatShare, MINUS } from '../../core/base/formatNumber.ts';
import { numberCell, type CsvCell } from '../../core/inventory/csvText.ts';
import type { RateRange } from '../../core/reconcile/linePosition.ts';
import type { PositionView } from '../../worker/positionView.ts';
import type { ChosenLines } from './chosenLines.ts';
import type { Amounts } from './moneyRows.ts';
import { rateRows } from './rateWords.ts';
import { waterfallLabel } from './waterfallWords.ts';

const NOT_KNOWN = 'not known';

/** Digits with a point and a hyphen, in the currency's major unit: `-1234.50`. */
export function plainAmount(amount: MinorUnits | undefined, currency: CurrencyCode): string {
  if (amount === undefined) return NOT_KNOWN;
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/** A computed value as a number, or the words that stand where none is known. */
const valueCell = (value: string): CsvCell => (/^-?\d/.test(value) ? numberCell(value) : value);

/** A share in percent as the brief prints it, as plain digits without its sign; `n/a` of nothing. */
const plainPercent = (part: number, whole: number): string =>
  formatShare(part, whole)
    .replace(MINUS, '-')
    .replaceAll(/[^-\d./na]/g, '');

const AMOUNTS: readonly (readonly [
  id: string,
  figure: string,
  amount: (money: Amounts) => MinorUnits | undefined,
])[] = [
  ['F-083', 'Today', (money) => money.currentAnnual],
  ['F-084', 'Do nothing, next year', (money) => money.doNothingNextYear],
  ['F-085', 'Proposed, next year', (money) => money.proposedNextYear],
  ['F-086', 'Difference to doing nothing', (money) => money.difference],
  ['F-087', 'of which hard saving, below today’s spend', (money) => money.hardSaving],
  ['F-088', 'of which cost avoidance', (money) => money.costAvoidance],
  ['F-086/3y', 'Difference over three years, compounding', (money) => money.threeYears],
  ['F-089', 'Quantity effect at today’s price', (money) => money.quantityEffect],
  ['F-091', 'Exposure: all flagged seats at today’s price', (money) => money.exposure],
  ['F-092', 'Cash saving inside this term', (money) => money.inTermCashSaving],
];

/**
 * Waterfall, rates and money of what is shown, as rows of one exported table: plain numbers, each with its unit and
 * the figure id that the brief prints.
 */
export function positionTable(position: PositionView, chosen: ChosenLines): readonly (readonly CsvCell[])[] {
  const asOf = formatIsoDay(position.asOf);
  const all = chosen.onlyLicenceType ?? 'All licence types';
  const part = chosen.onlyLicenceType === undefined ? '' : `/${chosen.onlyLicenceType}`;
  const money = (licenceType: string, amounts: Amounts, named: string): readonly (readonly CsvCell[])[] =>
    AMOUNTS.map(([id, figure, amount]) => [
      asOf,
      licenceType,
      'Money',
      figure,
      `${id}/${named}`,
      valueCell(plainAmount(amount(amounts), amounts.currency)),
      amounts.currency,
      '',
    ]);
  return [
    ['Data as of', 'Licence type', 'Table', 'Figure', 'Figure id', 'Value', 'Unit', 'Note'],
    ...(chosen.commitment?.waterfall ?? []).map((step) => {
      const label = waterfallLabel(step, chosen.terms);
      return [asOf, all, 'Waterfall', label, `F-082/${label}`, numberCell(String(step.seats)), 'seats', ''];
    }),
    ...(chosen.position ? rateRows(chosen.position) : []).flatMap(({ id, rate, range, seats }) =>
      rateValues(range).map(([when, value]) => [
        asOf,
        all,
        'Rates',
        when === '' ? rate : `${rate}, ${when}`,
        `${id}${part}${when === '' ? '' : `/${when}`}`,
        valueCell(value),
        '%',
        seats,
      ]),
    ),
    ...chosen.lines
      .filter(({ money: { currency } }) => chosen.money.some((total) => total.currency === currency))
      .flatMap((line) => money(line.licenceType, line.money, line.licenceType)),
    ...(chosen.lines.length > 1
      ? chosen.money.flatMap((total) => money('All licence types', total, total.currency))
      : []),
  ];
}

/** One value, or the two ends of the range that unknown seats leave. */
const rateValues = ({
  part,
  whole,
  least,
  most,
  rangeWhole,
}: RateRange): readonly (readonly [string, string])[] =>
  least === most
    ? [['', plainPercent(part, whole)]]
    : [
        ['unknown counted as idle', plainPercent(least, rangeWhole)],
        ['unknown counted as active', plainPercent(most, rangeWhole)],
      ];
