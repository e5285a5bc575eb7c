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
