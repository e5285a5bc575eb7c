import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { Evaluation } from '../../core/policy/evaluation.ts';
import { isSameRules, type KnownMarks } from '../../core/policy/evaluationContext.ts';
import type { Policy, PolicyVersion } from '../../core/policy/policy.ts';
import { DEFAULT_POLICY } from '../../core/policy/policy.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import type { IdentityRules } from '../../core/ingest/identityRules.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { queueWaiverFor } from '../../core/reclaim/seatDecision.ts';
import type { OpenedClient } from '../../storage/clientStore.ts';
import type { LostReason } from '../../storage/storedClients.ts';
import type { AboutRecord, ClientDatabase } from '../../storage/database.ts';
import { loadDraft } from '../../storage/draftStore.ts';
import { browserLocks } from '../../storage/importLock.ts';
import { hmacHexUnder } from '../../storage/ledgerHash.ts';
import type { LedgerState } from '../../storage/ledgerStore.ts';
import { cleanOrphans, loadSnapshot } from '../../storage/snapshotStore.ts';
import { withEvidence, type SourceMatch } from '../../core/inventory/joinEvidence.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountColumnName, lifeColumnName } from '../../core/inventory/snapshotLayout.ts';
import type { Receipt } from '../loadView.ts';
import type { FileReceipt } from '../tableView.ts';
import type { Failure } from '../protocol.ts';
import type { LedgerCheck, WorkspaceView } from '../workspaceView.ts';
import { eventColumns, KEY_TEXT_COLUMNS, loadEvidence, logsInForce, type LogReceipt } from './activityOf.ts';
import { DraftCube } from './draftCube.ts';
import type { Evaluated } from './evaluated.ts';
import { Evaluator, type EvaluationFacts, type EvaluatorTools } from './evaluator.ts';
import { keepMarks, loadMarks } from './keptMarks.ts';
import { OpenCaseRows } from './openCaseRows.ts';
import { earlierLists, loadSeatHistory } from './seatHistoryOf.ts';
import { SeatLists } from './seatLists.ts';
import { SeatRows } from './seatRowsOf.ts';
import { SerialQueue } from './serialQueue.ts';
import { snapshotFailure } from './snapshotFailure.ts';
import { loadFiles, loadImports, type StoredImport } from './storedImports.ts';

export const POLICY_DRAFT = 'policy';

/** Milliseconds after which the texts are read that the first rows do not need. */
const REST_AFTER = 300;

/** One snapshot in memory with what was computed of it. */
export interface Tables {
  /** With the evidence of the logs that are in force. */
  readonly snapshot: Snapshot;
  /** How these logs stand to its accounts. */
  readonly matches: readonly SourceMatch[];
  /** Marks of accounts that are not people as they were kept with the snapshot. */
  readonly knownMarks: KnownMarks | undefined;
  readonly evaluator: Evaluator;
  /** For drafts: previewing one must not throw away what the frozen policy was prepared to. */
  readonly draftEvaluator: Evaluator;
  /** Overwritten by every preview that is not answered from the cube. */
  readonly scratch: Evaluation;
  readonly draftCube: DraftCube;
  readonly lists: SeatLists;
  readonly rows: SeatRows;
  readonly openCases: OpenCaseRows;
  /** Whether the texts that are not needed for the first rows have been loaded. */
  readonly isWhole: () => boolean;
  /** Loads the texts that are not needed for the first rows, but for those of `loadOrigins`; once. */
  loadRest(): Promise<Result<null, Failure>>;
  /** Loads the original texts of the dates of a seat's life, which nothing but `SeatReason.evidence` reads. */
  loadOrigins(): Promise<Result<null, Failure>>;
}

/** The open client: its database, its ledger as replayed, and the tables that were asked for. */
export class Workspace {
  readonly db: ClientDatabase;
  readonly about: AboutRecord;
  readonly hmacHex: (text: string) => string;
  /** Acts and imports of this tab run one after the other. */
  readonly queue = new SerialQueue();
  ledger: LedgerState;
  /** How the ledger compared with what the browser remembered of it when the client was opened. */
  foundOnOpening: LedgerCheck | undefined;
  #imports: readonly StoredImport[];
  #files: readonly FileReceipt[];
  draftPolicy: Policy;
  /** Borderline seats that wait for a person, as of the last act; `undefined` before the first. */
  borderlineWaiting: number | undefined;
  #tables: { readonly key: string; readonly tables: Promise<Result<Tables, Failure>> } | undefined;
  #lastEvaluated: { readonly key: readonly unknown[]; readonly evaluated: Evaluated } | undefined;

