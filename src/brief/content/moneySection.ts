import { listed } from '../../core/base/listed.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatMoney } from '../../core/base/formatNumber.ts';
import type { CurrencyCode } from '../../core/base/minorUnits.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import { formatBasisPoints } from '../../core/renewal/commitmentArithmetic.ts';
import type { LineMoney, MoneyTotals } from '../../core/renewal/lineMoney.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefLine } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { moneyFigure, NOT_KNOWN, textFigure, withRowId, type FigureId } from './printed.ts';
import { severalLinesNotes } from './severalLinesNotes.ts';
import { freeingStatements } from './statements.ts';

/** Section 12: what the next commitment costs as asked and otherwise, each kind of money apart. */
export function moneySection(input: BriefInput): BriefSection {
  const currencies = [...new Set(input.lines.map(({ money }) => money.currency))].toSorted();
  return {
    number: '12',
    title: 'Money',
    blocks: [
      ...freeingStatements(input),
      {
        kind: 'paragraph',
        text: [
          `All amounts are ${label(input.lines)}. Hard saving lies below today’s spend; cost avoidance is the rest of the difference to doing nothing. Exposure, reallocatable and reducible seats are never added, and neither are different currencies.`,
        ],
      },
      ...priceRequest(input.lines),
      ...severalLinesNotes(input),
      ...currencies.flatMap((currency) => currencyTables(input, currency)),
      ...roundingNote(input),
      {
        kind: 'note',
        text: [
          'Growth avoided: ',
          textFigure('F-090', NOT_KNOWN),
          '; the contract’s growth mechanism and its measurement basis are not stated, and none is assumed.',
        ],
      },
      ...runRateTable(input),
    ],
  };
}

/** "next commitment, from 1 Jan 2027", once per day on which one begins. */
function label(lines: readonly BriefLine[]): string {
  const starts = [
    ...new Set(lines.map(({ entitlement }) => nextCommitmentFrom(entitlement.termEnd))),
  ].toSorted((a, b) => a - b);
  return starts.length === 0
    ? 'those of the next commitment'
    : `a year at the next commitment, from ${listed(starts.map(formatDay))}`;
}

function priceRequest(lines: readonly BriefLine[]): readonly BriefBlock[] {
  const prices = lines
    .flatMap(({ entitlement }) => entitlement.lines)
    .flatMap(({ licenceType, unitPriceAYear, currency }) =>
      unitPriceAYear === undefined
        ? []
        : [`${formatMoney(unitPriceAYear, currency)} a seat and year for ${licenceType}`],
    );
  if (prices.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: [
        `The request holds the unit price at the lower quantity: ${listed(prices)}, before any agreed uplift.`,
      ],
    },
  ];
}

/** Licence types beside each other in one table. */
const COLUMNS = 3;

function currencyTables(input: BriefInput, currency: CurrencyCode): readonly BriefBlock[] {
  const own = input.lines.filter(({ money }) => money.currency === currency);
  const total = own.length > 1 ? input.money.find((money) => money.currency === currency) : undefined;
  const columns: readonly MoneyColumn[] = [
    ...own.map(({ licenceType, money }) => ({ header: licenceType, money, price: money })),
    ...(total ? [{ header: `All in ${currency}`, part: currency, money: total, price: undefined }] : []),
  ];
  const chunks = Array.from({ length: Math.ceil(columns.length / COLUMNS) }, (_, index) =>
    columns.slice(index * COLUMNS, (index + 1) * COLUMNS),
  );
  return chunks.flatMap((chunk, index) => [
    amountsTable(`Amounts in ${currency} a year${index === 0 ? '' : ' (continued)'}`, MAIN_ROWS, chunk),
    amountsTable('Shown apart, never added to the above', APART_ROWS, chunk),
  ]);
}

interface MoneyColumn {
  readonly header: string;
  /** What completes the figure ids; the header when absent. */
  readonly part?: string;
  readonly money: LineMoney | MoneyTotals;
  /** Price and uplift; a total has none. */
  readonly price: LineMoney | undefined;
}

type MoneyRow = readonly [label: string, cell: (column: MoneyColumn, part: string) => Cell];

const amountRow = (
  label: string,
  id: FigureId,
  amount: (money: LineMoney | MoneyTotals) => LineMoney['difference'],
  /** Tells this amount from another of the same id in the column. */
  variant?: string,
): MoneyRow => [
  label,
  ({ money }, part) =>
    variant === undefined
      ? moneyFigure(id, amount(money), money.currency, part)
      : withRowId(moneyFigure(id, amount(money), money.currency, `${variant}/${part}`), `${id}/${variant}`),
];

