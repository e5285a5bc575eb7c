import { readIsoDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { counted, countFigure, formatRecordedDay, listed, NOT_KNOWN, textFigure } from './printed.ts';
import { BUYER_PREPARED, freeingStatements } from './statements.ts';

/** Days by which the data may be older than the brief date before the brief must say so. */
const FRESH_DAYS = 30;

const REDUCTION_RIGHTS = { none: 'none', atAnniversary: 'at anniversary', anyTime: 'any time' } as const;
const DEACTIVATED = { notStated: 'not stated', no: 'no', yes: 'yes' } as const;

/** Section 2: what this concerns, the contract facts, the dates and the span of observation. */
export function framingSection(input: BriefInput): BriefSection {
  return {
    number: '2',
    title: 'Framing',
    blocks: [
      ...freeingStatements(input),
      BUYER_PREPARED,
      FIGURE_IDS,
      ...contractTables(input),
      ...heldBackNotes(input),
      datesTable(input),
      ...staleNote(input),
      ...missedNote(input),
    ],
  };
}

const FIGURE_IDS: BriefBlock = {
  kind: 'note',
  text: [
    'The small raised codes are figure ids. In a table the row completes the id: F-001 in the row Fulfiller is F-001/Fulfiller.',
  ],
};

function contractTables(input: BriefInput): readonly BriefBlock[] {
  if (input.lines.length === 0) return [];
  return [
    buildTable(
      'Contract lines in force on the data-as-of date',
      [
        texts('Licence type', 5),
        texts('Vendor, product', 5),
        numbers('Seats', 2),
        texts('Term', 5),
        texts('Next commitment', 3),
      ],
      input.lines.map(({ licenceType, line }) => [
        licenceType,
        `${line.vendor}, ${line.product}`,
        countFigure('F-001', line.committedQuantity, licenceType),
        `${formatDay(line.termStart)} to ${formatDay(line.termEnd)}`,
        formatDay(nextCommitmentFrom(line.termEnd)),
      ]),
    ),
    buildTable(
      'Terms, as typed by the customer from the contract',
      [
        texts('Licence type', 5),
        texts('Reduction right', 3),
        texts('Notice', 3),
        texts('Renews by itself', 3),
        numbers('Minimum', 2),
        numbers('Lot', 2),
        texts('Deactivated accounts count', 4),
      ],
      input.lines.map(({ licenceType, line }) => [
        licenceType,
        REDUCTION_RIGHTS[line.reductionRight],
        noticeText(line),
        line.renewsAutomatically ? 'yes' : 'no',
        line.minimumQuantity === 0 ? 'none' : formatCount(line.minimumQuantity),
        formatCount(line.lotSize),
        DEACTIVATED[line.deactivatedCounts],
      ]),
    ),
  ];
}

function noticeText({ notice }: ContractLine): string {
  if (notice === undefined) return NOT_KNOWN;
  return counted(notice.length, notice.unit === 'days' ? 'day' : 'month');
}

function heldBackNotes(input: BriefInput): readonly BriefBlock[] {
  if (input.heldBack.length === 0) return [];
  return [
    {
      kind: 'note',
      text: [
        `Held back: ${listed(input.heldBack)}. Lines of one licence type overlap, and whether the second is additional or a replacement is not answered; neither is in a figure.`,
      ],
    },
  ];
}

function datesTable(input: BriefInput): BriefBlock {
  const { workBack } = input;
  const day = (value: Parameters<typeof formatDay>[0] | undefined): string =>
    value === undefined ? NOT_KNOWN : formatDay(value);
  const measured = input.policyVersions.at(-1)?.measurements.at(-1);
  const earliest = Math.min(...input.sources.map(({ asOf, source }) => source.historyStart ?? asOf));
  const span = input.sources.length === 0 ? NOT_KNOWN : counted(input.asOf - earliest, 'day');
  const briefDate = readIsoDay(input.options.briefDate);
  const rows: readonly (readonly Cell[])[] = [
    ['Data as of', formatDay(input.asOf), 'every figure describes this day'],
    [
      'Measured on',
      measured ? formatRecordedDay(measured.at) : NOT_KNOWN,
      'by the clock of the customer’s device',
    ],
    ['Observation span', textFigure('F-045', span), `${counted(input.sources.length, 'snapshot')}`],
    ['Brief date', day(briefDate), ''],
    ['Notice date', day(workBack?.noticeDate), noticeRemark(workBack?.advisory)],
    ['Notice to be sent by', day(workBack?.sendNoticeBy), ''],
    ['Verification export by', day(workBack?.verificationExportBy), ''],
    ['Freeze by', day(workBack?.freezeBy), ''],
    ['Users to be told by', day(workBack?.notifyUsersBy), ''],
  ];
  return buildTable('Dates', [texts('What', 3), texts('Date', 2), texts('Remark', 5)], rows);
}

function noticeRemark(advisory: boolean | undefined): string {
  if (advisory === undefined) return 'the contract line states no notice';
  return advisory
    ? 'advisory: the contract does not renew by itself'
    : 'last business day on which the contract can be changed';
}

function staleNote(input: BriefInput): readonly BriefBlock[] {
  const briefDate = readIsoDay(input.options.briefDate);
  const age = briefDate === undefined ? 0 : briefDate - input.asOf;
  if (age <= FRESH_DAYS) return [];
  return [{ kind: 'note', text: [`Data are ${counted(age, 'day')} older than the brief date.`] }];
}

function missedNote(input: BriefInput): readonly BriefBlock[] {
  const briefDate = readIsoDay(input.options.briefDate);
  if (briefDate === undefined || input.workBack === undefined || input.workBack.noticeDate >= briefDate)
    return [];
  return [
    {
      kind: 'note',
      text: ['Notice window missed; plan for the following term or negotiate. All figures are still shown.'],
    },
  ];
}
