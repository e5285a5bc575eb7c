import type { EpochDay } from '../core/base/epochDay.ts';
import type { FileSurvey, UnreadableFile } from '../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../core/ingest/importPlan.ts';
import type { SchemaKind } from '../core/ingest/kinds/fileKind.ts';
import type { TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../core/ingest/kinds/tablePlan.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { BriefContent, BriefOptions } from '../brief/content/briefContent.ts';
import type { Action } from './action.ts';
import type { EvidenceReport } from './evidenceView.ts';
import type { GapPage } from './gapView.ts';
import type { ImportAnswer, ShownQuestion } from './loadView.ts';
import type {
  MatchedQuery,
  MatchedRow,
  OverlapRow,
  PeopleView,
  PersonRow,
  SuggestionRow,
} from './peopleView.ts';
import type { PositionView } from './positionView.ts';
import type { CaseDetail, CasePage, CaseQuery, LedgerRow } from './reclaimView.ts';
import type { ChangeRow, PreviewAnswer, SeatExplanation, SeatPage, SeatQuery } from './reviewView.ts';
import type {
  ComparedPage,
  ComparedSet,
  DeletionLoss,
  DriftPage,
  DriftSet,
  DriftView,
  ListComparison,
  SeatLife,
} from './snapshotView.ts';
import type { AnswerFileOutcome, TableAnswer } from './tableView.ts';
import type { LedgerCheck, WorkspaceView } from './workspaceView.ts';

/** Who acts and when: handed in by the page, since the worker reads no clock and knows no names. */
export interface Stamp {
  readonly actor: string;
  /** Device time with offset, `2026-06-30T14:02:11+01:00`. */
  readonly at: string;
  /** The device's calendar date in the workspace zone: for due marks and process guards only. */
  readonly workingDay: EpochDay;
}

/** A file, also with further files of the same columns whose rows follow its own; or pasted rows. */
export type ImportSource =
  { readonly file: File; readonly appended?: readonly File[] } | { readonly pasted: string };

/** A recorded act: the new state, and what could not be done, by name and reason. */
export interface ActAnswer {
  readonly view: WorkspaceView;
  /** Subjects it was done for. */
  readonly done: number;
  /** Nothing is skipped silently. */
  readonly refused: readonly { readonly subject: string; readonly reason: string }[];
  /** Numbers of the cases that it opened, in order. */
  readonly opened?: readonly number[];
}

/** Every call the page can make: what is asked, and what is answered. */
export interface Calls {
  createClient: {
    ask: {
      readonly name: string;
      readonly timeZone: string;
      readonly fiscalYearStart: number;
      readonly sample: boolean;
      readonly stamp: Stamp;
    };
    answer: WorkspaceView;
  };
  openClient: {
    ask: {
      readonly id: string;
      readonly remembered: { readonly length: number; readonly hash: string } | undefined;
      readonly stamp: Stamp;
    };
    answer: WorkspaceView;
  };
  /** The open client as it stands now: with what other tabs have recorded, and what is due on the working day. */
  renewView: { ask: { readonly workingDay: EpochDay }; answer: WorkspaceView };
  closeClient: { ask: object; answer: null };
  describeClient: {
    ask: { readonly id: string };
    answer: {
      readonly name: string;
      readonly snapshots: number;
      readonly cases: number;
      readonly entries: number;
    };
  };
  wipeClient: { ask: { readonly id: string; readonly typedName: string }; answer: { readonly name: string } };
  /** `plan` holds the user's changes so far; the survey is made anew under it. */
  surveyFile: {
    ask: {
      readonly source: ImportSource;
      readonly fileTime: number | undefined;
      readonly system: string;
      /** A person chose the system; else that of a saved mapping stands above it. */
      readonly isSystemChosen?: boolean;
      readonly plan: ImportPlan | undefined;
      readonly workingDay: EpochDay;
    };
    answer: FileSurvey;
  };
  /** Progress counts rows read. Cancelling leaves nothing behind. */
  importUsers: {
    ask: {
      readonly source: ImportSource;
      readonly plan: ImportPlan;
      readonly estimatedRows: number;
      /** Reads a file again that was loaded with other settings; its old snapshot stays until it is deleted. */
      readonly again?: boolean;
      /** Questions of the X-ray that were shown; others that the whole file asks end the import. */
      readonly shown?: readonly ShownQuestion[];
      /** Places of the columns of all questions that were shown and left open, one a question. */
      readonly unanswered?: readonly number[];
      /** Snapshot beside which the completeness of the plan was answered; beside another one it is asked again. */
      readonly answeredBeside?: string | undefined;
      readonly stamp: Stamp;
    };
    answer: { readonly import: ImportAnswer; readonly view: WorkspaceView };
  };
  rejectedRows: {
    ask: { readonly snapshot: string };
    answer: { readonly fileName: string; readonly csv: string };
  };
  /**
   * Surveys a file of any kind but users, as the kind it seems to be unless `kind` is given. `plan` holds the user's
   * changes so far. An answer file of a packet has nothing to map.
   */
  surveyTable: {
    ask: {
      readonly source: ImportSource;
      readonly fileTime: number | undefined;
      readonly system: string;
      readonly kind: SchemaKind | undefined;
      readonly plan: TablePlan | undefined;
      readonly workingDay: EpochDay;
    };
    answer: { readonly form: 'rows'; readonly survey: TableSurvey } | { readonly form: 'answers' };
  };
  /** Progress counts rows read. Cancelling leaves nothing behind. */
  importTable: {
    ask: {
      readonly source: ImportSource;
      readonly plan: TablePlan;
      readonly estimatedRows: number;
      /** Questions of the X-ray that were shown; others that the whole file asks end the import. */
      readonly shown?: readonly ShownQuestion[];
      readonly stamp: Stamp;
    };
    answer: { readonly import: TableAnswer; readonly view: WorkspaceView };
  };
  /** Answer files of packets, each checked on its own. */
  importAnswers: {
    ask: { readonly files: readonly File[]; readonly stamp: Stamp };
    answer: { readonly results: readonly AnswerFileOutcome[]; readonly view: WorkspaceView };
  };
  /** How loaded logs stand to the snapshot in use, and where files disagree. `most`: rows of every list. */
  evidenceReport: { ask: { readonly most: number }; answer: EvidenceReport };
  deleteTable: { ask: { readonly file: string; readonly stamp: Stamp }; answer: WorkspaceView };
  /** Every key of an activity log that is no account of the list in use, or not the only key of one. */
  logKeyTable: {
    ask: { readonly file: string };
    answer: { readonly fileName: string; readonly csv: string };
  };
  rejectedTableRows: {
    ask: { readonly file: string };
    answer: { readonly fileName: string; readonly csv: string };
  };
  /** What changed between two snapshots of one system, the earlier first however they are given. */
  compareSnapshots: { ask: { readonly one: string; readonly other: string }; answer: ListComparison };
  comparedRows: {
    ask: {
      readonly one: string;
      readonly other: string;
      readonly set: ComparedSet;
      readonly from: number;
      readonly count: number;
    };
    answer: ComparedPage;
  };
  comparedTable: {
    ask: { readonly one: string; readonly other: string; readonly set: ComparedSet };
    answer: { readonly fileName: string; readonly csv: string };
  };
  /** The list in use beside the baseline; `undefined` without a baseline of its system. */
  drift: { ask: object; answer: DriftView | undefined };
  /** The seats behind a number of the drift, as counted under the definitions of both sides. */
  driftRows: {
    ask: { readonly set: DriftSet; readonly from: number; readonly count: number };
    answer: DriftPage;
  };
  driftTable: {
    ask: { readonly set: DriftSet };
    answer: { readonly fileName: string; readonly csv: string };
  };
  deletionLoss: { ask: { readonly snapshot: string }; answer: DeletionLoss };
  /** Assignments of a seat of the list in use, from all complete lists of its system. */
  seatLife: { ask: { readonly seat: number }; answer: SeatLife };
  /** How the accounts of the list in use find their people; `undefined` while no roster or no list is loaded. */
  people: { ask: object; answer: PeopleView | undefined };
  suggestionPage: {
    ask: { readonly from: number; readonly count: number };
    answer: { readonly total: number; readonly rows: readonly SuggestionRow[] };
  };
  /** People with several accounts, one row an account. */
  mergePage: {
    ask: { readonly from: number; readonly count: number };
    answer: { readonly total: number; readonly rows: readonly MatchedRow[] };
  };
  matchedPage: {
    ask: { readonly query: MatchedQuery; readonly from: number; readonly count: number };
    answer: { readonly total: number; readonly rows: readonly MatchedRow[] };
  };
  /** People of the roster by a part of their name, address or number. */
  findPeople: {
    ask: { readonly search: string; readonly count: number };
    answer: { readonly total: number; readonly rows: readonly PersonRow[] };
  };
  /** Who holds more than one needs: two accounts of one person, or a licence type that another one covers. */
  overlapPage: {
    ask: { readonly from: number; readonly count: number };
    answer: { readonly total: number; readonly rows: readonly OverlapRow[] };
  };
  /** Who works without a seat in the list in use, with the idle seats that could serve them. */
  gapPage: { ask: { readonly from: number; readonly count: number }; answer: GapPage };
  /** All gaps and overlaps as one table. */
  gapTable: { ask: object; answer: { readonly fileName: string; readonly csv: string } };
  /**
   * `null` when it was saved. The draft that another tab has saved meanwhile, with nothing changed, unless `over` says
   * that it is given up.
   */
  saveDraftPolicy: {
    ask: { readonly policy: Policy; readonly over?: boolean };
    answer: { readonly other: Policy } | null;
  };
  preview: {
    ask: { readonly policy: Policy; readonly licenceType: string | undefined };
    answer: PreviewAnswer;
  };
  changes: {
    ask: {
      readonly policy: Policy;
      readonly licenceType: string | undefined;
      readonly from: number;
      readonly count: number;
    };
    answer: { readonly total: number; readonly rows: readonly ChangeRow[] };
  };
  seatPage: {
    ask: { readonly query: SeatQuery; readonly from: number; readonly count: number };
    answer: SeatPage;
  };
  /** Every seat row of a query, for "select all". */
  seatRows: { ask: { readonly query: SeatQuery }; answer: Uint32Array };
  seatTable: {
    ask: { readonly query: SeatQuery };
    answer: { readonly fileName: string; readonly csv: string };
  };
  explainSeat: { ask: { readonly seat: number }; answer: SeatExplanation };
  casePage: {
    ask: {
      readonly query: CaseQuery;
      readonly from: number;
      readonly count: number;
      readonly workingDay: EpochDay;
    };
    answer: CasePage;
  };
  caseDetail: { ask: { readonly number: number; readonly workingDay: EpochDay }; answer: CaseDetail };
  draftNotice: {
    ask: { readonly number: number; readonly workingDay: EpochDay };
    answer: { readonly recipient: string; readonly text: string };
  };
  caseTable: {
    ask: { readonly query: CaseQuery; readonly workingDay: EpochDay };
    answer: { readonly fileName: string; readonly csv: string };
  };
  ledgerPage: {
    ask: {
      readonly search: string;
      readonly kind: string | undefined;
      readonly from: number;
      readonly count: number;
    };
    answer: { readonly total: number; readonly rows: readonly LedgerRow[] };
  };
  verifyLedger: { ask: object; answer: LedgerCheck };
  exportLedger: {
    ask: { readonly stamp: Stamp };
    answer: { readonly fileName: string; readonly text: string; readonly view: WorkspaceView };
  };
  /** `briefDate` (ISO) judges the age of the data; default the as-of date. */
  position: { ask: { readonly briefDate?: string | undefined }; answer: PositionView };
  briefContent: { ask: { readonly options: BriefOptions }; answer: BriefContent };
  /** The export itself is a ledger entry: what left, when, with which hash. */
  recordBriefExport: {
    ask: {
      readonly fileName: string;
      readonly sha256: string;
      readonly briefId: string;
      readonly pages: number;
      readonly stamp: Stamp;
    };
    answer: WorkspaceView;
  };
  act: { ask: { readonly action: Action; readonly stamp: Stamp }; answer: ActAnswer };
}

export type CallName = keyof Calls;
export type Ask<Name extends CallName> = Calls[Name]['ask'];
export type Answer<Name extends CallName> = Calls[Name]['answer'];

/** Page → worker. */
export type Request =
  | {
      [Name in CallName]: { readonly number: number; readonly call: Name; readonly ask: Ask<Name> };
    }[CallName]
  | { readonly cancel: number };

/** How far a long call has come. */
export interface Progress {
  readonly done: number;
  /** `undefined` while it is not known. */
  readonly total: number | undefined;
  readonly unit: 'rows' | 'cases' | 'pages';
  /** The call waits for another tab that holds the client in an older version, and goes on once it lets go. */
  readonly heldByTab?: boolean;
}

/** Expected failures, with the facts needed to word them. */
export type Failure =
  | { readonly kind: 'unreadableFile'; readonly fileName: string; readonly why: UnreadableFile }
  | { readonly kind: 'noAccountColumn' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'storageBlocked' }
  | { readonly kind: 'storageFull' }
  | { readonly kind: 'otherTabNewer' }
  /** Another tab does not let go of the client. */
  | { readonly kind: 'heldByTab' }
  | { readonly kind: 'clientMissing' }
  | { readonly kind: 'nameDiffers' }
  | { readonly kind: 'noSnapshot' }
  | { readonly kind: 'notFrozen' }
  /** A rule forbids it; `reason` is the sentence to show. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ledgerBroken'; readonly sequence: number };

/** Worker → page. A reply without `answer` or `failure` is progress. */
export type Reply =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: Failure }
  | { readonly number: number; readonly progress: Progress }
  /** Told without a question: the open client was given up, because a newer Fallow or a deletion wants its data. */
  | { readonly lost: 'newerVersion' | 'wiped' }
  /** A bug in the worker; the page shows the last-resort screen. */
  | { readonly number: number; readonly crash: string };
