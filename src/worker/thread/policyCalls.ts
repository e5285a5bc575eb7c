import type { RowIndex } from '../../core/base/brand.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import type { MinorUnits } from '../../core/base/minorUnits.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { countCandidates } from '../../core/policy/candidateSeats.ts';
import { CATEGORIES, FLAGGED_CATEGORIES, isFlagged } from '../../core/policy/category.ts';
import { describePolicy } from '../../core/policy/describePolicy.ts';
import { diffFlagged } from '../../core/policy/diffFlagged.ts';
import type { EvaluationCounts } from '../../core/policy/evaluation.ts';
import { explainSeat } from '../../core/policy/explainSeat.ts';
import { evaluateSeats } from '../../core/policy/kernel.ts';
import type { Policy, Windows } from '../../core/policy/policy.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import type { WindowCube } from '../../core/policy/windowCube.ts';
import { countsByLicenceType } from '../../core/rollup/countsByLicenceType.ts';
import { replaceDraft, saveDraft } from '../../storage/draftStore.ts';
import type { Failure } from '../protocol.ts';
import type { ChangeRow, PreviewAnswer } from '../reviewView.ts';
import { accountName } from './accountName.ts';
import { describedData } from './describedData.ts';
import type { Evaluated } from './evaluated.ts';
import type { CallHandlers } from './handle.ts';
import { POLICY_DRAFT, type Session, type Workspace } from './session.ts';
import type { Tables } from './tables.ts';
import { wordPolicyFailure } from './wordPolicyFailure.ts';

const PRESETS = [60, 90] as const;

const IS_FLAGGED: readonly boolean[] = CATEGORIES.map(isFlagged);

/** Calls of the Define screen. A draft is never a fact: it is previewed and kept, and frozen by an act. */
export function policyCalls(session: Session): Pick<CallHandlers, 'saveDraftPolicy' | 'preview' | 'changes'> {
  const open = async (): Promise<Result<{ workspace: Workspace; tables: Tables }, Failure>> => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const tables = await opened.value.tables();
    return tables.ok ? succeed({ workspace: opened.value, tables: tables.value }) : tables;
  };

  return {
    async saveDraftPolicy({ policy, over }) {
      const opened = session.open();
      if (!opened.ok) return opened;
      const workspace = opened.value;
      if (over) await saveDraft(workspace.db, POLICY_DRAFT, policy);
      else {
        const taken = await replaceDraft(workspace.db, POLICY_DRAFT, policy, workspace.knownDraft);
        const other = taken && readPolicy(taken.stored);
        if (other?.ok) return succeed({ other: other.value });
        // What cannot be read is no draft that anybody could choose.
        if (other) await saveDraft(workspace.db, POLICY_DRAFT, policy);
      }
      workspace.draftPolicy = policy;
      workspace.knownDraft = JSON.stringify(policy);
      return succeed(null);
    },

    async preview({ policy, licenceType }, { signal }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const checked = readPolicy(policy);
      if (!checked.ok) return fail({ kind: 'refused', reason: wordPolicyFailure(checked.failure) });
      const { workspace, tables } = opened.value;
      if (!(await testPatterns(workspace, tables, checked.value, signal))) return fail({ kind: 'cancelled' });
      return succeed(previewOf(workspace, tables, checked.value, licenceType));
    },

    async changes({ policy, licenceType, from, count }, { signal }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, tables } = opened.value;
      const checked = readPolicy(policy);
      if (!checked.ok) return fail({ kind: 'refused', reason: wordPolicyFailure(checked.failure) });
      if (!(await testPatterns(workspace, tables, checked.value, signal))) return fail({ kind: 'cancelled' });
      const frozen = frozenOn(workspace, tables);
      if (!frozen) return succeed({ total: 0, rows: [] });
      const facts = workspace.factsFor(frozen.version, tables.snapshot.id);
      const draft = tables.draftEvaluator.evaluate(checked.value, undefined, facts);
      return succeed(changeRows(draft, frozen, licenceType, from, count));
    },
  };
}

