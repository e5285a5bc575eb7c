import type { MinorUnits } from '../../core/base/minorUnits.ts';
import type { RowIndex } from '../../core/base/brand.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import { CATEGORIES, FLAGGED_CATEGORIES, isFlagged } from '../../core/policy/category.ts';
import { describePolicy } from '../../core/policy/describePolicy.ts';
import { diffFlagged } from '../../core/policy/diffFlagged.ts';
import { explainSeat } from '../../core/policy/explainSeat.ts';
import type { EvaluationCounts } from '../../core/policy/evaluation.ts';
import { countCategories } from '../../core/policy/kernel.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import { signInAsActionTypes } from '../../core/policy/surveyUsage.ts';
import { countsByLicenceType } from '../../core/rollup/countsByLicenceType.ts';
import { flaggedOf } from '../../core/reconcile/seatSets.ts';
import { saveDraft } from '../../storage/draftStore.ts';
import type { Failure } from '../protocol.ts';
import type { ChangeRow, PreviewAnswer } from '../reviewView.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import type { CallHandlers } from './handle.ts';
import { POLICY_DRAFT, type Session, type Tables, type Workspace } from './session.ts';

const PRESETS = [60, 90] as const;

/** Calls of the Define screen. A draft is never a fact: it is previewed and kept, and frozen by an act. */
export function policyCalls(session: Session): Pick<CallHandlers, 'saveDraftPolicy' | 'preview' | 'changes'> {
  const open = async (): Promise<Result<{ workspace: Workspace; tables: Tables }, Failure>> => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const tables = await opened.value.tables();
    return tables.ok ? succeed({ workspace: opened.value, tables: tables.value }) : tables;
  };

  return {
    async saveDraftPolicy({ policy }) {
      const opened = session.open();
      if (!opened.ok) return opened;
      opened.value.draftPolicy = policy;
      await saveDraft(opened.value.db, POLICY_DRAFT, policy);
      return succeed(null);
    },

    async preview({ policy, licenceType }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const checked = readPolicy(policy);
      if (!checked.ok) return fail({ kind: 'refused', reason: checked.failure.reason });
      return succeed(previewOf(opened.value.workspace, opened.value.tables, checked.value, licenceType));
    },

    async changes({ policy, licenceType, from, count }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, tables } = opened.value;
      const pair = draftAndFrozen(workspace, tables, policy);
      if (!pair.frozen) return succeed({ total: 0, rows: [] });
      return succeed(changeRows(pair.draft, pair.frozen, licenceType, from, count));
    },
  };
}

/** Evaluations of a draft and of the last frozen version. */
function draftAndFrozen(
  workspace: Workspace,
  tables: Tables,
  policy: Policy,
): { readonly draft: Evaluated; readonly frozen: Evaluated | undefined } {
  const last = workspace.record.policies.at(-1);
  const frozen = last && workspace.evaluate(tables, last.policy, last.version);
  const facts = workspace.factsFor(last?.version, tables.snapshot.id);
  return { draft: tables.draftEvaluator.evaluate(policy, undefined, facts), frozen };
}

function previewOf(
  workspace: Workspace,
  tables: Tables,
  policy: Policy,
  licenceType: string | undefined,
): PreviewAnswer {
  const { snapshot } = tables;
  const { draft, frozen } = draftAndFrozen(workspace, tables, policy);
  const inFilter = typeFilter(draft, licenceType);
  const counts = licenceType === undefined ? draft.counts : onlyType(draft.counts, licenceType);
  const changes = frozen && diffFlagged(frozen.evaluation, draft.evaluation, inFilter);
  let candidates = 0;
  draft.candidates.forEach((flag, seat) => {
    if (flag === 1 && inFilter(seat)) candidates++;
  });
  return {
    asOf: snapshot.asOf,
    counts,
    money: moneyOf(workspace, counts, draft),
    changes: changes && {
      added: changes.added,
      removed: changes.removed,
      againstVersion: frozen?.version ?? 0,
    },
    atOtherPreset: otherPreset(draft, policy, licenceType),
    candidates,
    signInAsAction: signInAsActionTypes(snapshot, draft.context.usage),
    paragraph: describePolicy(policy, draft.context),
  };
}

