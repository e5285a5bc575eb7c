import { formatCount, MINUS } from '../../core/base/formatNumber.ts';
import { buildShares } from '../../core/reconcile/buildShares.ts';
import { formatRate } from '../../core/reconcile/formatRate.ts';
import { sumCounts } from '../../core/reconcile/seatSets.ts';
import { formatShare } from '../../core/base/formatNumber.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts, type Cell } from './buildTable.ts';
import { countFigure, textFigure } from './printed.ts';

/** Section 5: per licence type what is entitled, assigned and used, with both licence positions and three rates. */
export function entitlementSection(input: BriefInput): BriefSection {
  return {
    number: '5',
    title: 'Entitled, assigned, used',
    blocks: [
      positionTable(input),
      {
        kind: 'note',
        text: [
          'Contract position = entitled − assigned. Usage position = entitled − (assigned − flagged). A minus is a shortfall. Positions of different licence types are never netted.',
        ],
      },
      ratesTable(input),
      sharesTable(input),
      {
        kind: 'note',
        text: [
          'Allocation rate = assigned ÷ entitled; it is not utilisation, since assigned does not mean used. Activity rate = (active + periodic) ÷ human assigned. Effective utilisation = (active + periodic) ÷ entitled. Where seats are unknown a rate is a range: counted as idle – counted as active.',
        ],
      },
      ...withoutLineTable(input),
    ],
  };
}

/** A surplus or shortfall of seats: `+60`, `−8`, `0`. */
const balance = (seats: number): string =>
  seats > 0 ? `+${formatCount(seats)}` : seats < 0 ? `${MINUS}${formatCount(-seats)}` : '0';

function positionTable(input: BriefInput): BriefBlock {
  const rows = input.lines.map(({ licenceType, position }): readonly Cell[] => [
    licenceType,
    countFigure('F-001', position.entitled, licenceType),
    countFigure('F-002', position.assigned, licenceType),
    countFigure('F-003', position.unassigned, licenceType),
    countFigure('F-004', position.humanAssigned, licenceType),
    formatCount(position.inUse),
    textFigure('F-100', balance(position.contractPosition), licenceType),
    textFigure('F-101', balance(position.usagePosition), licenceType),
  ]);
  const total = input.total?.position;
  const totals: readonly (readonly Cell[])[] =
    total === undefined || input.lines.length < 2
      ? []
      : [
          [
            'All types',
            countFigure('F-001', total.entitled),
            countFigure('F-002', total.assigned),
            countFigure('F-003', total.unassigned),
            countFigure('F-004', total.humanAssigned),
            formatCount(total.inUse),
            'not netted',
            'not netted',
          ],
        ];
  return buildTable(
    'Seats by licence type',
    [
      texts('Licence type', 4),
      numbers('Entitled', 2),
      numbers('Assigned', 2),
      numbers('Unassigned', 2),
      numbers('Human', 2),
      numbers('In use', 2),
      numbers('Contract position', 2),
      numbers('Usage position', 2),
    ],
    rows,
    totals,
  );
}

function ratesTable(input: BriefInput): BriefBlock {
  const row = (
    name: string,
    position: BriefInput['lines'][number]['position'],
    part?: string,
  ): readonly Cell[] => [
    name,
    textFigure('F-030', formatRate(position.allocationRate), part),
    textFigure('F-031', formatRate(position.activityRate), part),
    textFigure('F-032', formatRate(position.effectiveUtilisation), part),
  ];
  return buildTable(
    'Three rates, never one',
    [
      texts('Licence type', 4),
      numbers('Allocation rate', 3),
      numbers('Activity rate', 3),
      numbers('Effective utilisation', 3),
    ],
    input.lines.map(({ licenceType, position }) => row(licenceType, position, licenceType)),
    input.total && input.lines.length > 1 ? [row('All types', input.total.position)] : [],
  );
}

function sharesTable(input: BriefInput): BriefBlock {
  const row = (
    name: string,
    entitled: number,
    counts: Parameters<typeof buildShares>[1],
    part?: string,
  ): readonly Cell[] => {
    const shares = buildShares(entitled, counts);
    return [
      name,
      textFigure('F-033', formatShare(shares.dormantOfHuman.part, shares.dormantOfHuman.whole), part),
      textFigure('F-034', formatShare(shares.dormantOfEntitled.part, shares.dormantOfEntitled.whole), part),
      textFigure('F-035', formatShare(shares.flaggedOfHuman.part, shares.flaggedOfHuman.whole), part),
    ];
  };
  const total = input.total?.position;
  return buildTable(
    'Dormant share (Dormant and Never used) and flagged share (all five lines)',
    [
      texts('Licence type', 4),
      numbers('Dormant, of human assigned', 3),
      numbers('Dormant, of entitled', 3),
      numbers('Flagged, of human assigned', 3),
    ],
    input.lines.map(({ licenceType, position, counts }) =>
      row(licenceType, position.entitled, counts, licenceType),
    ),
    total && input.lines.length > 1
      ? [row('All types', total.entitled, sumCounts(input.lines.map(({ counts }) => counts)))]
      : [],
  );
}

function withoutLineTable(input: BriefInput): readonly BriefBlock[] {
  if (input.withoutLine.length === 0) return [];
  return [
    buildTable(
      'Licence types without a contract line in force: in no figure of this section or of sections 1 and 12',
      [texts('Licence type', 6), numbers('Assigned', 2)],
      input.withoutLine.map(({ licenceType, assigned }) => [
        licenceType,
        countFigure('F-002', assigned, licenceType),
      ]),
    ),
  ];
}
