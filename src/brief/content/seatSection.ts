import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import {
  ASSIGNED_CATEGORIES,
  CATEGORY_NAMES,
  FLAGGED_CATEGORIES,
  isFlagged,
} from '../../core/policy/category.ts';
import {
  assignedOf,
  flaggedOf,
  seatsOf,
  sumCounts,
  type CategoryCounts,
} from '../../core/reconcile/seatSets.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { CATEGORY_FIGURES } from './categoryFigures.ts';
import { countFigure, seats } from './printed.ts';

/** Section 6: every seat of the snapshot in exactly one category, and the five flagged lines with their total. */
export function seatSection(input: BriefInput): BriefSection {
  const counts = sumCounts(input.counts.map((entry) => entry.counts));
  return {
    number: '6',
    title: 'Where every seat stands',
    blocks: [
      {
        kind: 'bigFigures',
        figures: [
          {
            label: 'Dormant',
            figure: countFigure('F-014', counts.dormant),
            note: 'no work for the window or longer, and no rhythm that explains it',
          },
          {
            label: 'Periodic',
            figure: countFigure('F-017', counts.periodic),
            note: 'used in a rhythm of its own: counted as in use, not in the request',
          },
        ],
      },
      {
        kind: 'stackedBar',
        caption: `${seats(assignedOf(counts))} assigned, by category`,
        parts: ASSIGNED_CATEGORIES.map((category) => ({
          label: CATEGORY_NAMES[category],
          count: counts[category],
          category,
          shown: formatCount(counts[category]),
        })),
      },
      categoryTable(input, counts),
      flaggedTable(input, counts),
      protectedTable(input, counts),
      ...needTable(input),
    ],
  };
}

function categoryTable(input: BriefInput, counts: CategoryCounts): BriefBlock {
  const assigned = assignedOf(counts);
  const outside: readonly (readonly Cell[])[] =
    counts.notASeat === 0
      ? []
      : [
          [`${CATEGORY_NAMES.notASeat}, outside assigned`, formatCount(counts.notASeat), ''],
          ['Rows of the snapshot', formatCount(seatsOf(counts)), ''],
        ];
  return buildTable(
    'Every category, all licence types of the snapshot',
    [texts('Category', 5), numbers('Seats', 2), numbers('Share of assigned', 2)],
    ASSIGNED_CATEGORIES.map((category) => [
      CATEGORY_NAMES[category],
      countFigure(CATEGORY_FIGURES[category], counts[category]),
      formatShare(counts[category], assigned),
    ]),
    [
      ['Assigned', countFigure('F-002', assigned, wholeSnapshot(input)), formatShare(assigned, assigned)],
      ...outside,
    ],
  );
}

function flaggedTable(input: BriefInput, total: CategoryCounts): BriefBlock {
  const row = (name: string, counts: CategoryCounts, part?: string): readonly Cell[] => [
    name,
    ...FLAGGED_CATEGORIES.map((category) => countFigure(CATEGORY_FIGURES[category], counts[category], part)),
    countFigure('F-015', flaggedOf(counts), part),
  ];
  return buildTable(
    'Flagged: five lines and their total',
    [
      texts('Licence type', 4),
      ...FLAGGED_CATEGORIES.map((category) => numbers(CATEGORY_NAMES[category], 2)),
      numbers('Flagged', 2),
    ],
    input.counts.map(({ licenceType, counts }) => row(licenceType, counts, licenceType)),
    input.counts.length > 1 ? [row('All types', total)] : [],
  );
}

function protectedTable(input: BriefInput, total: CategoryCounts): BriefBlock {
  const columns = ASSIGNED_CATEGORIES.filter((category) => !isFlagged(category));
  const row = (name: string, counts: CategoryCounts, part?: string): readonly Cell[] => [
    name,
    ...columns.map((category) => countFigure(CATEGORY_FIGURES[category], counts[category], part)),
    countFigure('F-002', assignedOf(counts), part ?? wholeSnapshot(input)),
  ];
  return buildTable(
    'Not flagged',
    [
      texts('Licence type', 4),
      ...columns.map((category) => numbers(CATEGORY_NAMES[category], 2)),
      numbers('Assigned', 2),
    ],
    input.counts.map(({ licenceType, counts }) => row(licenceType, counts, licenceType)),
    input.counts.length > 1 ? [row('All types', total)] : [],
  );
}

/** How the seats of each contract line divide into candidates and need. */
function needTable({ lines, total }: BriefInput): readonly BriefBlock[] {
  if (lines.length === 0 || total === undefined) return [];
  const row = (
    name: string,
    { assigned, candidates, need }: LineCommitment,
    part?: string,
  ): readonly Cell[] => [
    name,
    countFigure('F-002', assigned, part),
    countFigure('F-021', candidates, part),
    countFigure('F-022', need, part),
  ];
  return [
    buildTable(
      'Candidates and need, licence types with a contract line',
      [texts('Licence type', 4), numbers('Assigned', 2), numbers('Candidates', 2), numbers('Need', 2)],
      lines.map(({ licenceType, commitment }) => row(licenceType, commitment, licenceType)),
      lines.length > 1 ? [row('All types', total.commitment)] : [],
    ),
    {
      kind: 'note',
      text: [
        'Candidates are flagged seats whose category the definition allows and that no safety check blocks. Need = assigned − candidates: everything else counts as needed.',
      ],
    },
  ];
}

/** Seats of licence types without a line are in this total and not in that of section 5: it is another figure then. */
const wholeSnapshot = ({ withoutLine, heldBack }: BriefInput): string | undefined =>
  withoutLine.length + heldBack.length === 0 ? undefined : 'whole snapshot';
