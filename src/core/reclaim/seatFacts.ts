import {
  NO_REVIEW_FACTS,
  type DeclaredPattern,
  type HumanMark,
  type InactiveFinding,
  type ReviewFacts,
  type SeatException,
  type SeatKey,
} from '../policy/reviewFacts.ts';
import type { JournalFact } from './journalFact.ts';

/** Decisions about single seats and accounts. */
export type SeatFact = Extract<
  JournalFact,
  { readonly kind: 'exceptionAdded' | 'patternDeclared' | 'seatFoundInactive' | 'humanMarked' }
>;

/** Stands for the system of a decision made while no list told one: it holds for the lists of every system. */
export const ANY_SYSTEM = '';

/** What was decided about seats, by the system whose seat was meant. Read with {@link reviewFactsOf}. */
export type ReviewFactsBySystem = ReadonlyMap<string, ReviewFacts>;

/** Whether a fact is a decision about one seat. */
export const isSeatFact = (fact: JournalFact): fact is SeatFact =>
  fact.kind === 'exceptionAdded' ||
  fact.kind === 'patternDeclared' ||
  fact.kind === 'seatFoundInactive' ||
  fact.kind === 'humanMarked';

/**
 * Decisions by system, in the order in which they were made: later ones win, exceptions add up. Two systems may have
 * the same account key and licence type; what was decided about one seat says nothing of the other.
 */
export function reviewFactsBySystem(facts: readonly SeatFact[]): ReviewFactsBySystem {
  const systems = new Set([ANY_SYSTEM, ...facts.map(({ seatSystem = ANY_SYSTEM }) => seatSystem)]);
  return new Map(
    [...systems].map((system) => [
      system,
      collect(facts.filter(({ seatSystem = ANY_SYSTEM }) => [system, ANY_SYSTEM].includes(seatSystem))),
    ]),
  );
}

/** Decisions that hold for the lists of a system. */
export const reviewFactsOf = (facts: ReviewFactsBySystem, system: string | undefined): ReviewFacts =>
  facts.get(system ?? ANY_SYSTEM) ?? facts.get(ANY_SYSTEM) ?? NO_REVIEW_FACTS;

function collect(facts: readonly SeatFact[]): ReviewFacts {
  if (facts.length === 0) return NO_REVIEW_FACTS;
  const exceptions = new Map<SeatKey, SeatException[]>();
  const patterns = new Map<SeatKey, DeclaredPattern>();
  const inactive = new Map<SeatKey, InactiveFinding>();
  const humanMarks = new Map<string, HumanMark>();
  for (const fact of facts) {
    const { seat, account } = fact.seat;
    switch (fact.kind) {
      case 'exceptionAdded': {
        const { from, until, rationale, fallbackControl } = fact;
        const exception: SeatException = { seat, rationale, fallbackControl, from, until };
        const others = exceptions.get(seat);
        if (others === undefined) exceptions.set(seat, [exception]);
        else others.push(exception);
        break;
      }
      case 'patternDeclared':
        patterns.set(seat, { seat, pattern: fact.pattern, declaredOn: fact.declaredOn });
        break;
      case 'seatFoundInactive':
        inactive.set(seat, { seat, foundOn: fact.foundOn });
        break;
      case 'humanMarked':
        humanMarks.set(account, { account, mark: fact.mark, reason: fact.reason });
        break;
    }
  }
  return { exceptions, patterns, inactive, humanMarks, leavers: new Set<string>() };
}
