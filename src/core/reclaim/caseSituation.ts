import type { EpochDay } from '../base/epochDay.ts';
import { termsInLines } from '../contract/termsByLicenceType.ts';
import type { Policy } from '../policy/policy.ts';
import type { CaseOpening } from './caseOpening.ts';
import type { CaseRecord } from './caseRecord.ts';
import type { CaseStep } from './caseStep.ts';
import { policyOfVersion, type WorkspaceRecord } from './workspaceRecord.ts';

/** What a step may look at, besides the case itself. */
export interface StepContext {
  /** Typed name of the person who acts. */
  readonly actor: string;
  /** The device's calendar day: for guards only. */
  readonly workingDay: EpochDay;
  /** The frozen policy under which the case was opened. */
  readonly policy: Policy;
  /** The contract calls the seat's licence type restricted software. */
  readonly restricted: boolean;
  /** For *Convert to live*: the seat as the newest snapshot shows it, or `undefined` when it is no candidate any more. */
  readonly live: CaseOpening | undefined;
  /** Cases that the same act opens before this one: they take the numbers in between. */
  readonly opensBefore: number;
  /** The workspace into which a live case would be opened. */
  readonly record: WorkspaceRecord;
}

/** A step that somebody wants to take on a case. */
export interface CaseSituation {
  readonly current: CaseRecord;
  readonly step: CaseStep;
  readonly context: StepContext;
}

/** The context of a step on a case of this workspace. */
export function stepContext(
  record: WorkspaceRecord,
  current: CaseRecord,
  acting: { readonly actor: string; readonly workingDay: EpochDay },
  live?: CaseOpening,
  opensBefore = 0,
): StepContext {
  return {
    actor: acting.actor,
    workingDay: acting.workingDay,
    policy: policyOfVersion(record, current.policyVersion).policy,
    restricted: isRestricted(record, current.seat.licenceType),
    live,
    opensBefore,
    record,
  };
}

/** Whether the contract calls this licence type restricted software: the line with the latest start speaks. */
export const isRestricted = (record: WorkspaceRecord, licenceType: string): boolean =>
  termsInLines(record.contractLines.values(), licenceType).restricted;
