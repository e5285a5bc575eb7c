import { ABSENT, BLANK } from '../base/dayValue.ts';
import type { EvidenceColumn, Snapshot } from '../inventory/snapshot.ts';
import { classColumns, type EvidenceChoice } from './evidenceClass.ts';

/** What the loaded columns can show for each licence type, indexed like `Snapshot.licenceTypes`. */
export interface UsageByLicenceType {
  /** 1 where a column of work says something about a seat of the type. */
  readonly action: Uint8Array;
  /** 1 where a column of sign-ins says something about a seat of the type. */
  readonly signIn: Uint8Array;
  /** 1 where the sign-in is taken as the action because the data hold sign-ins but no actions. Source: DEFINE-04. */
  readonly signInAsAction: Uint8Array;
}

/**
 * Which licence types the data can judge. A column that is blank for every seat of a type says nothing about it; an
 * unreadable cell does say that the source keeps such dates.
 * Source of the rule: Evidence, *Sign-in taken as action* and *No usage source*.
 */
export function surveyUsage(snapshot: Snapshot, choice: EvidenceChoice): UsageByLicenceType {
  const columns = classColumns(choice, snapshot.evidence);
  const action = typesWithValues(snapshot, columns.action);
  const signIn = typesWithValues(snapshot, columns.signIn);
  return {
    action,
    signIn,
    signInAsAction: signIn.map((known, type) => (known === 1 && action[type] === 0 ? 1 : 0)),
  };
}

function typesWithValues(snapshot: Snapshot, columns: readonly EvidenceColumn[]): Uint8Array {
  const { seats, licenceTypes } = snapshot;
  const known = new Uint8Array(licenceTypes.length);
  for (const { level, values } of columns) {
    let open = known.reduce((count, flag) => count + (flag === 0 ? 1 : 0), 0);
    for (let seat = 0; seat < seats.count && open > 0; seat += 1) {
      const type = seats.licenceType[seat]!;
      if (known[type] === 1) continue;
      const value = values[level === 'seat' ? seat : seats.account[seat]!]!;
      if (value === ABSENT || value === BLANK) continue;
      known[type] = 1;
      open -= 1;
    }
  }
  return known;
}

/** Names of the licence types for which a sign-in is counted as use, in snapshot order. */
export const signInAsActionTypes = (snapshot: Snapshot, usage: UsageByLicenceType): readonly string[] =>
  snapshot.licenceTypes.filter((_, type) => usage.signInAsAction[type] === 1);
