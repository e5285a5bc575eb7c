import { recordOf } from '../base/exhaustive.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { RecordedAnswer } from '../ingest/givenAnswer.ts';
import { FILE_KINDS, type FileKind } from '../ingest/kinds/fileKind.ts';
import type { DomainAliasLine } from '../ingest/readDomainAliases.ts';
import { ANSWER_NAMES, QUESTION_TOPICS } from '../ingest/xray/wordAnswer.ts';
import { EXPECTED_PATTERNS } from '../inventory/enumerations.ts';
import { CATEGORIES, type Category } from '../policy/category.ts';
import type { SeatIdentity } from './caseRecord.ts';
import { effects, notice, person, seat, SUB_STEPS } from './caseShapes.ts';
import { CASE_STATES } from './caseState.ts';
import {
  day,
  flag,
  integer,
  list,
  mapOf,
  oneOf,
  optional,
  personal,
  placed,
  placedDay,
  reason,
  reasonIfGiven,
  shape,
  since,
  text,
  textAs,
  type FieldCodecs,
} from './factCodec.ts';
import type { BaselineLine } from './baseline.ts';
import type { DirectoryPerson } from './directoryPerson.ts';
import type { LinkedAccount } from './linkedAccount.ts';
import type { LedgerKind } from './ledgerKinds.ts';
import { policyShape } from './policyShape.ts';
import type { RecordedFact, RecordedPlan } from './recordedFact.ts';

type FactOf<Kind extends LedgerKind> = Extract<RecordedFact, { readonly kind: Kind }>;

/** How the facts of one kind are stored: their fields, and what the entry is about. */
export interface FactShape<Fact extends RecordedFact> {
  readonly fields: FieldCodecs<Omit<Fact, 'kind'>>;
  readonly subject: (fact: Fact) => string;
}

const OTHER_KINDS = FILE_KINDS.filter((kind): kind is Exclude<FileKind, 'users'> => kind !== 'users');

/** An answer to a question about a file. Names of columns are no names of people. */
const answer = shape<RecordedAnswer>({
  column: text,
  kind: oneOf(Object.keys(QUESTION_TOPICS) as RecordedAnswer['kind'][]),
  answer: oneOf(Object.keys(ANSWER_NAMES) as RecordedAnswer['answer'][]),
});

const account = shape<LinkedAccount>({
  system: text,
  pseudonym: text,
  account: personal(text),
  name: personal(text),
});

const directoryPerson = shape<DirectoryPerson>({
  employeeNumber: personal(text),
  email: personal(text),
  name: personal(text),
});

const line = shape<ContractLine>({
  id: text,
  vendor: text,
  product: text,
  licenceType: text,
  metric: oneOf(['namedUser', 'concurrent', 'device', 'tierWithCap']),
  committedQuantity: integer(),
  unitPriceAYear: optional(integer<MinorUnits>()),
  pricePeriod: oneOf(['month', 'year']),
  currency: textAs<CurrencyCode>(),
  termStart: day,
  termEnd: day,
  reductionRight: oneOf(['none', 'atAnniversary', 'anyTime']),
  notice: optional(
    shape<NonNullable<ContractLine['notice']>>({ length: integer(), unit: oneOf(['days', 'months']) }),
  ),
  renewsAutomatically: flag,
  upliftBasisPoints: integer(),
  minimumQuantity: integer(),
  lotSize: integer(),
  restricted: flag,
  paidSeat: flag,
  deactivatedCounts: oneOf(['notStated', 'no', 'yes']),
  lighterLicenceType: optional(text),
  // Entries written before the question could be answered have no such field.
  overlap: optional(oneOf(['additional', 'replacement'])),
});

const counts = shape<Readonly<Record<Category, number>>>(recordOf(CATEGORIES, () => integer()));

const plan = shape<RecordedPlan>({
  bufferBasisPoints: integer(),
  lines: mapOf(
    shape<RecordedPlan['lines'][string]>({
      plannedJoiners: integer(),
      plannedLeavers: integer(),
      approvedExpansions: integer(),
    }),
  ),
});

const ofWorkspace = (): string => 'workspace';
const ofSeat = (fact: { readonly seat: SeatIdentity }): string => seatSubject(fact.seat);
const ofAccount = (fact: { readonly account: LinkedAccount }): string => `account:${fact.account.pseudonym}`;
const ofCase = (fact: { readonly caseNumber: number }): string => `case:${fact.caseNumber}`;

/** `seat:3F9K2M8Q/Fulfiller`: what an entry about a seat is about. */
export const seatSubject = (identity: SeatIdentity): string =>
  `seat:${identity.pseudonym}/${identity.licenceType}`;