  private constructor(
    client: OpenedClient,
    imports: readonly StoredImport[],
    files: readonly FileReceipt[],
    draftPolicy: Policy,
  ) {
    this.db = client.db;
    this.about = client.about;
    this.ledger = client.ledger;
    this.hmacHex = hmacHexUnder(client.about.secret);
    this.#imports = imports;
    this.#files = files;
    this.draftPolicy = draftPolicy;
  }

  static async open(client: OpenedClient): Promise<Result<Workspace, Failure>> {
    await cleanOrphans(client.db, browserLocks());
    const imports = await loadImports(client.db);
    if (!imports.ok) return imports;
    const files = await loadFiles(client.db);
    if (!files.ok) return files;
    const stored = await loadDraft(client.db, POLICY_DRAFT);
    const draft = stored === undefined ? undefined : readPolicy(stored);
    const frozen = client.ledger.record.policies.at(-1)?.policy;
    return succeed(
      new Workspace(client, imports.value, files.value, draft?.ok ? draft.value : (frozen ?? DEFAULT_POLICY)),
    );
  }

  get record(): WorkspaceRecord {
    return this.ledger.record;
  }

  async reloadReceipts(): Promise<void> {
    const imports = await loadImports(this.db);
    if (imports.ok) this.#imports = imports.value;
    const files = await loadFiles(this.db);
    if (files.ok) this.#files = files.value;
  }

  /** Newest import first. */
  get receipts(): readonly Receipt[] {
    return this.#imports.map(({ receipt }) => receipt);
  }

  /** Loaded files of the other kinds, newest import first. */
  get files(): readonly FileReceipt[] {
    return this.#files;
  }

  /** Receipt of the snapshot that all figures describe. */
  get current(): Receipt | undefined {
    return this.#currentImport?.receipt;
  }