const MAIN_ROWS: readonly MoneyRow[] = [
  [
    'Unit price a year',
    ({ price, money }) =>
      price === undefined
        ? ''
        : price.unitPriceAYear === undefined
          ? NOT_KNOWN
          : formatMoney(price.unitPriceAYear, money.currency),
  ],
  [
    'Uplift at renewal',
    ({ price }) => (price === undefined ? '' : formatBasisPoints(price.upliftBasisPoints)),
  ],
  amountRow('Today', 'F-083', (money) => money.currentAnnual),
  amountRow('Do nothing, next year', 'F-084', (money) => money.doNothingNextYear),
  amountRow('Proposed, next year', 'F-085', (money) => money.proposedNextYear),
  amountRow('Difference to doing nothing', 'F-086', (money) => money.difference),
  amountRow('– of which hard saving, below today’s spend', 'F-087', (money) => money.hardSaving),
  amountRow('– of which cost avoidance', 'F-088', (money) => money.costAvoidance),
  amountRow('Difference over three years, compounding', 'F-086', (money) => money.threeYears, '3y'),
];

const APART_ROWS: readonly MoneyRow[] = [
  amountRow('Cash saving inside this term', 'F-092', (money) => money.inTermCashSaving),
  amountRow('Quantity effect at today’s price', 'F-089', (money) => money.quantityEffect),
  amountRow('Exposure: all flagged seats at today’s price', 'F-091', (money) => money.exposure),
];

const amountsTable = (
  caption: string,
  rows: readonly MoneyRow[],
  columns: readonly MoneyColumn[],
): BriefBlock =>
  buildTable(
    caption,
    [texts('Amount', 2), ...columns.map(({ header }) => numbers(header, 1))],
    // A total has neither price nor uplift.
    rows
      .map(([label, cell]) => [label, ...columns.map((column) => cell(column, column.part ?? column.header))])
      .filter(([, ...cells]) => cells.some((cell) => cell !== '')),
  );

/** Every amount is rounded once, so that amounts taken from each other on paper may miss a third by one unit. */
function roundingNote({ lines }: BriefInput): readonly BriefBlock[] {
  const differs = (
    whole: number | undefined,
    less: number | undefined,
    printed: number | undefined,
  ): boolean =>
    whole !== undefined && less !== undefined && printed !== undefined && whole - less !== printed;
  const missed = lines.some(
    ({ money }) =>
      differs(money.doNothingNextYear, money.proposedNextYear, money.difference) ||
      (money.hardSaving !== 0 && differs(money.currentAnnual, money.proposedNextYear, money.hardSaving)),
  );
  if (!missed) return [];
  return [
    {
      kind: 'note',
      text: [
        'Each amount of a licence type is rounded once, by itself. A difference taken between two printed amounts may therefore miss the printed one by the smallest unit of the currency; totals are sums of the printed amounts.',
      ],
    },
  ];
}

function runRateTable({ runRate, asOf, fiscalYearStart }: BriefInput): readonly BriefBlock[] {
  if (runRate === undefined || runRate.length === 0) return [];
  return [
    // Before its table: what stands last may have a page to itself.
    {
      kind: 'note',
      text: [
        `Net run-rate: seats reclaimed and not held again, at the prices of ${formatDay(asOf)}. Year to date: every day from the recovery, at the earliest from the start of the fiscal year on ${formatDay(fiscalYearStart)}, to ${formatDay(asOf)}, at the lowest price in force on that day, over 365. It is not known where no contract line states a price for one of these days.`,
      ],
    },
    buildTable(
      'Value of reclaimed capacity; not cash while the contract gives no reduction right',
      [texts('Evidence', 4), numbers('Net run-rate a year', 4), numbers('Year to date', 4)],
      runRate.flatMap(({ currency, net, yearToDate }) =>
        (['verified', 'attested'] as const).map((proof) => [
          `${proof === 'verified' ? 'Verified' : 'Attested'}, ${currency}`,
          withRowId(moneyFigure('F-093', net[proof], currency, `${proof}/${currency}`), `F-093/${proof}`),
          withRowId(
            moneyFigure('F-093', yearToDate[proof], currency, `year to date/${proof}/${currency}`),
            `F-093/year to date/${proof}`,
          ),
        ]),
      ),
      runRate.map(({ currency, net, yearToDate }) => [
        `All in ${currency}`,
        moneyFigure('F-093', net.all, currency, currency),
        withRowId(
          moneyFigure('F-093', yearToDate.all, currency, `year to date/${currency}`),
          'F-093/year to date',
        ),
      ]),
    ),
  ];
}
