import { formatDay } from '../../core/base/formatDay.ts';
import { formatMoney } from '../../core/base/formatNumber.ts';
import type { CurrencyCode } from '../../core/base/minorUnits.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import type { LineMoney, MoneyTotals } from '../../core/renewal/lineMoney.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefLine } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { listed, moneyFigure, NOT_KNOWN, textFigure } from './printed.ts';
import { freeingStatements } from './statements.ts';
import { percent } from './waterfallSteps.ts';

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
      ...currencies.flatMap((currency) => currencyTables(input, currency)),
      ...runRateTable(input),
      {
        kind: 'note',
        text: [
          'Growth avoided: ',
          textFigure('F-090', NOT_KNOWN),
          '; the contract’s growth mechanism and its measurement basis are not stated, and none is assumed.',
        ],
      },
    ],
  };
}

/** "next commitment, from 1 Jan 2027", once per day on which one begins. */
function label(lines: readonly BriefLine[]): string {
  const starts = [...new Set(lines.map(({ line }) => nextCommitmentFrom(line.termEnd)))].toSorted(
    (a, b) => a - b,
  );
  return starts.length === 0
    ? 'those of the next commitment'
    : `a year at the next commitment, from ${listed(starts.map(formatDay))}`;
}

function priceRequest(lines: readonly BriefLine[]): readonly BriefBlock[] {
  const prices = lines.flatMap(({ licenceType, line }) =>
    line.unitPriceAYear === undefined
      ? []
      : [`${formatMoney(line.unitPriceAYear, line.currency)} a seat and year for ${licenceType}`],
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

function currencyTables(input: BriefInput, currency: CurrencyCode): readonly BriefBlock[] {
  const own = input.lines.filter(({ money }) => money.currency === currency);
  const total = own.length > 1 ? input.money.find((money) => money.currency === currency) : undefined;
  const amount = (id: Parameters<typeof moneyFigure>[0], value: LineMoney['difference'], part: string) =>
    moneyFigure(id, value, currency, part);
  const compared = (name: string, money: LineMoney | MoneyTotals, part: string): readonly Cell[] => [
    name,
    amount('F-083', money.currentAnnual, part),
    amount('F-084', money.doNothingNextYear, part),
    amount('F-085', money.proposedNextYear, part),
    amount('F-086', money.difference, part),
  ];
  const split = (name: string, money: LineMoney | MoneyTotals, part: string): readonly Cell[] => [
    name,
    amount('F-086', money.difference, part),
    amount('F-087', money.hardSaving, part),
    amount('F-088', money.costAvoidance, part),
    amount('F-086', money.threeYears, `three years/${part}`),
  ];
  const apart = (name: string, money: LineMoney | MoneyTotals, part: string): readonly Cell[] => [
    name,
    amount('F-092', money.inTermCashSaving, part),
    amount('F-089', money.quantityEffect, part),
    amount('F-091', money.exposure, part),
  ];
  const table = (
    caption: string,
    columns: Parameters<typeof buildTable>[1],
    row: (name: string, money: LineMoney | MoneyTotals, part: string) => readonly Cell[],
  ): BriefBlock =>
    buildTable(
      caption,
      columns,
      own.map(({ licenceType, money }) => row(licenceType, money, licenceType)),
      total ? [row(`All in ${currency}`, total, currency)] : [],
    );
  return [
    { kind: 'heading', text: `Amounts in ${currency}` },
    buildTable(
      'Prices that the amounts rest on',
      [texts('Licence type', 4), numbers('Unit price a year', 3), numbers('Uplift at renewal', 3)],
      own.map(({ licenceType, line, money }) => [
        licenceType,
        money.unitPriceAYear === undefined ? NOT_KNOWN : formatMoney(money.unitPriceAYear, currency),
        percent(line.upliftBasisPoints),
      ]),
    ),
    table(
      'Today, do nothing and proposed, a year',
      [
        texts('Licence type', 4),
        numbers('Today', 4),
        numbers('Do nothing', 4),
        numbers('Proposed', 4),
        numbers('Difference to do nothing', 4),
      ],
      compared,
    ),
    table(
      'The difference, split',
      [
        texts('Licence type', 4),
        numbers('Difference', 4),
        numbers('Hard saving', 4),
        numbers('Cost avoidance', 4),
        numbers('Difference over three years', 4),
      ],
      split,
    ),
    table(
      'Shown apart, never added to the above',
      [
        texts('Licence type', 4),
        numbers('Cash saving inside this term', 4),
        numbers('Quantity effect at today’s price', 4),
        numbers('Exposure: flagged seats × price', 4),
      ],
      apart,
    ),
  ];
}

function runRateTable({ runRate }: BriefInput): readonly BriefBlock[] {
  if (runRate === undefined || runRate.length === 0) return [];
  return [
    buildTable(
      'Value of reclaimed capacity; not cash while the contract gives no reduction right',
      [
        texts('Currency', 2),
        numbers('Net run-rate a year', 4),
        numbers('of which verified', 4),
        numbers('Year to date', 4),
      ],
      runRate.map((rate) => [
        rate.currency,
        moneyFigure('F-093', rate.net, rate.currency, rate.currency),
        moneyFigure('F-093', rate.netVerified, rate.currency, `verified/${rate.currency}`),
        moneyFigure('F-093', rate.yearToDate, rate.currency, `year to date/${rate.currency}`),
      ]),
    ),
  ];
}
