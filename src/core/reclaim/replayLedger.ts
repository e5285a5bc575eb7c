import { succeed, type Result } from '../base/result.ts';
import type { CaseRecord } from './caseRecord.ts';
import { isClosed } from './caseState.ts';
import { describeFact } from './describeFact.ts';
import { journalState } from './journalState.ts';
import type { RecordedEntry } from './ledgerEntry.ts';
import { movesHead } from './ledgerKinds.ts';
import { readFact, type UnreadableEntry } from './readFact.ts';
import type { RecordedFact } from './recordedFact.ts';
import { caseAfterMove, caseFromOpening, type ReplayStamp } from './replayCase.ts';
import { ANY_SYSTEM, reviewFactsOf } from './seatFacts.ts';
import { systemInUse } from './systemInUse.ts';
import {
  EMPTY_RECORD,
  type FrozenPolicy,
  type Measurement,
  type ActRecord,
  type WorkspaceRecord,
} from './workspaceRecord.ts';
import type { JournalFact, Recorded } from './journalFact.ts';

/** Replays a whole ledger from empty. Chain and hashes are not looked at: `verifyChain` does that. */
export const replayLedger = (entries: readonly RecordedEntry[]): Result<WorkspaceRecord, UnreadableEntry> =>
  replayOnto(EMPTY_RECORD, entries);

/**
 * Replays further entries onto a record; the same as replaying everything from empty. The failure names the first
 * entry whose content cannot be read, and nothing is replayed then.
 */
export function replayOnto(
  record: WorkspaceRecord,
  entries: readonly RecordedEntry[],
): Result<WorkspaceRecord, UnreadableEntry> {
  if (entries.length === 0) return succeed(record);
  const replay = new Replay(record);
  for (const recorded of entries) {
    const fact = readFact(recorded);
    if (!fact.ok) return fact;
    replay.take(fact.value, recorded);
  }
  return succeed(replay.record());
}

/** An act while entries are still added to it. */
interface WorkingAct extends ActRecord {
  steps: { readonly sequence: number; readonly caseNumber: number | undefined }[];
}

/** The work in hand of one replay: copies of what the record holds, written to and then frozen into a new record. */
class Replay {
  readonly #before: WorkspaceRecord;
  #client: WorkspaceRecord['client'];
  #imports: WorkspaceRecord['imports'];
  #systemBySnapshot: WorkspaceRecord['systemBySnapshot'];
  #files: WorkspaceRecord['files'];
  #end: WorkspaceRecord['end'];
  #head: WorkspaceRecord['head'];
  readonly #policies: FrozenPolicy[];
  readonly #measurements: Measurement[];
  readonly #cases: Map<number, CaseRecord>;
  readonly #openCases: Map<string, Map<string, number>>;
  #chosenSystem: WorkspaceRecord['chosenSystem'];
  readonly #exports: WorkspaceRecord['exports'][number][];
  readonly #journal: Map<number, JournalFact>;
  #journalChanged = false;
  readonly #acts: WorkingAct[];