/** Tests the joined logs under a draft and the last frozen version; `false` when a later draft overtook it. */
async function testPatterns(
  workspace: Workspace,
  { draftEvaluator }: Tables,
  draft: Policy,
  signal: AbortSignal,
): Promise<boolean> {
  const isWanted = (): boolean => !signal.aborted && workspace.db.isOpen();
  const frozen = workspace.record.policies.at(-1)?.policy;
  if (frozen && !(await draftEvaluator.testPatterns(frozen, isWanted))) return false;
  return draftEvaluator.testPatterns(draft, isWanted);
}

/** The last frozen version on the current snapshot, if any. */
function frozenOn(workspace: Workspace, tables: Tables): Evaluated | undefined {
  const last = workspace.record.policies.at(-1);
  return last && workspace.evaluate(tables, last.policy, last.version);
}

/** One move of the slider: a row of the cube when that is ready, otherwise a pass over the prepared columns. */
function previewOf(
  workspace: Workspace,
  tables: Tables,
  policy: Policy,
  licenceType: string | undefined,
): PreviewAnswer {
  const { snapshot, draftEvaluator, draftCube } = tables;
  const frozen = frozenOn(workspace, tables);
  const facts = workspace.factsFor(frozen?.version, snapshot.id);
  const { context, prepared } = draftEvaluator.prepare(policy, facts);
  const cube = draftCube.find(prepared, policy, frozen?.evaluation);
  const figures = cube
    ? figuresFromCube(cube, policy, facts.queueWaived)
    : figuresFromPass(tables, prepared, policy, frozen, facts.queueWaived);
  const counts = licenceType === undefined ? figures.counts : onlyType(figures.counts, licenceType);
  const described = describedData({ snapshot, context });
  const type = licenceType === undefined ? undefined : snapshot.licenceTypes.indexOf(licenceType);
  return {
    asOf: snapshot.asOf,
    counts,
    money: moneyOf(workspace, counts, snapshot.asOf),
    changes: frozen && { ...figures.changes(type), againstVersion: frozen.version ?? 0 },
    atOtherPreset: otherPreset(policy, licenceType, (windows) =>
      cube?.isFor(prepared, windows, frozen?.evaluation)
        ? cube.counts(windows.dormancy)
        : draftEvaluator.countsBeside(prepared, {
            windows,
            windowsByLicenceType: policy.windowsByLicenceType,
          }),
    ),
    candidates: figures.candidates,
    nonHumanHits: draftEvaluator.nonHumanHits(context, prepared),
    signInAsAction: described.signInAsAction,
    paragraph: describePolicy(policy, described),
  };
}

/** What a move of the slider changes. */
interface DraftFigures {
  readonly counts: EvaluationCounts;
  readonly candidates: number;
  /** Of the flagged set against the frozen definition, for one licence type (its code) or all. */
  readonly changes: (licenceType: number | undefined) => { readonly added: number; readonly removed: number };
}

function figuresFromCube(cube: WindowCube, policy: Policy, queueWaived: boolean): DraftFigures {
  const { dormancy } = policy.windows;
  return {
    counts: cube.counts(dormancy),
    candidates: cube.candidates(dormancy, policy, queueWaived),
    changes: (licenceType) => cube.flaggedChanges(dormancy, licenceType),
  };
}

function figuresFromPass(
  { snapshot, scratch }: Tables,
  prepared: PreparedSeats,
  policy: Policy,
  frozen: Evaluated | undefined,
  queueWaived: boolean,
): DraftFigures {
  const { evaluation, counts } = evaluateSeats(prepared, policy, scratch);
  return {
    counts,
    candidates: countCandidates(prepared, evaluation, policy, queueWaived),
    changes: (licenceType) => {
      if (!frozen) return { added: 0, removed: 0 };
      const changes = diffFlagged(frozen.evaluation, evaluation);
      if (licenceType === undefined) return { added: changes.added, removed: changes.removed };
      let added = 0;
      let removed = 0;
      for (const { seat, change } of changes.seats()) {
        if (snapshot.seats.licenceType[seat] !== licenceType) continue;
        if (change === 'added') added += 1;
        else removed += 1;
      }
      return { added, removed };
    },
  };
}

