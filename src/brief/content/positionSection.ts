import { listed } from '../../core/base/listed.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatChange, formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import { formatRate } from '../../core/reconcile/formatRate.ts';
import { commitmentArithmetic } from '../../core/renewal/commitmentArithmetic.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { BriefBlock, BriefSection, Inline, WaterfallStep } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts } from './buildTable.ts';
import { leftOutSteps } from './drawnSteps.ts';
import { countFigure, moneyFigure, seats, textFigure } from './printed.ts';
import { freeingStatements } from './statements.ts';
import { waterfallSteps, waterfallTerms } from './waterfallSteps.ts';

/** Section 1: the request, three figures and the way from the current commitment to the proposed one. */
export function positionSection(input: BriefInput): BriefSection {
  return {
    number: '1',
    title: 'Position on one page',
    blocks: request(input),
  };
}

function request(input: BriefInput): readonly BriefBlock[] {
  const { total } = input;
  if (total === undefined) {
    return [
      {
        kind: 'paragraph',
        text: ['No contract line is in force on the data-as-of date: the position is not known.'],
      },
      ...freeingStatements(input),
    ];
  }
  const { position, commitment } = total;
  const steps = waterfallSteps(commitment, input);
  return [
    { kind: 'paragraph', text: headline(input, commitment), lead: true },
    ...provenSentence(total, input),
    // Before the tables, so that it stays on the first page whatever their length.
    ...freeingStatements(input),
    {
      kind: 'bigFigures',
      figures: [
        {
          label: 'Effective utilisation',
          figure: textFigure('F-032', formatRate(position.effectiveUtilisation)),
          note: `${formatCount(position.inUse)} of ${seats(position.entitled)} entitled are in use`,
        },
        {
          label: 'Seats proven free',
          figure: countFigure('F-053', input.reclaimed.verified),
          note: `verified by a later export; ${formatCount(input.reclaimed.attested)} more recorded by a person`,
        },
        {
          label: commitment.doNotReduce ? 'Need with buffer' : 'Seats requested',
          figure: countFigure('F-080', commitment.recommended),
          note: `today ${formatCount(commitment.current)}`,
        },
      ],
    },
    { kind: 'waterfall', caption: waterfallCaption(steps), steps },
    waterfallTable(steps),
    ...perLicenceType(input),
    ...askInMoney(input),
  ];
}

function headline(input: BriefInput, commitment: LineCommitment): readonly Inline[] {
  if (commitment.doNotReduce) {
    const relation = commitment.recommended === commitment.current ? 'at' : 'above';
    return [
      `Need and buffer are ${relation} the current ${seats(commitment.current)}. The honest answer is: do not reduce.`,
    ];
  }
  const starts = [...new Set(input.lines.map(({ entitlement }) => nextCommitmentFrom(entitlement.termEnd)))];
  const [start] = starts;
  const from =
    start === undefined || starts.length > 1 ? 'from the end of each term' : `from ${formatDay(start)}`;
  return [
    'We will commit to ',
    countFigure('F-080', commitment.recommended),
    ` seats ${from} (today ${formatCount(commitment.current)}, `,
    textFigure('F-081', formatShare(-commitment.reduction, commitment.current)),
    ').',
  ];
}

/** What the request rests on today: how many candidates are freed, and how the commitment comes about without the others. */
function provenSentence(
  { commitment, proven }: NonNullable<BriefInput['total']>,
  input: BriefInput,
): readonly BriefBlock[] {
  if (commitment.candidates === 0) return [];
  const others = proven.freed === 0 ? 'them' : 'the others';
  return [
    {
      kind: 'paragraph',
      text: [
        countFigure('F-053', proven.freed, 'freed'),
        ' of the ',
        countFigure('F-021', commitment.candidates),
        ` ${commitment.candidates === 1 ? 'candidate' : 'candidates'} ${proven.freed === 1 ? 'is' : 'are'} freed so far; without ${others} the commitment would be `,
        countFigure('F-080', proven.recommended, 'freed'),
        `: ${commitmentArithmetic(proven.commitment, waterfallTerms(input))}`,
      ],
    },
  ];
}

/** Steps that change nothing are not drawn; the caption names them. */
function waterfallCaption(steps: readonly WaterfallStep[]): string {
  const left = leftOutSteps(steps).map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  const without = left.length === 0 ? '' : `; no change by ${listed(left)}`;
  return `From the current commitment to the proposed one, seats${without}`;
}

const waterfallTable = (steps: readonly WaterfallStep[]): BriefBlock =>
  buildTable(
    'The same in numbers',
    steps.map(({ label }) => numbers(label, 1)),
    [steps.map(({ label, shown }) => textFigure('F-082', shown, label))],
  );

function perLicenceType(input: BriefInput): readonly BriefBlock[] {
  if (input.lines.length < 2) return [];
  return [
    buildTable(
      'The request by licence type',
      [
        texts('Licence type', 4),
        numbers('Today', 2),
        numbers('Requested', 2),
        numbers('Change', 2),
        texts('From', 2),
      ],
      input.lines.map(({ licenceType, entitlement, commitment }) => [
        licenceType,
        countFigure('F-001', commitment.current, licenceType),
        countFigure('F-080', commitment.recommended, licenceType),
        textFigure(
          'F-081',
          commitment.doNotReduce ? 'do not reduce' : formatChange(-commitment.reduction),
          licenceType,
        ),
        formatDay(nextCommitmentFrom(entitlement.termEnd)),
      ]),
    ),
  ];
}

function askInMoney(input: BriefInput): readonly BriefBlock[] {
  if (input.money.length === 0) return [];
  return [
    buildTable(
      'The request in money a year, at the next commitment',
      [
        texts('Currency', 2),
        numbers('Do nothing', 3),
        numbers('Proposed', 3),
        numbers('Difference', 3),
        numbers('of which hard saving', 3),
      ],
      input.money.map((money) => [
        money.currency,
        moneyFigure('F-084', money.doNothingNextYear, money.currency, money.currency),
        moneyFigure('F-085', money.proposedNextYear, money.currency, money.currency),
        moneyFigure('F-086', money.difference, money.currency, money.currency),
        moneyFigure('F-087', money.hardSaving, money.currency, money.currency),
      ]),
    ),
  ];
}