  constructor(record: WorkspaceRecord) {
    this.#before = record;
    this.#client = record.client;
    this.#imports = record.imports;
    this.#systemBySnapshot = record.systemBySnapshot;
    this.#files = record.files;
    this.#end = record.end;
    this.#head = record.head;
    this.#policies = [...record.policies];
    this.#measurements = [...record.measurements];
    this.#cases = new Map(record.cases);
    this.#openCases = new Map(
      [...record.openCasesBySystem].map(([system, seats]) => [system, new Map(seats)]),
    );
    this.#chosenSystem = record.chosenSystem;
    this.#exports = [...record.exports];
    this.#journal = new Map(record.journal);
    this.#acts = record.acts.map((act) => ({ ...act, steps: [...act.steps] }));
  }

  take(fact: RecordedFact, { entry, personal }: RecordedEntry): void {
    const stamp: ReplayStamp = { sequence: entry.sequence, at: entry.at, actor: personal.actor };
    this.#apply(fact, stamp, entry.act);
    this.#end = { sequence: entry.sequence, hash: entry.hash };
    if (movesHead(entry.kind)) this.#head = this.#end;
  }

  #apply(fact: RecordedFact, stamp: ReplayStamp, act: number): void {
    switch (fact.kind) {
      case 'workspaceCreated':
        this.#client = fact;
        return this.#bar(act);
      case 'usersImported':
        this.#imports = [...this.#imports, { ...fact, ...stamp }];
        this.#systemBySnapshot = new Map([...this.#systemBySnapshot, [fact.snapshot, fact.system]]);
        return this.#bar(act);
      case 'snapshotDeleted':
        this.#imports = this.#imports.filter(({ snapshot }) => snapshot !== fact.snapshot);
        return this.#bar(act);
      case 'fileImported':
        this.#files = [...this.#files, { ...fact, ...stamp }];
        return this.#bar(act);
      case 'fileDeleted':
        this.#files = this.#files.filter(({ file }) => file !== fact.file);
        return this.#bar(act);
      case 'policyFrozen':
        this.#policies.push({
          version: fact.version,
          policy: fact.policy,
          hash: fact.hash,
          sequence: stamp.sequence,
          frozenAt: stamp.at,
          frozenBy: stamp.actor,
        });
        return this.#bar(act);
      case 'measured': {
        const { version, snapshot, asOf, counts, flagged, categories } = fact;
        this.#measurements.push({ version, snapshot, asOf, at: stamp.at, counts, flagged, categories });
        return this.#bar(act);
      }
      case 'contractLineSaved':
      case 'contractLineRemoved':
      case 'holidaysSaved':
      case 'identityRulesSaved':
      case 'accountLinked':
      case 'accountUnlinked':
      case 'planSaved':
      case 'exceptionAdded':
      case 'patternDeclared':
      case 'seatFoundInactive':
      case 'humanMarked':
      case 'queueWaived':
      case 'baselineNamed':
      case 'systemChosen':
      case 'systemStated':
        if (fact.kind === 'systemChosen') this.#chosenSystem = fact.system;
        this.#journal.set(stamp.sequence, { ...fact, ...stamp, seatSystem: this.#systemOfSeat(fact) });
        this.#journalChanged = true;
        return this.#note(act, stamp.sequence, undefined);
      case 'caseOpened':
        this.#put(caseFromOpening(fact, stamp, this.#event(fact, stamp, fact.reason)));
        return this.#bar(act);
      case 'caseMoved':
        return this.#move(fact, stamp, act);
      case 'noticeRecorded':
        this.#change(fact, stamp, { notice: fact.notice });
        return this.#bar(act);
      case 'personLinked':
        this.#change(fact, stamp, fact.role === 'owner' ? { owner: fact.person } : { decider: fact.person });
        return this.#bar(act);
      case 'seatReactivated': {
        const { reactivatedOn } = this.#case(fact.caseNumber);
        this.#change(fact, stamp, { reactivatedOn: [...reactivatedOn, fact.on] });
        return this.#bar(act);
      }
      case 'undone':
        for (const sequence of fact.sequences) this.#journal.delete(sequence);
        this.#journalChanged = true;
        this.#chosenSystem = chosenIn(this.#journal);
        return this.#takeBack(fact.sequences);
      case 'briefExported':
      case 'ledgerExported':
        this.#exports.push({ ...fact, ...stamp } satisfies Recorded<typeof fact>);
        return undefined;
      case 'workspaceSaved':
      case 'namesRevealed':
      case 'ledgerVerified':
        return undefined;
    }
  }

  #move(fact: Extract<RecordedFact, { kind: 'caseMoved' }>, stamp: ReplayStamp, act: number): void {
    const current = this.#case(fact.caseNumber);
    this.#put(caseAfterMove(current, fact, stamp, this.#event(fact, stamp, fact.reason)));
    if (fact.transition === 26) return this.#takeBack([current.movedBy]);
    if (isClosed(fact.to)) return this.#bar(act);
    return this.#note(act, stamp.sequence, fact.caseNumber);
  }

  #change(
    fact: Extract<
      RecordedFact,
      { caseNumber: number; kind: 'noticeRecorded' | 'personLinked' | 'seatReactivated' }
    >,
    stamp: ReplayStamp,
    changed: Partial<CaseRecord>,
  ): void {
    const current = this.#case(fact.caseNumber);
    const timeline = [...current.timeline, this.#event(fact, stamp, undefined)];
    // What is no step survives the undoing of the step before it.
    this.#put({ ...withChange(current, changed), timeline });
  }

  #put(changed: CaseRecord): void {
    this.#cases.set(changed.number, changed);
    const { seat } = changed.seat;
    const system = this.#systemBySnapshot.get(changed.snapshot) ?? ANY_SYSTEM;
    const open = this.#openCases.get(system) ?? new Map<string, number>();
    this.#openCases.set(system, open);
    if (!isClosed(changed.state)) open.set(seat, changed.number);
    else if (open.get(seat) === changed.number) open.delete(seat);
  }

  /** The system whose seat a decision is about: that of its case, else the one whose list was in use. */
  #systemOfSeat(fact: RecordedFact): string | undefined {
    if (!('seat' in fact)) return undefined;
    const caseNumber = 'caseNumber' in fact ? fact.caseNumber : undefined;
    const current = caseNumber === undefined ? undefined : this.#cases.get(caseNumber);
    return current ? this.#systemBySnapshot.get(current.snapshot) : this.#systemInUse();
  }

  #systemInUse(): string | undefined {
    return systemInUse({ imports: this.#imports, chosenSystem: this.#chosenSystem });
  }

  #case(number: number): CaseRecord {
    const found = this.#cases.get(number);
    if (found === undefined) throw new RangeError(`An entry names case ${number}, which was never opened.`);
    return found;
  }

  #event(fact: RecordedFact, { sequence, at, actor }: ReplayStamp, reason: string | undefined) {
    return { sequence, at, actor, what: describeFact(fact), reason };
  }

  /** The act can be taken back, as far as this entry goes. */
  #note(act: number, sequence: number, caseNumber: number | undefined): void {
    let last = this.#acts.at(-1);
    if (last?.act !== act) {
      last = { act, barred: false, steps: [] };
      this.#acts.push(last);
    }
    last.steps.push({ sequence, caseNumber });
  }

  /** The act stands for good: nothing before it can be taken back any more, so nothing before it is remembered. */
  #bar(act: number): void {
    const last = this.#acts.at(-1);
    if (last?.act === act && last.barred) return;
    this.#acts.length = 0;
    this.#acts.push({ act, barred: true, steps: [] });
  }

  #takeBack(sequences: readonly number[]): void {
    const taken = new Set(sequences);
    for (let index = this.#acts.length - 1; index >= 0; index--) {
      const act = this.#acts[index];
      if (act === undefined || !act.steps.some(({ sequence }) => taken.has(sequence))) continue;
      act.steps = act.steps.filter(({ sequence }) => !taken.has(sequence));
      if (act.steps.length === 0 && !act.barred) this.#acts.splice(index, 1);
    }
  }

  record(): WorkspaceRecord {
    const derived = this.#journalChanged ? journalState(this.#journal) : undefined;
    const system = this.#systemInUse();
    const reviewFacts = derived?.reviewFactsBySystem ?? this.#before.reviewFactsBySystem;
    return {
      client: this.#client,
      imports: this.#imports,
      systemBySnapshot: this.#systemBySnapshot,
      baselines: derived?.baselines ?? this.#before.baselines,
      chosenSystem: derived === undefined ? this.#before.chosenSystem : derived.chosenSystem,
      statedSystems: derived?.statedSystems ?? this.#before.statedSystems,
      files: this.#files,
      contractLines: derived?.contractLines ?? this.#before.contractLines,
      holidays: derived?.holidays ?? this.#before.holidays,
      identity: derived?.identity ?? this.#before.identity,
      policies: this.#policies,
      measurements: this.#measurements,
      reviewFacts: reviewFactsOf(reviewFacts, system),
      reviewFactsBySystem: reviewFacts,
      queueWaivers: derived?.queueWaivers ?? this.#before.queueWaivers,
      plan: derived === undefined ? this.#before.plan : derived.plan,
      cases: this.#cases,
      openCaseBySeat: openCasesOf(this.#openCases, system),
      openCasesBySystem: this.#openCases,
      exports: this.#exports,
      journal: this.#journal,
      acts: this.#acts,
      end: this.#end,
      head: this.#head,
    };
  }
}

/** Open cases of the seats of a system, with those of which no list tells the system. */
function openCasesOf(
  openCases: ReadonlyMap<string, ReadonlyMap<string, number>>,
  system = ANY_SYSTEM,
): ReadonlyMap<string, number> {
  const own = openCases.get(system) ?? new Map<string, number>();
  const others = system === ANY_SYSTEM ? undefined : openCases.get(ANY_SYSTEM);
  return others === undefined || others.size === 0 ? own : new Map([...others, ...own]);
}

/** The system chosen last, of the choices that were not taken back. */
const chosenIn = (journal: ReadonlyMap<number, JournalFact>): string | undefined =>
  [...journal.values()].findLast((fact) => fact.kind === 'systemChosen')?.system;

/** The case and every record of it to which a step can be taken back, with the same change. */
const withChange = (current: CaseRecord, changed: Partial<CaseRecord>): CaseRecord => ({
  ...current,
  ...changed,
  before: current.before && withChange(current.before, changed),
});