/** The shape of every kind: what is personal is marked here and in the shapes of its parts, and nowhere else. */
export const FACT_SHAPES: { readonly [Kind in LedgerKind]: FactShape<FactOf<Kind>> } = {
  workspaceCreated: {
    fields: { name: personal(text), timeZone: text, fiscalYearStart: integer(), sample: flag },
    subject: ofWorkspace,
  },
  usersImported: {
    fields: {
      snapshot: text,
      sha256: text,
      fileName: personal(text),
      system: text,
      asOf: day,
      completeness: oneOf(['full', 'filtered']),
      read: integer(),
      accepted: integer(),
      rejected: integer(),
      accounts: integer(),
      seats: integer(),
      answers: optional(list(answer)),
    },
    subject: (fact) => `snapshot:${fact.snapshot}`,
  },
  snapshotDeleted: {
    // Entries written before the two were kept have no such fields.
    fields: { snapshot: text, asOf: optional(day), wasBaseline: since(flag, false) },
    subject: (fact) => `snapshot:${fact.snapshot}`,
  },
  baselineNamed: {
    fields: {
      snapshot: text,
      asOf: day,
      sha256: text,
      system: text,
      policyVersion: integer(),
      policyHash: text,
      accounts: integer(),
      seats: integer(),
      lines: mapOf(shape<BaselineLine>({ counts, entitled: optional(integer()) })),
      replaced: optional(day),
    },
    subject: (fact) => `snapshot:${fact.snapshot}`,
  },
  systemChosen: { fields: { system: text }, subject: (fact) => `system:${fact.system}` },
  systemStated: { fields: { file: text, system: text }, subject: (fact) => `file:${fact.file}` },
  fileImported: {
    fields: {
      file: text,
      fileKind: oneOf(OTHER_KINDS),
      sha256: text,
      fileName: personal(text),
      asOf: day,
      read: integer(),
      accepted: integer(),
      rejected: integer(),
      stored: integer(),
      rangeFrom: optional(day),
      rangeTo: optional(day),
      answers: optional(list(answer)),
    },
    subject: (fact) => `file:${fact.file}`,
  },
  fileDeleted: { fields: { file: text }, subject: (fact) => `file:${fact.file}` },
  contractLineSaved: { fields: { line }, subject: (fact) => `contractLine:${fact.line.id}` },
  contractLineRemoved: { fields: { id: text }, subject: (fact) => `contractLine:${fact.id}` },
  holidaysSaved: { fields: { days: list(day) }, subject: ofWorkspace },
  identityRulesSaved: {
    fields: {
      domainAliases: list(shape<DomainAliasLine>({ domain: text, standsFor: text })),
      dropMailboxTags: flag,
    },
    subject: ofWorkspace,
  },
  accountLinked: { fields: { account, person: directoryPerson }, subject: ofAccount },
  accountUnlinked: { fields: { account, person: directoryPerson }, subject: ofAccount },
  policyFrozen: {
    fields: { version: integer(), policy: policyShape, hash: text },
    subject: (fact) => `policy:${fact.version}`,
  },
  measured: {
    fields: {
      version: integer(),
      snapshot: text,
      asOf: day,
      counts,
      flagged: integer(),
      categories: optional(text),
    },
    subject: (fact) => `policy:${fact.version}`,
  },
  planSaved: { fields: { plan }, subject: ofWorkspace },
  exceptionAdded: {
    fields: {
      seat,
      from: day,
      until: day,
      rationale: reason,
      fallbackControl: personal(text),
      caseNumber: optional(integer()),
    },
    subject: ofSeat,
  },
  patternDeclared: {
    fields: { seat, pattern: oneOf(EXPECTED_PATTERNS), declaredOn: day, reason },
    subject: ofSeat,
  },
  seatFoundInactive: { fields: { seat, foundOn: day, reason }, subject: ofSeat },
  humanMarked: {
    fields: { seat, mark: oneOf(['service', 'integration', 'shared', 'human']), reason },
    subject: ofSeat,
  },
  queueWaived: {
    fields: { policyVersion: integer(), snapshot: text, reason },
    subject: (fact) => `policy:${fact.policyVersion}`,
  },
  caseOpened: {
    fields: {
      caseNumber: integer(),
      transition: oneOf([1, 2, 7]),
      to: placed('to', CASE_STATES),
      subStep: optional(oneOf(SUB_STEPS)),
      attention: optional(oneOf(['userMissing', 'failed', 'deciderMissing'])),
      seat,
      identified: flag,
      protectedRole: personal(flag),
      dryRun: flag,
      origin: oneOf(['automatic', 'manual']),
      notify: flag,
      category: oneOf(CATEGORIES),
      flaggedOn: day,
      policyVersion: integer(),
      snapshot: text,
      dataAge: integer(),
      justification: optional(text),
      graceEnds: optional(day),
      reason: reasonIfGiven,
    },
    subject: ofCase,
  },
  caseMoved: {
    fields: {
      caseNumber: integer(),
      transition: integer(),
      appliedAs: optional(integer()),
      from: placed('from', CASE_STATES),
      to: placed('to', CASE_STATES),
      subStep: optional(oneOf(SUB_STEPS)),
      deadline: optional(day),
      dryRun: flag,
      reason: reasonIfGiven,
      dueOn: placedDay('dueOn'),
      appliedOn: placedDay('appliedOn'),
      effects,
    },
    subject: ofCase,
  },
  noticeRecorded: { fields: { caseNumber: integer(), notice }, subject: ofCase },
  personLinked: {
    fields: { caseNumber: integer(), role: oneOf(['owner', 'decider']), person },
    subject: ofCase,
  },
  seatReactivated: { fields: { caseNumber: integer(), on: day, snapshot: text }, subject: ofCase },
  undone: {
    fields: { act: integer(), sequences: list(integer()), reason },
    subject: (fact) => `act:${fact.act}`,
  },
  briefExported: {
    fields: { fileName: personal(text), sha256: text, briefId: text, pages: integer() },
    subject: (fact) => `brief:${fact.briefId}`,
  },
  ledgerExported: {
    fields: { form: oneOf(['full', 'pseudonymised']), entries: integer() },
    subject: ofWorkspace,
  },
  workspaceSaved: { fields: {}, subject: ofWorkspace },
  namesRevealed: { fields: {}, subject: ofWorkspace },
  ledgerVerified: { fields: {}, subject: ofWorkspace },
};
