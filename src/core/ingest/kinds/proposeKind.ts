import { readHeaderKey } from '../headerKey.ts';
import type { Meaning } from '../meaning.ts';
import { proposeMeanings } from '../proposeMeanings.ts';
import { isEvidenceMeaning } from '../signalDefaults.ts';
import type { FileKind } from './fileKind.ts';
import { missingColumns } from './kindNeeds.ts';
import type { FactColumn, KindSchema } from './kindSchema.ts';
import { FILE_SCHEMAS } from './kindSchemas.ts';
import { whyLeftOut } from './leftOutHeader.ts';
import { matchHeaders } from './proposeTableColumns.ts';
import { IGNORED } from './tablePlan.ts';

/** The kind that a file seems to be, and the headers that say so. */
export interface KindProposal {
  readonly kind: FileKind;
  /** Headers that speak for it, as they stand in the file; empty when nothing spoke for any other kind than users. */
  readonly because: readonly string[];
}

interface Score {
  readonly kind: FileKind;
  readonly points: number;
  readonly because: readonly string[];
}

/** Points for having every column that the kind needs, beside those of the columns that speak for it. */
const COMPLETE = 2;
/** Points for a column of dates of use, of which two count: they make a users file. */
const EVIDENCE_POINTS = 4;
/** Rows that are looked at for accounts that come again. */
const LOOK_AT = 2_000;

const USERS_POINTS: Partial<Record<Meaning, number>> = {
  licenceType: 1,
  accountStatus: 1,
  accountSuspended: 1,
  userType: 2,
  createdOn: 1,
  assignedOn: 2,
  retiredOn: 1,
  webServiceOnly: 3,
  integrationUser: 3,
  vip: 1,
};

function scoreUsers(header: readonly string[]): Score {
  const meanings = proposeMeanings(header).map(({ meaning }) => meaning);
  const evidence = meanings.filter(isEvidenceMeaning);
  const points = [...new Set(meanings)].reduce((sum, meaning) => sum + (USERS_POINTS[meaning] ?? 0), 0);
  const isList = meanings.includes('accountId') || meanings.includes('email');
  const because = header.filter((_, position) => isEvidenceMeaning(meanings[position]!));
  return {
    kind: 'users',
    points: points + Math.min(2, evidence.length) * EVIDENCE_POINTS + (isList ? COMPLETE : 0),
    because,
  };
}

/** Points for a list of tasks, which says who did something last and is no list of accounts. */
const TASK_POINTS = 3;
const TASK_BY =
  /^(?:(?:resolved|closed|opened|sysupdated)by|(?:gelost|geschlossen)von|(?:resolu|cloture)par|opgelostdoor|resueltopor|risoltoda)$/;

/** The header that names who worked on a task, in a file whose accounts nothing else names. Source: ServiceNow, activity. */
function findTaskHeader(header: readonly string[]): string | undefined {
  const meanings = proposeMeanings(header).map(({ meaning }) => meaning);
  const names = (['accountId', 'email', 'userName'] as const).some((meaning) => meanings.includes(meaning));
  return names ? undefined : header.find((text) => TASK_BY.test(readHeaderKey(text).key));
}

/** What is written down of a single event and of no account: the request, the program, why it failed. */
const EVENT_DETAIL =
  /^(?:requestid|correlationid|transactionid|sessionid|eventid|useragent|clientapp(?:used)?|conditionalaccess|(?:signin)?errorcode|failurereason|loginurl|sourceip|affectedobjects?|changedvalues|auditdata|outcomeresult|outcomereason)$/;

const findEventDetail = (header: readonly string[]): string | undefined =>
  header.find((text) => EVENT_DETAIL.test(readHeaderKey(text).key));

/** Weights of columns that speak for a kind; those about the same thing count once. */
function sumOnce(columns: readonly FactColumn[]): number {
  const most = new Map<string, number>();
  for (const { name, about = name, telling = 0 } of columns) {
    most.set(about, Math.max(telling, most.get(about) ?? 0));
  }
  return [...most.values()].reduce((sum, weight) => sum + weight, 0);
}

function scoreSchema(
  schema: KindSchema,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Score {
  const meanings = matchHeaders(schema, header, rows);
  const telling = schema.columns.filter(({ name, telling: weight }) => weight && meanings.includes(name));
  const leftOut = header.filter((text) => whyLeftOut(schema, text) === 'purpose');
  const columns = meanings.map((meaning) => ({ meaning }));
  const isComplete = missingColumns(schema, columns).length === 0;
  const mapped = meanings.filter((meaning) => meaning !== IGNORED).length;
  const points =
    sumOnce(telling) +
    Math.min(1, leftOut.length) * 3 +
    (isComplete ? COMPLETE + mapped / (header.length * 2) : 0);
  const because = header.filter((_, position) => telling.some(({ name }) => name === meanings[position]));
  const task = schema.kind === 'activity' && isComplete ? findTaskHeader(header) : undefined;
  if (task !== undefined)
    return { kind: schema.kind, points: points + TASK_POINTS, because: [...because, task] };
  const detail = schema.kind === 'activity' && isComplete ? findEventDetail(header) : undefined;
  if (detail !== undefined)
    return { kind: schema.kind, points: points + EVIDENCE_POINTS, because: [...because, detail] };
  return { kind: schema.kind, points: isComplete ? points : points / 4, because: [...because, ...leftOut] };
}

/** Whether most accounts stand in several rows, as they do in a log. */
function repeatsAccounts(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const position = proposeMeanings(header).findIndex(({ meaning }) => meaning === 'accountId');
  const names = rows.slice(0, LOOK_AT).map((cells) => (cells[position] ?? '').trim().toLowerCase());
  return position >= 0 && names.length > 3 && new Set(names).size * 2 <= names.length;
}

/**
 * Recognises the kind of a file of rows from its header, and from whether its accounts come again. Users is proposed
 * unless another kind has all it needs and more speaks for it. Source: LOAD-08, kinds and canonical columns.
 */
export function proposeKind(header: readonly string[], rows: readonly (readonly string[])[]): KindProposal {
  const users = scoreUsers(header);
  const repeats = repeatsAccounts(header, rows);
  let best = users;
  for (const schema of FILE_SCHEMAS) {
    const score = scoreSchema(schema, header, rows);
    const points = score.points + (schema.kind === 'activity' && repeats ? EVIDENCE_POINTS : 0);
    if (points > best.points && score.points >= COMPLETE && score.because.length > 0)
      best = { ...score, points };
  }
  return { kind: best.kind, because: best.because.slice(0, 3) };
}
