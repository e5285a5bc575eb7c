import type { EpochDay } from '../../core/base/epochDay.ts';
import { countCases, countReclaimed, heldSeats } from '../../core/reclaim/caseCounts.ts';
import { casesInUse } from '../../core/reclaim/casesInUse.ts';
import { DEFAULT_PLAN } from '../../core/renewal/commitmentPlan.ts';
import type { PositionView } from '../positionView.ts';
import type { Evaluated } from './evaluated.ts';
import { countsOf } from './measuredFact.ts';
import { deactivatedLeftOut, positionOf } from './positionOf.ts';
import { readinessOf } from './readiness.ts';
import type { Workspace } from './session.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The Position screen's answer for the current snapshot under a frozen policy. */
export function positionViewOf(
  workspace: Workspace,
  evaluated: Evaluated & { readonly version: number },
  briefDate: string,
): PositionView {
  const { record } = workspace;
  const plan = record.plan ?? DEFAULT_PLAN;
  const own = casesInUse(record);
  const contractLines = [...record.contractLines.values()];
  const freedSeats = new Set(heldSeats(own).map(({ seat }) => seat.seat));
  const seats = positionOf(evaluated, contractLines, plan, freedSeats, new Set(record.holidays));
  const cases = countCases(own);
  const reclaimed = countReclaimed(own);
  const facts = workspace.factsFor(evaluated.version, evaluated.snapshot.id);
  const measured = record.measurements.some(
    ({ version, snapshot }) => version === evaluated.version && snapshot === evaluated.snapshot.id,
  );
  const asOf: EpochDay = evaluated.snapshot.asOf;
  return {
    ...seats,
    policyVersion: evaluated.version,
    reclaimed,
    readiness: readinessOf({
      hasContractLine: seats.lines.length > 0,
      heldBack: seats.heldBack,
      linesWithoutSeats: seats.lines
        .map(({ licenceType }) => licenceType)
        .filter((licenceType) => !evaluated.snapshot.licenceTypes.includes(licenceType)),
      withoutLine: seats.withoutLine,
      deactivatedLeftOut: deactivatedLeftOut(evaluated, contractLines),
      frozenVersion: evaluated.version,
      isMeasured: measured,
      borderlineOpen: facts.queueWaived ? 0 : countsOf(evaluated).borderline,
      noticeKnown: seats.workBack !== undefined,
      asOf,
      briefDate,
      verified: reclaimed.verified,
      liveCases: sum(cases.live),
      dryRunCases: sum(cases.dryRun),
    }),
  };
}
