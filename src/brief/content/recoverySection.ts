import { formatCount } from '../../core/base/formatNumber.ts';
import { CASE_STATES } from '../../core/reclaim/caseState.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';
import { buildTable, numbers, texts } from './buildTable.ts';
import { counted, countFigure } from './printed.ts';
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