/** Whether a seat is of the licence type of the filter; `undefined` without a filter. */
function typeFilter(
  snapshot: Snapshot,
  licenceType: string | undefined,
): ((seat: number) => boolean) | undefined {
  if (licenceType === undefined) return undefined;
  const type = snapshot.licenceTypes.indexOf(licenceType);
  return (seat) => snapshot.seats.licenceType[seat] === type;
}

/** Counts of one licence type: the others' cells are left at 0, so that the sums are those of the filter. */
function onlyType(counts: EvaluationCounts, licenceType: string): EvaluationCounts {
  const type = counts.licenceTypes.indexOf(licenceType);
  const cells = counts.cells.map((count, index) =>
    Math.floor(index / CATEGORIES.length) % counts.licenceTypes.length === type ? count : 0,
  );
  return { ...counts, cells };
}

/** Flagged seats × lowest price in force, per flagged category and currency. Without a price: not known. */
function moneyOf(workspace: Workspace, counts: EvaluationCounts, asOf: EpochDay): PreviewAnswer['money'] {
  const { entitlements } = chooseLines([...workspace.record.contractLines.values()], asOf);
  if (entitlements.length === 0) return [];
  const seats = countsByLicenceType(counts);
  const currencies = [...new Set(entitlements.map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) =>
    FLAGGED_CATEGORIES.map((category) => {
      let amount: number | undefined = 0;
      for (const { licenceType, unitPriceAYear, ...held } of entitlements) {
        const flagged = seats.get(licenceType)?.[category] ?? 0;
        if (held.currency !== currency || flagged === 0 || amount === undefined) continue;
        amount = unitPriceAYear === undefined ? undefined : amount + flagged * unitPriceAYear;
      }
      return { category, currency, amount: amount as MinorUnits | undefined };
    }),
  );
}

/** What the other usual window would flag. */
function otherPreset(
  policy: Policy,
  licenceType: string | undefined,
  countsUnder: (windows: Windows) => EvaluationCounts,
): PreviewAnswer['atOtherPreset'] {
  const window = PRESETS.find((preset) => preset !== policy.windows.dormancy) ?? PRESETS[0];
  const follows = policy.windows.borderline === 2 * policy.windows.dormancy;
  const borderline = follows ? 2 * window : Math.max(window, policy.windows.borderline);
  const { licenceTypes, cells } = countsUnder({ dormancy: window, borderline });
  const wanted = licenceType === undefined ? undefined : licenceTypes.indexOf(licenceType);
  let flagged = 0;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const type = Math.floor(cell / CATEGORIES.length) % licenceTypes.length;
    if (IS_FLAGGED[cell % CATEGORIES.length] && (wanted === undefined || type === wanted))
      flagged += cells[cell]!;
  }
  return { window, flagged };
}

function changeRows(
  draft: Evaluated,
  frozen: Evaluated,
  licenceType: string | undefined,
  from: number,
  count: number,
): { readonly total: number; readonly rows: readonly ChangeRow[] } {
  const { snapshot } = draft;
  const isWanted = typeFilter(snapshot, licenceType);
  const changed = [...diffFlagged(frozen.evaluation, draft.evaluation).seats()].filter(
    ({ seat }) => isWanted?.(seat) ?? true,
  );
  const rows = changed.slice(from, from + count).map(({ seat, change }): ChangeRow => ({
    seat,
    change,
    name: accountName(snapshot, snapshot.seats.account[seat]! as RowIndex),
    licenceType: snapshot.licenceTypes[snapshot.seats.licenceType[seat]!]!,
    before: CATEGORIES[frozen.evaluation.category[seat]!]!,
    after: CATEGORIES[draft.evaluation.category[seat]!]!,
    idle: explainSeat(draft.context, seat).idle,
  }));
  return { total: changed.length, rows };
}
