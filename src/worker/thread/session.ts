import { fail, succeed, type Result } from '../../core/base/result.ts';
import { isSameRules } from '../../core/policy/evaluationContext.ts';
import type { Policy, PolicyVersion } from '../../core/policy/policy.ts';
import { DEFAULT_POLICY } from '../../core/policy/policy.ts';
import { readPolicy } from '../../core/policy/readPolicy.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { reviewFactsOf } from '../../core/reclaim/seatFacts.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { queueWaiverFor } from '../../core/reclaim/seatDecision.ts';
import type { OpenedClient } from '../../storage/clientStore.ts';
import type { LostReason } from '../../storage/giveWay.ts';
import type { AboutRecord, ClientDatabase } from '../../storage/database.ts';
import { loadDraft } from '../../storage/draftStore.ts';
import { browserLocks } from '../../storage/importLock.ts';
import { hmacHexUnder } from '../../storage/ledgerHash.ts';
import type { LedgerState } from '../../storage/ledgerStore.ts';
import { cleanOrphans } from '../../storage/snapshotStore.ts';
import type { Receipt } from '../loadView.ts';
import type { FileReceipt } from '../tableView.ts';
import type { Failure } from '../protocol.ts';
import type { LedgerCheck, WorkspaceView } from '../workspaceView.ts';
import { eventColumns, logsInForce, logsKey, withStatedSystems } from './activityOf.ts';
import type { Evaluated } from './evaluated.ts';
import type { EvaluationFacts } from './evaluator.ts';
import { earlierLists } from './seatHistoryOf.ts';
import { SerialQueue } from './serialQueue.ts';
import { loadFiles, loadImports, type StoredImport } from './storedImports.ts';
import type { ReviewFacts } from '../../core/policy/reviewFacts.ts';
import { openTables, type OpeningTables, type Tables } from './tables.ts';

export const POLICY_DRAFT = 'policy';

