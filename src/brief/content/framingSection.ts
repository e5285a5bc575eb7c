import { listed } from '../../core/base/listed.ts';
import { readIsoDay, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import type { HeldBack } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { findOverlaps } from '../../core/contract/findOverlaps.ts';
import { replacementSentence } from '../../core/contract/wordEntitlement.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefLine } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { counted, countFigure, formatRecordedDay, NOT_KNOWN, textFigure } from './printed.ts';
import { observedSources } from './observedSources.ts';
import { severalLinesNotes } from './severalLinesNotes.ts';
import { BUYER_PREPARED, freeingStatements, REPRODUCIBLE } from './statements.ts';

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
      REPRODUCIBLE,
      FIGURE_IDS,
      SECTION_NUMBERS,
      ...contractTables(input),
      ...severalLinesNotes(input),
      ...replacementNotes(input),
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
    'The small raised codes are figure ids. In a table the row completes the id: F-001 in the row Fulfiller is F-001/Fulfiller; in the table of steps the heading does, as in F-082/Candidates.',
  ],
};

const SECTION_NUMBERS: BriefBlock = {
  kind: 'note',
  text: [
    'Section 9 is followed by section 12: sections 10 (units) and 11 (modules) join once costs and use are loaded and attributed to units and modules.',
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
      input.lines.flatMap(lineRows),
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
      linesInForce(input).map((line) => [
        line.licenceType,
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

const linesInForce = ({ lines }: BriefInput): readonly ContractLine[] =>
  lines.flatMap(({ entitlement }) => entitlement.lines);

/** Every line of a licence type; where there are several, what they come to together stands below them. */
function lineRows({ licenceType, entitlement }: BriefLine): readonly (readonly Cell[])[] {
  const { lines, committedQuantity, termEnd } = entitlement;
  const total = countFigure('F-001', committedQuantity, licenceType);
  const several = lines.length > 1;
  const rows = lines.map((line): readonly Cell[] => [
    licenceType,
    `${line.vendor}, ${line.product}`,
    several ? formatCount(line.committedQuantity) : total,
    `${formatDay(line.termStart)} to ${formatDay(line.termEnd)}`,
    formatDay(nextCommitmentFrom(line.termEnd)),
  ]);
  if (!several) return rows;
  const together = `${counted(lines.length, 'line')} together`;
  return [...rows, [licenceType, together, total, '', formatDay(nextCommitmentFrom(termEnd))]];
}

/** What a replacement ended, for licence types with a line in force. */
function replacementNotes({ lines, contractLines }: BriefInput): readonly BriefBlock[] {
  return findOverlaps(contractLines)
    .filter(
      ({ answer, licenceType }) =>
        answer === 'replacement' && lines.some((line) => line.licenceType === licenceType),
    )
    .map((overlap) => ({ kind: 'note', text: [replacementSentence(overlap)] }));
}

function noticeText({ notice }: ContractLine): string {
  if (notice === undefined) return NOT_KNOWN;
  return counted(notice.length, notice.unit === 'days' ? 'day' : 'month');
}

function heldBackNotes({ heldBack }: BriefInput): readonly BriefBlock[] {
  const note = (reason: HeldBack['reason'], why: string): readonly BriefBlock[] => {
    const named = heldBack.filter((held) => held.reason === reason).map(({ licenceType }) => licenceType);
    return named.length === 0 ? [] : [{ kind: 'note', text: [`Held back: ${listed(named)}. ${why}`] }];
  };
  return [
    ...note(
      'overlap',
      'Lines of one licence type overlap, and whether the second is additional or a replacement is not answered; neither is in a figure.',
    ),
    ...note(
      'currencies',
      'Lines of one licence type that are in force together are in different currencies, which are never added; none is in a figure.',
    ),
  ];
}

function datesTable(input: BriefInput): BriefBlock {
  const { workBack } = input;
  const day = (value: Parameters<typeof formatDay>[0] | undefined): string =>
    value === undefined ? NOT_KNOWN : formatDay(value);
  const measured = input.policyVersions.at(-1)?.measurements.at(-1);
  const observed = observedSources(input);
  const earliest = Math.min(
    ...observed.map(({ asOf, source }) => source.historyStart ?? asOf),
    ...(input.logs ?? []).map(({ historyStart }) => historyStart),
  );
  const span = observed.length === 0 ? NOT_KNOWN : counted(input.asOf - earliest, 'day');
  const briefDate = readIsoDay(input.options.briefDate);
  const passed = (value: EpochDay | undefined): string =>
    value !== undefined && briefDate !== undefined && value < briefDate && !input.client.sample
      ? 'passed by the brief date'
      : '';
  const rows: readonly (readonly Cell[])[] = [
    ['Data as of', formatDay(input.asOf), 'every figure describes this day'],
    [
      'Measured on',
      measured ? formatRecordedDay(measured.at) : NOT_KNOWN,
      'by the clock of the customer’s device',
    ],
    ['Observation span', textFigure('F-045', span), observationRemark(observed.length, input)],
    ['Brief date', day(briefDate), ''],
    [
      'Notice date',
      day(workBack?.noticeDate),
      [noticeRemark(workBack?.advisory), passed(workBack?.noticeDate)]
        .filter((part) => part !== '')
        .join('; '),
    ],
    ['Notice to be sent by', day(workBack?.sendNoticeBy), passed(workBack?.sendNoticeBy)],
    ['Verification export by', day(workBack?.verificationExportBy), passed(workBack?.verificationExportBy)],
    ['Freeze by', day(workBack?.freezeBy), passed(workBack?.freezeBy)],
    ['Users to be told by', day(workBack?.notifyUsersBy), passed(workBack?.notifyUsersBy)],
  ];
  return buildTable('Dates', [texts('What', 3), texts('Date', 2), texts('Remark', 5)], rows);
}

/** How many lists and logs were observed. */
function observationRemark(snapshots: number, { logs = [] }: BriefInput): string {
  const lists = counted(snapshots, 'snapshot');
  return logs.length === 0 ? lists : `${lists}, ${counted(logs.length, 'activity log')}`;
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
  if (input.client.sample) {
    return [
      {
        kind: 'note',
        text: [`The sample is dated ${formatDay(input.asOf)}; its dates are not judged by the brief date.`],
      },
    ];
  }
  return [
    {
      kind: 'note',
      text: ['Notice window missed; plan for the following term or negotiate. All figures are still shown.'],
    },
  ];
}
