import type { RowIndex } from '../../core/base/brand.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import type { Holidays } from '../../core/contract/noticeDate.ts';
import { DEFAULT_LENGTHS, earliestWorkBack, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { seatKeyOf } from '../../core/inventory/seatKey.ts';
import type { SeatKey } from '../../core/policy/reviewFacts.ts';
import { buildPosition, totalPosition } from '../../core/reconcile/buildPosition.ts';
import { assignedOf, emptyCounts, type CategoryCounts } from '../../core/reconcile/seatSets.ts';
import { NO_CHANGE, type CommitmentPlan } from '../../core/renewal/commitmentPlan.ts';
import { recommendCommitment, type CommitmentFacts } from '../../core/renewal/recommendCommitment.ts';
import { totalCommitment } from '../../core/renewal/totalCommitment.ts';
import { totalMoney } from '../../core/renewal/totalMoney.ts';
import { valueLine } from '../../core/renewal/valueLine.ts';
import { countsByLicenceType } from '../../core/rollup/countsByLicenceType.ts';
import { rollUpUnits } from '../../core/rollup/rollUpUnits.ts';
import type { PositionView, ProvenCommitment } from '../positionView.ts';
import type { Evaluated } from './evaluated.ts';

/** Candidates of each licence type, in snapshot order. */
function candidatesByLicenceType(evaluated: Evaluated): ReadonlyMap<string, number> {
  const { licenceTypes, seats } = evaluated.snapshot;
  const counts = new Uint32Array(licenceTypes.length);
  for (let seat = 0; seat < seats.count; seat++)
    counts[seats.licenceType[seat]!]! += evaluated.candidates[seat]!;
  return new Map(licenceTypes.map((name, index) => [name, counts[index]!]));
}

/** Candidates of each licence type whose seats are freed: reclaimed, and not held again since. In snapshot order. */
function freedByLicenceType(
  { snapshot, candidates }: Evaluated,
  freedSeats: ReadonlySet<SeatKey>,
): ReadonlyMap<string, number> {
  const { licenceTypes, seats, accounts } = snapshot;
  const counts = new Map(licenceTypes.map((name) => [name, 0]));
  if (freedSeats.size === 0) return counts;
  for (let seat = 0; seat < seats.count; seat++) {
    if (candidates[seat] !== 1) continue;
    const account = seats.account[seat]! as RowIndex;
    const licenceType = licenceTypes[seats.licenceType[seat]!]!;
    const key = seatKeyOf(canonicalId(accounts.accountId.at(account)), licenceType);
    if (freedSeats.has(key)) counts.set(licenceType, counts.get(licenceType)! + 1);
  }
  return counts;
}

/** The commitment that freed candidates alone would allow: the same rule, with no candidate but those. */
export function provenCommitment(facts: CommitmentFacts, freed: number): ProvenCommitment {
  const commitment = recommendCommitment({ ...facts, candidates: freed });
  return { freed, recommended: commitment.recommended, commitment };
}

/**
 * Seats of deactivated accounts that are left out because the lines in force do not state whether such accounts still
 * count. Exact: of a paid licence type nothing else is Not a seat.
 */
export function deactivatedLeftOut(evaluated: Evaluated, contractLines: readonly ContractLine[]): number {
  const counts = countsByLicenceType(evaluated.counts);
  return chooseLines(contractLines, evaluated.snapshot.asOf)
    .entitlements.filter(({ terms }) => terms.paidSeat && terms.deactivatedCounts === 'notStated')
    .reduce((sum, { licenceType }) => sum + (counts.get(licenceType)?.notASeat ?? 0), 0);
}

/** Everything the Position screen and the brief need of one evaluated snapshot, save what the ledger alone knows. */
export type SeatPosition = Omit<PositionView, 'policyVersion' | 'reclaimed' | 'readiness'>;

/**
 * Positions, commitments and money per licence type with usable contract lines in force. Lines that are held back and
 * licence types without a line are named and stand in no figure.
 */
export function positionOf(
  evaluated: Evaluated,
  contractLines: readonly ContractLine[],
  plan: CommitmentPlan,
  /** Seats reclaimed and not held again. */
  freedSeats: ReadonlySet<SeatKey>,
  holidays: Holidays,
): SeatPosition {
  const { snapshot, policy } = evaluated;
  const counts = countsByLicenceType(evaluated.counts);
  const candidates = candidatesByLicenceType(evaluated);
  const freed = freedByLicenceType(evaluated, freedSeats);
  const chosen = chooseLines(contractLines, snapshot.asOf);
  const paid = chosen.entitlements.filter(({ terms }) => terms.paidSeat);

  const lines = paid.map((entitlement) => {
    const { licenceType, committedQuantity, lotSize, minimumQuantity } = entitlement;
    const seats: CategoryCounts = counts.get(licenceType) ?? emptyCounts();
    const position = buildPosition(committedQuantity, seats);
    const facts: CommitmentFacts = {
      current: committedQuantity,
      assigned: position.assigned,
      candidates: candidates.get(licenceType) ?? 0,
      plan: plan.lines[licenceType] ?? NO_CHANGE,
      bufferBasisPoints: plan.bufferBasisPoints,
      lotSize,
      minimumQuantity,
    };
    const commitment = recommendCommitment(facts);
    const proven = provenCommitment(facts, freed.get(licenceType) ?? 0);
    const money = valueLine(entitlement, commitment, position.flagged, snapshot.asOf);
    return {
      licenceType,
      position,
      commitment,
      proven,
      money,
      nextCommitmentFrom: nextCommitmentFrom(entitlement.termEnd),
      reductionRight: entitlement.reductionRight,
    };
  });

  const lengths = { ...DEFAULT_LENGTHS, grace: policy.graceDays, objection: policy.objectionDays };
  const named = new Set([...paid, ...chosen.heldBack].map(({ licenceType }) => licenceType));
  const firstEnd = paid.map(({ termEnd }) => termEnd).toSorted((a, b) => a - b)[0];
  return {
    asOf: snapshot.asOf,
    lines,
    total:
      lines.length === 0
        ? undefined
        : {
            position: totalPosition(lines.map(({ position }) => position)),
            commitment: totalCommitment(lines.map(({ commitment }) => commitment)),
            proven: {
              freed: lines.reduce((sum, { proven }) => sum + proven.freed, 0),
              recommended: lines.reduce((sum, { proven }) => sum + proven.recommended, 0),
              commitment: totalCommitment(lines.map(({ proven }) => proven.commitment)),
            },
          },
    money: totalMoney(lines.map(({ money }) => money)),
    withoutLine: [...counts]
      .filter(([licenceType, seats]) => !named.has(licenceType) && assignedOf(seats) > 0)
      .map(([licenceType, seats]) => ({ licenceType, assigned: assignedOf(seats) })),
    heldBack: chosen.heldBack,
    units: rollUpUnits(evaluated.counts).rows,
    nextCommitmentFrom: firstEnd === undefined ? undefined : nextCommitmentFrom(firstEnd),
    workBack: earliestWorkBack(
      paid.flatMap((held) => held.lines).map((line) => planWorkBack(line, lengths, holidays)),
    ),
  };
}
