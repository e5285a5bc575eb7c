import { formatCount } from '../../core/base/formatNumber.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import type { UnknownReason } from '../../core/policy/evaluation.ts';
import { sumCounts } from '../../core/reconcile/seatSets.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { countFigure, formatRecordedDay, NOT_KNOWN } from './printed.ts';
import { COUNTED_AS_NEEDED, NOT_IN_THE_REQUEST } from './statements.ts';

const REASONS: Readonly<Record<UnknownReason, string>> = {
  nothingReadable: 'no date could be read',
  historyTooShort: 'the history is shorter than the window',
  cannotTellNewFromNeverUsed: 'new and never used cannot be told apart',
  noUsageSource: 'no source of use is loaded for the licence type',
};

/** Section 8: the fair-play list: every group that was left alone, with its count and the rule. */
export function notCountedSection(input: BriefInput): BriefSection {
  const counts = sumCounts(input.counts.map((entry) => entry.counts));
  const policy = input.policyVersions.at(-1)?.policy;
  const window = policy === undefined ? 'the window' : `${policy.windows.dormancy} days`;
  const rows: readonly (readonly Cell[])[] = [
    [
      CATEGORY_NAMES.nonHuman,
      countFigure('F-005', counts.nonHuman),
      'service, integration and shared accounts; they consume seats and are listed, never reclaimed',
    ],
    ...byClass(input),
    [
      CATEGORY_NAMES.periodic,
      countFigure('F-017', counts.periodic),
      'a rhythm is shown by the data or declared by a person; ends when the seat misses its own rhythm',
    ],
    ...byType(input),
    [
      CATEGORY_NAMES.tooNew,
      countFigure('F-018', counts.tooNew),
      `held for less than ${window} and not used yet`,
    ],
    [
      CATEGORY_NAMES.excepted,
      countFigure('F-019', counts.excepted),
      `a recorded exception or absence that expires; of which in use: ${input.exceptedInUse === undefined ? NOT_KNOWN : formatCount(input.exceptedInUse)}`,
    ],
    [CATEGORY_NAMES.unknown, countFigure('F-020', counts.unknown), 'no evidence decides; counted as needed'],
    ...byReason(input),
    borderlineRow(input, counts.borderline),
  ];
  return {
    number: '8',
    title: 'What we did not count',
    blocks: [
      NOT_IN_THE_REQUEST,
      COUNTED_AS_NEEDED,
      buildTable(
        'Seats left out of the request, with the rule',
        [texts('Group', 4), numbers('Seats', 2), texts('Rule', 9)],
        rows,
      ),
      ...waiver(input),
    ],
  };
}

const sub = (text: string): string => `– ${text}`;

function byClass({ nonHumanByClass }: BriefInput): readonly (readonly Cell[])[] {
  if (nonHumanByClass === undefined) return [];
  const { service, integration, shared } = nonHumanByClass;
  return [
    [sub('service'), countFigure('F-005', service, 'service'), 'tests and scheduled jobs included'],
    [sub('integration'), countFigure('F-005', integration, 'integration'), ''],
    [sub('shared'), countFigure('F-005', shared, 'shared'), 'rooms included'],
  ];
}

const byType = ({ periodicByType }: BriefInput): readonly (readonly Cell[])[] =>
  (periodicByType ?? []).map(({ type, seats }) => [sub(type), countFigure('F-017', seats, type), '']);

const byReason = ({ unknownByReason }: BriefInput): readonly (readonly Cell[])[] =>
  (unknownByReason ?? []).map(({ reason, seats }) => [
    sub(REASONS[reason]),
    countFigure('F-020', seats, REASONS[reason]),
    '',
  ]);

function borderlineRow(input: BriefInput, borderline: number): readonly Cell[] {
  const waived = input.queueWaived !== undefined;
  return [
    waived ? `${CATEGORY_NAMES.borderline}, waived` : `${CATEGORY_NAMES.borderline}, not reviewed`,
    countFigure('F-012', borderline),
    waived
      ? 'the queue was waived with a reason, so these seats may be in the request'
      : 'idle below the borderline limit with an untestable pattern; nobody has looked yet, counted as needed',
  ];
}

function waiver({ queueWaived }: BriefInput): readonly BriefBlock[] {
  if (queueWaived === undefined) return [];
  return [
    {
      kind: 'note',
      text: [
        `The borderline queue was waived on ${formatRecordedDay(queueWaived.at)}. Reason: ${queueWaived.reason}`,
      ],
    },
  ];
}