/** Milliseconds after which the texts are read that the first rows do not need. */
const REST_AFTER = 300;

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
  /** The stored draft as this tab last read or saved it, as JSON; `undefined` while none is stored. */
  knownDraft: string | undefined;
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
    // What is cleaned away has no head, so that nothing of it is listed meanwhile.
    const [imports, files, stored] = await Promise.all([
      loadImports(client.db),
      loadFiles(client.db),
      loadDraft(client.db, POLICY_DRAFT),
      cleanOrphans(client.db, browserLocks()),
    ]);
    if (!imports.ok) return imports;
    if (!files.ok) return files;
    const draft = stored === undefined ? undefined : readPolicy(stored);
    const frozen = client.ledger.record.policies.at(-1)?.policy;
    const policy = draft?.ok ? draft.value : (frozen ?? DEFAULT_POLICY);
    const workspace = new Workspace(client, imports.value, files.value, policy);
    workspace.knownDraft = stored === undefined ? undefined : JSON.stringify(stored);
    return succeed(workspace);
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
    return withStatedSystems(this.#files, this.record.statedSystems);
  }

  /** The system that a file was loaded as one of, whatever was said of it later. */
  loadedAs(file: string): string {
    return this.#files.find((receipt) => receipt.file === file)?.plan?.system ?? 'other';
  }

  /** Receipt of the snapshot that all figures describe. */
  get current(): Receipt | undefined {
    return this.#currentImport?.receipt;
  }

  /** Sources of evidence of that snapshot, of its list and of logs; known without its tables. */
  get currentEvidence(): WorkspaceView['evidenceColumns'] {
    const current = this.#currentImport;
    if (!current) return [];
    return [...current.evidence, ...eventColumns(logsInForce(this.files, current.receipt))];
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
        if (ready.ok) setTimeout(() => void this.#prepareLater().catch(() => undefined), REST_AFTER);
      })
      .catch(() => undefined);
  }

  /** What questions after the first rows need, and the next opening. */
  async #prepareLater(): Promise<void> {
    const tables = await this.tables();
    if (tables.ok) await tables.value.nameOrder.keep(() => this.db.isOpen());
  }

  /**
   * Tables of the current snapshot, loaded once and kept until another snapshot is current, an earlier list is added or
   * removed that says since when its seats are held, or logs or the rules by which their keys are matched change.
   */
  async tables(): Promise<Result<Tables, Failure>> {
    const first = await this.firstTables();
    return first.ok && !first.value.texts.isWhole
      ? this.#withTexts(first.value, () => first.value.texts.loadRest())
      : first;
  }

  /**
   * The tables before all of their texts are there: numbers, names and account ids, and what is known of the order by
   * name.
   */
  async firstTables(): Promise<Result<Tables, Failure>> {
    const numbers = await this.#numberTables();
    return numbers.ok ? this.#withTexts(numbers.value, () => loadForRows(numbers.value)) : numbers;
  }

  /** Tables after further texts of them were loaded; after a failure they are opened anew by the next question. */
  async #withTexts(
    tables: Tables,
    load: () => Promise<Result<null, Failure>>,
  ): Promise<Result<Tables, Failure>> {
    const asked = this.#tables;
    const drop = (): void => {
      if (this.#tables === asked) this.#tables = undefined;
    };
    try {
      const loaded = await load();
      if (!loaded.ok) drop();
      return loaded.ok ? succeed(tables) : loaded;
    } catch (error) {
      drop();
      throw error;
    }
  }

  /** The tables as soon as their numbers are there. For their texts see `TableTexts`. */
  async #numberTables(): Promise<Result<Tables, Failure>> {
    const id = currentImport(this.record)?.snapshot;
    if (id === undefined) return fail({ kind: 'noSnapshot' });
    const { receipts, current } = this;
    const earlier = current ? earlierLists(receipts, current) : [];
    const logs = current ? logsInForce(this.files, current) : [];
    const key = [id, ...earlier, logsKey(logs, this.record.identity.rules)].join(' ');
    if (this.#tables?.key !== key) {
      const isWanted = (): boolean => this.#tables?.key === key && this.db.isOpen();
      this.#tables = { key, tables: this.#openTables({ id, plan: current?.plan, earlier, logs, isWanted }) };
    }
    const asked = this.#tables;
    try {
      const tables = await asked.tables;
      if (this.#tables !== asked && this.db.isOpen()) return await this.#numberTables();
      if (!tables.ok) this.#tables = undefined;
      return tables;
    } catch (error) {
      if (this.#tables === asked) this.#tables = undefined;
      throw error;
    }
  }

  /** Tables of any snapshot for one question, whole; nothing is kept of those of one that is not in use. */
  async tablesOf(id: string): Promise<Result<Tables, Failure>> {
    if (id === currentImport(this.record)?.snapshot) return this.tables();
    const { receipts } = this;
    const receipt = receipts.find(({ snapshot }) => snapshot === id);
    if (!receipt) return fail({ kind: 'noSnapshot' });
    const logs = logsInForce(this.files, receipt);
    const earlier = earlierLists(receipts, receipt);
    const opened = await this.#openTables({
      id,
      plan: receipt.plan,
      earlier,
      logs,
      isWanted: () => this.db.isOpen(),
    });
    if (!opened.ok) return opened;
    const rest = await opened.value.texts.loadRest();
    return rest.ok ? opened : rest;
  }

  #openTables(asked: Omit<OpeningTables, 'rules' | 'fiscalYearStart'>): Promise<Result<Tables, Failure>> {
    const { fiscalYearStart } = this.about;
    return openTables(this.db, { ...asked, rules: this.record.identity.rules, fiscalYearStart });
  }

  factsFor(version: number | undefined, snapshot: string): EvaluationFacts {
    const { contractLines, reviewFactsBySystem, systemBySnapshot } = this.record;
    const reviewFacts = reviewFactsOf(reviewFactsBySystem, systemBySnapshot.get(snapshot));
    const waiver = version === undefined ? undefined : queueWaiverFor(this.record, version, snapshot);
    return { contractLines, reviewFacts, queueWaived: waiver !== undefined };
  }

  /** The current snapshot under the last frozen policy, or under the draft while nothing is frozen. */
  async evaluated(): Promise<Result<Evaluated, Failure>> {
    const tables = await this.tables();
    if (!tables.ok) return tables;
    return this.#evaluateLatest(tables.value, () => this.evaluated());
  }

  /** As `evaluated`, over tables that may lack texts where neither the policy nor a decision needs these. */
  async firstEvaluated(): Promise<Result<Evaluated, Failure>> {
    const tables = await (hasFacts(this.record.reviewFacts) ? this.firstTables() : this.#numberTables());
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

/** All that the first rows need, in whichever order they are wanted. */
async function loadForRows({ texts, nameOrder }: Tables): Promise<Result<null, Failure>> {
  await nameOrder.load();
  return texts.loadNames();
}

/** Whether anything was decided about single seats or accounts, which are found by their ids. */
const hasFacts = (facts: ReviewFacts): boolean => Object.values(facts).some(({ size }) => size > 0);

/** The one client that is open in this tab, if any. */
export class Session {
  #workspace: Workspace | undefined;
  #lost: LostReason | undefined;

  /** `tellPage`: the open client was given up. */
  constructor(private readonly tellPage: (why: LostReason) => void = () => undefined) {}

  readonly onLost = (why: LostReason): void => {
    this.#lost = why;
    this.tellPage(why);
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
