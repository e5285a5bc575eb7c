import type { EpochDay } from '../../core/base/epochDay.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import { severalLinesSentence } from '../../core/contract/wordEntitlement.ts';
import type { LinePosition } from '../../core/reconcile/linePosition.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { PositionView, ProvenCommitment } from '../../worker/positionView.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import type { Amounts, PositionLine } from './moneyRows.ts';
import type { WaterfallTerms } from '../../core/renewal/commitmentArithmetic.ts';

/** What the Position tab shows: one licence type, or all of them added up. */
export interface ChosenLines {
  readonly lines: readonly PositionLine[];
  readonly position: LinePosition | undefined;
  readonly commitment: LineCommitment | undefined;
  readonly proven: ProvenCommitment | undefined;
  /** One entry a currency. */
  readonly money: readonly Amounts[];
  readonly terms: WaterfallTerms;
  /** First day of the next commitment; of several terms the earliest. */
  readonly from: EpochDay | undefined;
  /** Every chosen line may be reduced inside its term, so the sentence about this term's bill does not hold. */
  readonly mayReduceInTerm: boolean;
  /** How the figures of several lines of one licence type come about, a sentence each. */
  readonly rules: readonly string[];
  /** Licence types whose lines in force have several prices. */
  readonly severalPrices: ReadonlySet<string>;
  /** The licence type whose plan can be typed: the chosen one, or the only one there is. */
  readonly onlyLicenceType: string | undefined;
}

/** The lines of a licence type, or of all. A licence type that is gone from the view shows all. */
export function chosenLines(
  view: PositionView,
  workspace: Pick<WorkspaceView, 'plan' | 'contractLines'>,
  licenceType: string | undefined,
): ChosenLines {
  const named = view.lines.filter((line) => line.licenceType === licenceType);
  const lines = named.length > 0 ? named : view.lines;
  const [only] = lines.length === 1 ? lines : [];
  const entitlements = chooseLines(workspace.contractLines, view.asOf).entitlements.filter(
    ({ licenceType: type }) => lines.some((line) => line.licenceType === type),
  );
  const sizes = new Set(entitlements.map(({ lotSize }) => lotSize));
  return {
    lines,
    position: only?.position ?? view.total?.position,
    commitment: only?.commitment ?? view.total?.commitment,
    proven: only ? only.proven : view.total?.proven,
    money: only ? [only.money] : view.money,
    terms: {
      bufferBasisPoints: workspace.plan.bufferBasisPoints,
      lotSize: sizes.size === 1 ? [...sizes][0] : undefined,
    },
    rules: entitlements.map(severalLinesSentence).filter((sentence) => sentence !== undefined),
    severalPrices: new Set(
      entitlements
        .filter((held) => new Set(held.lines.map(({ unitPriceAYear }) => unitPriceAYear)).size > 1)
        .map((held) => held.licenceType),
    ),
    from: only?.nextCommitmentFrom ?? view.nextCommitmentFrom,
    mayReduceInTerm: lines.length > 0 && lines.every(({ reductionRight }) => reductionRight !== 'none'),
    onlyLicenceType: only?.licenceType,
  };
}

/** The same lines with no figure computed from them: used while their licence types fit no seat of the list. */
export const withoutFigures = (chosen: ChosenLines): ChosenLines => ({
  ...chosen,
  position: undefined,
  commitment: undefined,
  proven: undefined,
  money: [],
});