  /** Sources of evidence of that snapshot, of its list and of logs; known without its tables. */
  get currentEvidence(): WorkspaceView['evidenceColumns'] {
    const current = this.#currentImport;
    if (!current) return [];
    return [...current.evidence, ...eventColumns(logsInForce(this.#files, current.receipt))];
  }

  get #currentImport(): StoredImport | undefined {
    const id = currentImport(this.record)?.snapshot;
    return this.#imports.find(({ receipt }) => receipt.snapshot === id);
  }

  /**
   * Begins to prepare what the next question will need, and what later ones will when the first rows have had their
   * time. A failure is told to the question that needs it, which tries again.
   */
  prefetch(): void {
    void this.firstEvaluated()
      .then((ready) => {
        if (ready.ok) setTimeout(() => void this.tables().catch(() => undefined), REST_AFTER);
      })
      .catch(() => undefined);
  }

  /**
   * Tables of the current snapshot, loaded once and kept until another snapshot is current, an earlier list is added or
   * removed that says since when its seats are held, or logs or the rules by which their keys are matched change.
   */
  async tables(): Promise<Result<Tables, Failure>> {
    const first = await this.firstTables();
    if (!first.ok || first.value.isWhole()) return first;
    try {
      const rest = await first.value.loadRest();
      if (!rest.ok) this.#tables = undefined;
      return rest.ok ? first : rest;
    } catch (error) {
      this.#tables = undefined;
      throw error;
    }
  }

  /**
   * The tables before all of their texts are there: numbers, names and account ids. Every other text throws until
   * `isWhole`.
   */
  async firstTables(): Promise<Result<Tables, Failure>> {
    const id = currentImport(this.record)?.snapshot;
    if (id === undefined) return fail({ kind: 'noSnapshot' });
    const { receipts, current } = this;
    const earlier = current ? earlierLists(receipts, current) : [];
    const logs = current ? logsInForce(this.#files, current) : [];
    const key = [id, ...earlier, ...logs.map(({ file }) => file), this.#rulesKey(logs)].join(' ');
    if (this.#tables?.key !== key) {
      const isWanted = (): boolean => this.#tables?.key === key && this.db.isOpen();
      this.#tables = { key, tables: this.#openTables(id, earlier, logs, isWanted) };
    }
    const asked = this.#tables;
    try {
      const tables = await asked.tables;
      if (this.#tables !== asked && this.db.isOpen()) return await this.firstTables();
      if (!tables.ok) this.#tables = undefined;
      return tables;
    } catch (error) {
      if (this.#tables === asked) this.#tables = undefined;
      throw error;
    }
  }

  /** What of the identity rules decides the tables: nothing while there is no log whose keys they match. */
  #rulesKey(logs: readonly LogReceipt[]): string {
    const { domainAliases, dropMailboxTags } = this.record.identity.rules;
    return logs.length === 0 ? '' : JSON.stringify([...domainAliases, dropMailboxTags]);
  }

  /** Tables of any snapshot for one question, whole; nothing is kept of those of one that is not in use. */
  async tablesOf(id: string): Promise<Result<Tables, Failure>> {
    if (id === currentImport(this.record)?.snapshot) return this.tables();
    const { receipts } = this;
    const receipt = receipts.find(({ snapshot }) => snapshot === id);
    if (!receipt) return fail({ kind: 'noSnapshot' });
    const logs = logsInForce(this.#files, receipt);
    const earlier = earlierLists(receipts, receipt);
    const opened = await this.#openTables(id, earlier, logs, () => this.db.isOpen());
    if (!opened.ok || opened.value.isWhole()) return opened;
    const rest = await opened.value.loadRest();
    return rest.ok ? opened : rest;
  }

  #openTables(
    id: string,
    earlier: readonly string[],
    logs: readonly LogReceipt[],
    isWanted: () => boolean,
  ): Promise<Result<Tables, Failure>> {
    const { fiscalYearStart } = this.about;
    const { rules } = this.record.identity;
    return openTables(this.db, { id, earlier, logs, rules, isWanted, fiscalYearStart });
  }

  factsFor(version: number | undefined, snapshot: string): EvaluationFacts {
    const { contractLines, reviewFacts } = this.record;
    const waiver = version === undefined ? undefined : queueWaiverFor(this.record, version, snapshot);
    return { contractLines, reviewFacts, queueWaived: waiver !== undefined };
  }

  /** The current snapshot under the last frozen policy, or under the draft while nothing is frozen. */
  async evaluated(): Promise<Result<Evaluated, Failure>> {
    const tables = await this.tables();
    if (!tables.ok) return tables;
    return this.#evaluateLatest(tables.value, () => this.evaluated());
  }

  /** As `evaluated`, over tables that may lack texts where the policy needs none of these. */
  async firstEvaluated(): Promise<Result<Evaluated, Failure>> {
    const tables = await this.firstTables();
    if (!tables.ok) return tables;
    const { nonHuman } = this.record.policies.at(-1)?.policy ?? this.draftPolicy;
    const { knownMarks } = tables.value;
    return knownMarks && isSameRules(knownMarks.rules, nonHuman)
      ? this.#evaluateLatest(tables.value, () => this.firstEvaluated())
      : this.evaluated();
  }

  /** `again`: asks anew where another definition or other tables came into use while logs were tested for patterns. */
  async #evaluateLatest(
    tables: Tables,
    again: () => Promise<Result<Evaluated, Failure>>,
  ): Promise<Result<Evaluated, Failure>> {
    const { policy, version } = this.#latest;
    const key = this.#tables?.key;
    const isCurrent = (): boolean => this.#tables?.key === key && this.#latest.policy === policy;
    const isTested = await tables.evaluator.testPatterns(policy, () => this.db.isOpen() && isCurrent());
    if (!this.db.isOpen()) return fail({ kind: 'cancelled' });
    return isTested && isCurrent() ? succeed(this.evaluate(tables, policy, version)) : again();
  }

  /** The last frozen version, or the draft while nothing is frozen. */
  get #latest(): { readonly policy: Policy; readonly version: number | undefined } {
    const frozen: PolicyVersion | undefined = this.record.policies.at(-1);
    return { policy: frozen?.policy ?? this.draftPolicy, version: frozen?.version };
  }

  /** As `evaluated`, of a policy whose pattern tests were awaited; kept while nothing that it depends on has changed. */
  evaluate(tables: Tables, policy: Policy, version: number | undefined): Evaluated {
    const facts = this.factsFor(version, tables.snapshot.id);
    const key = [tables.snapshot, policy, version, facts.contractLines, facts.reviewFacts, facts.queueWaived];
    const last = this.#lastEvaluated;
    if (last && last.key.every((part, index) => part === key[index])) return last.evaluated;
    const evaluated = tables.evaluator.evaluate(policy, version, facts);
    this.#lastEvaluated = { key, evaluated };
    return evaluated;
  }
}

/** Texts that the first rows of a list show and are ordered by. */
const NAMES = accountColumnName('displayName');
const FIRST_TEXTS = [NAMES, accountColumnName('accountId')];

/** A snapshot to be opened, with the files that speak for it beside its own list. */
interface OpeningTables {
  readonly id: string;
  readonly earlier: readonly string[];
  readonly logs: readonly LogReceipt[];
  /** Rules by which the keys of the logs are matched. */
  readonly rules: IdentityRules;
  /** Whether the tables are still asked for: joining logs is given up when they are not. */
  readonly isWanted: () => boolean;
  readonly fiscalYearStart: number;
}

async function openTables(
  db: ClientDatabase,
  { id, earlier, logs, rules, isWanted, fiscalYearStart }: OpeningTables,
): Promise<Result<Tables, Failure>> {
  const loaded = await loadSnapshot(db, id, FIRST_TEXTS);
  if (!loaded.ok) return fail(snapshotFailure(loaded.failure));
  const { snapshot: list, textColumns, loadTexts, hasEmptyText } = loaded.value;
  const origins = list.life.map(({ meaning }) => lifeColumnName(meaning, 'raw'));
  const [texts, knownMarks] = await Promise.all([
    loadTexts(logs.length === 0 ? FIRST_TEXTS : [...FIRST_TEXTS, ...KEY_TEXT_COLUMNS]),
    loadMarks(db, id, list.accounts.count),
  ]);
  if (!texts.ok) return fail(snapshotFailure(texts.failure));
  const joined = await loadEvidence(db, list, logs, rules, isWanted);
  if (!joined.ok) return joined;
  const snapshot = withEvidence(list, joined.value.columns);
  const history = await loadSeatHistory(db, snapshot, earlier);
  if (!history.ok) return history;
  let isWhole = false;
  const loadRest = async (): Promise<Result<null, Failure>> => {
    const read = await loadTexts(textColumns.filter((column) => !origins.includes(column)));
    if (!read.ok) return fail(snapshotFailure(read.failure));
    isWhole = true;
    return read;
  };
  let rest: Promise<Result<null, Failure>> | undefined;
  // Where a display name is empty, another text stands in for it.
  if (hasEmptyText(NAMES)) {
    const read = await loadRest();
    if (!read.ok) return read;
  }
  const { count } = snapshot.seats;
  const rows = new SeatRows(snapshot);
  const tools: EvaluatorTools = {
    history: history.value,
    knownMarks,
    onMarked: (marks) => keepMarks(db, id, marks),
    fiscalYearStart,
  };
  const evaluator = new Evaluator(snapshot, tools);
  return succeed({
    snapshot,
    matches: joined.value.matches,
    knownMarks,
    evaluator,
    draftEvaluator: new Evaluator(snapshot, tools, evaluator),
    scratch: { category: new Uint8Array(count), boundary: new Uint8Array(count) },
    draftCube: new DraftCube(),
    lists: new SeatLists(snapshot),
    rows,
    openCases: new OpenCaseRows(rows),
    isWhole: () => isWhole,
    loadRest: () => (rest ??= loadRest()),
    async loadOrigins() {
      const read = await loadTexts(origins);
      return read.ok ? read : fail(snapshotFailure(read.failure));
    },
  });
}

/** The one client that is open in this tab, if any. */
export class Session {
  #workspace: Workspace | undefined;
  #lost: LostReason | undefined;

  readonly onLost = (why: LostReason): void => {
    this.#lost = why;
  };

  enter(workspace: Workspace): void {
    this.leave();
    this.#lost = undefined;
    this.#workspace = workspace;
  }

  leave(): void {
    this.#workspace?.db.close();
    this.#workspace = undefined;
  }

  /** The open client, or why there is none to work on. */
  open(): Result<Workspace, Failure> {
    if (this.#lost !== undefined) {
      return fail(this.#lost === 'wiped' ? { kind: 'clientMissing' } : { kind: 'otherTabNewer' });
    }
    return this.#workspace ? succeed(this.#workspace) : fail({ kind: 'clientMissing' });
  }
}
