import { listed } from '../../core/base/listed.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { readIsoDay, type EpochDay } from '../../core/base/epochDay.ts';
import type { HeldBack } from '../../core/contract/chooseLines.ts';
import { heldBackSentence } from '../../core/contract/wordEntitlement.ts';
import type { PositionView } from '../positionView.ts';

type Item = PositionView['readiness'][number];

/** What readiness is judged by. */
export interface ReadinessFacts {
  readonly hasContractLine: boolean;
  /** Licence types whose lines stand in no figure. */
  readonly heldBack: readonly HeldBack[];
  /** Licence types in the figures that no seat of the list has. */
  readonly linesWithoutSeats: readonly string[];
  /** Licence types with seats but without a contract line. */
  readonly withoutLine: PositionView['withoutLine'];
  /** Seats of deactivated accounts left out because the contract does not state whether they still count. */
  readonly deactivatedLeftOut: number;
  readonly frozenVersion: number | undefined;
  readonly isMeasured: boolean;
  /** Borderline seats that are neither reviewed nor waived. */
  readonly borderlineOpen: number;
  readonly noticeKnown: boolean;
  readonly asOf: EpochDay;
  /** ISO; the as-of date unless the user typed another. */
  readonly briefDate: string;
  readonly verified: number;
  readonly liveCases: number;
  readonly dryRunCases: number;
}

const MOST_DAYS_OLD = 30;

/**
 * What still stands between the data and a brief. Unworked borderline seats warn and do not block the internal
 * edition: they are counted as needed and the brief says so, so no figure is wrong without them.
 * Source: brief, *Readiness*.
 */
export function readinessOf(facts: ReadinessFacts): readonly Item[] {
  const items: Item[] = [
    contractItem(facts),
    ...licenceTypesItem(facts),
    ...deactivatedItem(facts),
    facts.frozenVersion !== undefined && facts.isMeasured
      ? {
          item: 'definitionFrozen',
          state: 'ready',
          sentence: `Definition ${facts.frozenVersion} is frozen and measured.`,
        }
      : { item: 'definitionFrozen', state: 'blocks', sentence: 'Definition not frozen.' },
    facts.borderlineOpen === 0
      ? { item: 'borderlineWorked', state: 'ready', sentence: 'No borderline seat waits for a person.' }
      : {
          item: 'borderlineWorked',
          state: 'warns',
          sentence: `${formatCount(facts.borderlineOpen)} borderline ${facts.borderlineOpen === 1 ? 'seat' : 'seats'} neither reviewed nor waived; the brief counts them as needed.`,
        },
    facts.noticeKnown
      ? { item: 'noticeDate', state: 'ready', sentence: 'The notice date is known.' }
      : { item: 'noticeDate', state: 'blocks', sentence: 'Notice date not known.' },
  ];
  const briefDay = readIsoDay(facts.briefDate);
  const age = briefDay === undefined ? 0 : briefDay - facts.asOf;
  items.push(
    age > MOST_DAYS_OLD
      ? {
          item: 'dataAge',
          state: 'blocks',
          sentence: `Data are ${formatCount(age)} days older than the brief date.`,
        }
      : { item: 'dataAge', state: 'ready', sentence: 'The data are recent beside the brief date.' },
  );
  if (facts.verified === 0) {
    items.push({
      item: 'verified',
      state: 'warns',
      sentence: 'No seat is verified yet; the brief will say so.',
    });
  }
  if (facts.dryRunCases > 0 && facts.liveCases === 0) {
    items.push({
      item: 'dryRunOnly',
      state: 'warns',
      sentence: 'Only dry-run cases exist; the brief will say that no recovery has taken place.',
    });
  }
  return items;
}

/** Lines that are held back warn beside others in force, and block when there is nothing else to stand on. */
function contractItem({ hasContractLine, heldBack }: ReadinessFacts): Item {
  if (heldBack.length > 0) {
    const state = hasContractLine ? 'warns' : 'blocks';
    return { item: 'contractLine', state, sentence: heldBack.map(heldBackSentence).join(' ') };
  }
  return hasContractLine
    ? { item: 'contractLine', state: 'ready', sentence: 'A contract line is in force.' }
    : {
        item: 'contractLine',
        state: 'blocks',
        sentence: 'No contract line is in force on the data-as-of date.',
      };
}

/**
 * A line without a seat beside seats without a line is most likely one licence type written in two ways: every figure
 * would be wrong, so it blocks. Seats without a line beside lines that fit stand in no figure, and warn.
 */
function licenceTypesItem(facts: ReadinessFacts): readonly Item[] {
  const { hasContractLine, linesWithoutSeats, withoutLine } = facts;
  if (!hasContractLine) return [];
  const named = listed(linesWithoutSeats);
  const one = linesWithoutSeats.length === 1;
  const noSeat = `The contract names ${named}, but no seat of the list has ${one ? 'this licence type' : 'these licence types'}`;
  const outside = listed(
    withoutLine.map(
      ({ licenceType, assigned }) =>
        `${formatCount(assigned)} ${assigned === 1 ? 'seat' : 'seats'} of ${licenceType}`,
    ),
  );
  const seats = withoutLine.reduce((total, { assigned }) => total + assigned, 0);
  const have = seats === 1 ? 'has' : 'have';
  const item = 'licenceTypes';
  if (linesWithoutSeats.length > 0 && withoutLine.length > 0) {
    const sentence = `${noSeat}; ${outside} ${have} no contract line. Make the names equal.`;
    return [{ item, state: 'blocks', sentence }];
  }
  if (linesWithoutSeats.length > 0) {
    return [
      {
        item,
        state: 'warns',
        sentence: `${noSeat}; all ${one ? 'its' : 'their'} seats count as unassigned.`,
      },
    ];
  }
  if (withoutLine.length > 0) {
    const sentence = `${outside} ${have} no contract line and ${seats === 1 ? 'stands' : 'stand'} in no figure of the position.`;
    return [{ item, state: 'warns', sentence }];
  }
  return [{ item, state: 'ready', sentence: 'Every licence type of the list has a contract line.' }];
}

function deactivatedItem({ deactivatedLeftOut: seats }: ReadinessFacts): readonly Item[] {
  if (seats === 0) return [];
  return [
    {
      item: 'deactivated',
      state: 'warns',
      sentence: `Whether deactivated accounts still count is not stated; ${formatCount(seats)} of them ${seats === 1 ? 'is' : 'are'} left out.`,
    },
  ];
}
