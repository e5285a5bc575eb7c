import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { CASE_STATES } from '../../core/reclaim/caseState.ts';
import { CLOSING_NAMES } from '../../core/reclaim/describeFact.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts } from './buildTable.ts';
import { counted, countFigure, textFigure, withRowId } from './printed.ts';
import { statement } from './statements.ts';

/** Section 9: cases by state and how the recovered seats are proven. */
export function recoverySection(input: BriefInput): BriefSection {
  const live = CASE_STATES.reduce((sum, state) => sum + input.cases[state], 0);
  return {
    number: '9',
    title: 'Recovery record',
    blocks: live === 0 ? [noRecovery(input)] : record(input, live),
  };
}

/** What did not end in a recovered seat, and what was recovered and taken back. */
function endingsTable({ endings, reclaimed: { attested, verified } }: BriefInput): BriefBlock {
  const complete = attested + verified;
  const skipped = endings.skipped.reduce((sum, { cases }) => sum + cases, 0);
  // With fewer than 20 a percentage would say more than is known.
  const rate =
    complete < FEW
      ? `${formatCount(endings.reactivatedSoon)} of ${formatCount(complete)}`
      : formatShare(endings.reactivatedSoon, complete);
  return buildTable(
    'Seats kept, and seats taken again',
    [texts('What', 5), numbers('Count', 2)],
    [
      ['Closed Skipped', countFigure('F-055', skipped)],
      ...endings.skipped.map(({ closing, cases }) => {
        const reason = closing === undefined ? 'no reason recorded' : CLOSING_NAMES[closing];
        return [`– ${reason}`, countFigure('F-055', cases, reason)];
      }),
      ['Closed Canceled', countFigure('F-056', endings.canceled)],
      ['Recovered seats held again by the same person', countFigure('F-057', endings.reactivated)],
      ['– within 90 days, of all recovered', withRowId(textFigure('F-057', rate, 'rate'), 'F-057/rate')],
    ],
  );
}

const FEW = 20;

const NOT_COUNTED_YET: BriefBlock = {
  kind: 'note',
  text: [
    'Notices, objections, false positives by rule, refill and the pool are not counted in this brief; no other figure rests on them.',
  ],
};

function noRecovery({ dryRunCases }: BriefInput): BriefBlock {
  const why =
    dryRunCases > 0 ? `: all ${counted(dryRunCases, 'case')} are a dry run` : ': no case has been opened';
  return { kind: 'paragraph', text: [`No recovery has taken place${why}.`] };
}

function record(input: BriefInput, live: number): readonly BriefBlock[] {
  const { attested, verified } = input.reclaimed;
  return [
    statement(
      attested + verified === 0
        ? 'No seat has been recovered yet.'
        : `${formatCount(verified)} of ${formatCount(attested + verified)} recovered seats are verified by a later export; the others are recorded by a person.`,
    ),
    buildTable(
      'Cases by state',
      [texts('State', 5), numbers('Cases', 2)],
      CASE_STATES.map((state) => [state, countFigure('F-050', input.cases[state], state)]),
      [['All cases', countFigure('F-050', live)]],
    ),
    buildTable(
      'Proof of recovered seats',
      [texts('Evidence', 5), numbers('Seats', 2)],
      [
        ['Verified: absent from a later complete export', countFigure('F-053', verified)],
        ['Attested: recorded by a person', countFigure('F-054', attested)],
      ],
      [['Reclaimed', formatCount(attested + verified)]],
    ),
    endingsTable(input),
    NOT_COUNTED_YET,
    ...(input.dryRunCases === 0
      ? []
      : [
          {
            kind: 'note',
            text: [`${counted(input.dryRunCases, 'dry-run case')} stand in no total.`],
          } as const,
        ]),
  ];
}
