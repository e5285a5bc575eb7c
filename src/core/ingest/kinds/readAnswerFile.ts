import { readIsoDay } from '../../base/epochDay.ts';
import { fail, succeed, type Result } from '../../base/result.ts';

/** Version of the answer file that this program reads. */
const ANSWER_FORMAT = 1;

/** What an answer file says about itself, as it stands in the file. */
export interface AnswerHead {
  readonly packetId: string;
  readonly clientCode: string;
  readonly nonce: string;
  /** ISO dates, with or without a time. */
  readonly createdOn: string;
  readonly expiresOn: string;
  readonly typedName: string;
  /** Local time of the answer with its offset from UTC. */
  readonly localTime: string;
  readonly userAgent: string;
  readonly integrity: string;
}

/** One answered row. */
export interface AnsweredRow {
  readonly caseNumber: string;
  readonly decision: 'keep' | 'revoke' | 'downgrade';
  /** `''` unless the decision is downgrade. */
  readonly targetLicenceType: string;
  readonly reason: string;
}

/** An answer file that was read whole. */
export interface AnswerFile {
  readonly head: AnswerHead;
  readonly rows: readonly AnsweredRow[];
}

/** Why an answer file is refused. `field` is named as in the file, `row` counted from 1. */
export type AnswerProblem =
  | { readonly kind: 'noJson' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'newerFormat'; readonly format: number }
  | { readonly kind: 'wrongField'; readonly field: string; readonly row: number | undefined }
  | { readonly kind: 'caseTwice'; readonly caseNumber: string };

/** The sentence that every answer carries. */
const ANSWER_STATEMENT = 'IP address not collected';

/** Letters that a text of an answer may have. */
const LONGEST_TEXT = 10_000;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DECISIONS: readonly AnsweredRow['decision'][] = ['keep', 'revoke', 'downgrade'];

type Fields = Readonly<Record<string, unknown>>;

class Wrong extends Error {
  constructor(readonly problem: AnswerProblem) {
    super(problem.kind);
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textAt(fields: Fields, field: string, row: number | undefined, mayBeEmpty = false): string {
  const value = Object.hasOwn(fields, field) ? fields[field] : mayBeEmpty ? '' : undefined;
  const isGood =
    typeof value === 'string' && value.length <= LONGEST_TEXT && (mayBeEmpty || value.trim() !== '');
  if (!isGood) throw new Wrong({ kind: 'wrongField', field, row });
  return value.normalize('NFC');
}

function dateAt(fields: Fields, field: string): string {
  const text = textAt(fields, field, undefined);
  if (readIsoDay(text.slice(0, 10)) === undefined || !/^.{10}(?:T|$)/.test(text)) {
    throw new Wrong({ kind: 'wrongField', field, row: undefined });
  }
  return text;
}

function readRow(value: unknown, row: number): AnsweredRow {
  if (!isFields(value)) throw new Wrong({ kind: 'wrongField', field: 'rows', row });
  const number = value['case_number'];
  const caseNumber = Number.isSafeInteger(number) ? String(number) : textAt(value, 'case_number', row).trim();
  const decision = DECISIONS.find((known) => known === textAt(value, 'decision', row).toLowerCase());
  if (decision === undefined) throw new Wrong({ kind: 'wrongField', field: 'decision', row });
  const isDowngrade = decision === 'downgrade';
  const targetLicenceType = textAt(value, 'target_licence_type', row, !isDowngrade);
  const reason = textAt(value, 'reason', row, decision !== 'keep');
  return { caseNumber, decision, targetLicenceType: isDowngrade ? targetLicenceType : '', reason };
}

function read(value: Fields): AnswerFile {
  const format = value['format_version'];
  if (!Number.isSafeInteger(format) || (format as number) < 1) {
    throw new Wrong({ kind: 'wrongField', field: 'format_version', row: undefined });
  }
  if ((format as number) > ANSWER_FORMAT) throw new Wrong({ kind: 'newerFormat', format: format as number });
  const head: AnswerHead = {
    packetId: textAt(value, 'packet_id', undefined),
    clientCode: textAt(value, 'client_code', undefined),
    nonce: textAt(value, 'nonce', undefined),
    createdOn: dateAt(value, 'created_on'),
    expiresOn: dateAt(value, 'expires_on'),
    typedName: textAt(value, 'typed_name', undefined),
    localTime: textAt(value, 'local_time', undefined),
    userAgent: textAt(value, 'user_agent', undefined),
    integrity: textAt(value, 'integrity', undefined),
  };
  const wrong = (field: string): Wrong => new Wrong({ kind: 'wrongField', field, row: undefined });
  if (!LOCAL_TIME.test(head.localTime)) throw wrong('local_time');
  if (value['statement'] !== ANSWER_STATEMENT) throw wrong('statement');
  const list = value['rows'];
  if (!Array.isArray(list) || list.length === 0) throw wrong('rows');
  const rows = list.map((row, index) => readRow(row, index + 1));
  const seen = new Set<string>();
  for (const { caseNumber } of rows) {
    if (seen.has(caseNumber)) throw new Wrong({ kind: 'caseTwice', caseNumber });
    seen.add(caseNumber);
  }
  return { head, rows };
}

/**
 * Reads an answer file strictly: it is taken whole or refused with what is wrong in it. A reason is required for keep,
 * a target licence type for downgrade. The integrity value is read, not checked. Source: decision answers, RECLAIM-19.
 */
export function readAnswerFile(text: string): Result<AnswerFile, AnswerProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return fail({ kind: 'noJson' });
  }
  if (!isFields(value) || !Object.hasOwn(value, 'packet_id')) return fail({ kind: 'noAnswer' });
  try {
    return succeed(read(value));
  } catch (error) {
    if (error instanceof Wrong) return fail(error.problem);
    throw error;
  }
}

/** Why an answer file is refused, as a sentence for the screen. */
export function describeAnswerProblem(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'noJson':
      return 'This file is not complete: it may have been cut off or changed. Ask for the answer file again.';
    case 'noAnswer':
      return 'This is no answer file of a packet.';
    case 'newerFormat':
      return `This answer file has format ${problem.format}, which this version cannot read.`;
    case 'caseTwice':
      return `Case ${problem.caseNumber} is answered twice in this file.`;
    case 'wrongField':
      return problem.row === undefined
        ? `${problem.field} is missing or not what an answer file holds.`
        : `Answer ${problem.row}: ${problem.field} is missing or not what an answer file holds.`;
  }
}