const typeFilter = ({ snapshot }: Evaluated, licenceType: string | undefined): ((seat: number) => boolean) => {
  if (licenceType === undefined) return () => true;
  const type = snapshot.licenceTypes.indexOf(licenceType);
  return (seat) => snapshot.seats.licenceType[seat] === type;
};

/** Counts of one licence type: the others' cells are left at 0, so that the sums are those of the filter. */
function onlyType(counts: EvaluationCounts, licenceType: string): EvaluationCounts {
  const type = counts.licenceTypes.indexOf(licenceType);
  const cells = counts.cells.map((count, index) =>
    Math.floor(index / CATEGORIES.length) % counts.licenceTypes.length === type ? count : 0,
  );
  return { ...counts, cells };
}

/** Flagged seats × price of their line, per flagged category and currency. Without a price: not known. */
function moneyOf(workspace: Workspace, counts: EvaluationCounts, { snapshot }: Evaluated): PreviewAnswer['money'] {
  const { inForce } = chooseLines([...workspace.record.contractLines.values()], snapshot.asOf);
  const seats = countsByLicenceType(counts);
  const currencies = [...new Set(inForce.map((line) => line.currency))].toSorted();
  return currencies.flatMap((currency) =>
    FLAGGED_CATEGORIES.map((category) => {
      let amount: number | undefined = 0;
      for (const line of inForce) {
        const held = seats.get(line.licenceType)?.[category] ?? 0;
        if (line.currency !== currency || held === 0 || amount === undefined) continue;
        amount = line.unitPriceAYear === undefined ? undefined : amount + held * line.unitPriceAYear;
      }
      return { category, currency, amount: amount as MinorUnits | undefined };
    }),
  );
}

/** What the other usual window would flag. */
function otherPreset(
  draft: Evaluated,
  policy: Policy,
  licenceType: string | undefined,
): PreviewAnswer['atOtherPreset'] {
  const window = PRESETS.find((preset) => preset !== policy.windows.dormancy) ?? PRESETS[0];
  const follows = policy.windows.borderline === 2 * policy.windows.dormancy;
  const borderline = follows ? 2 * window : Math.max(window, policy.windows.borderline);
  const counts = countCategories(draft.prepared, { ...policy, windows: { dormancy: window, borderline } });
  const chosen = countsByLicenceType(licenceType === undefined ? counts : onlyType(counts, licenceType));
  const flagged = [...chosen.values()].reduce((sum, seats) => sum + flaggedOf(seats), 0);
  return { window, flagged };
}

function changeRows(
  draft: Evaluated,
  frozen: Evaluated,
  licenceType: string | undefined,
  from: number,
  count: number,
): { readonly total: number; readonly rows: readonly ChangeRow[] } {
  const inFilter = typeFilter(draft, licenceType);
  const before = frozen.evaluation.category;
  const after = draft.evaluation.category;
  const flagged = CATEGORIES.map(isFlagged);
  const changed: number[] = [];
  for (let seat = 0; seat < after.length; seat++) {
    if (flagged[before[seat]!] !== flagged[after[seat]!] && inFilter(seat)) changed.push(seat);
  }
  const { snapshot } = draft;
  const rows = changed.slice(from, from + count).map((seat): ChangeRow => {
    const categoryAfter = CATEGORIES[after[seat]!]!;
    return {
      seat,
      change: isFlagged(categoryAfter) ? 'added' : 'removed',
      name: accountName(snapshot, snapshot.seats.account[seat]! as RowIndex),
      licenceType: snapshot.licenceTypes[snapshot.seats.licenceType[seat]!]!,
      before: CATEGORIES[before[seat]!]!,
      after: categoryAfter,
      idle: explainSeat(draft.context, seat).idle,
    };
  });
  return { total: changed.length, rows };
}

