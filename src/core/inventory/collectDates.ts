import { evidenceSlot, lifeSlot, type RowSpans } from '../ingest/rowSpans.ts';
import type { UserRow } from '../ingest/userRow.ts';
import type { EvidenceBuilder } from './evidenceBuilder.ts';
import type { LifeBuilder } from './lifeBuilder.ts';
import type { NameParts } from './nameParts.ts';
import type { AccountText } from './numberColumns.ts';
import type { TextColumnBuilder } from './textColumnBuilder.ts';

/** One evidence column of the plan and how it is collected. */
export interface CollectedEvidence {
  /** Position among the evidence columns of the plan and of a row. */
  readonly at: number;
  /** Collected by seat row. A column that names a licence type is collected by account and spread at the end. */
  readonly perSeat: boolean;
  readonly column: EvidenceBuilder;
}

/** A text of accounts and its slot in the spans of a row. */
export interface CollectedText {
  readonly name: AccountText;
  readonly slot: number;
  readonly column: TextColumnBuilder;
  /** Of the display name, where first and last name stand in columns of their own. */
  readonly parts: NameParts | undefined;
}

/** A date of life whose origin is kept, and its place in `DECIDING_LIFE_MEANINGS` and in a row. */
export interface CollectedLife {
  readonly at: number;
  readonly column: LifeBuilder;
}

/** Takes a text of a new account. */
export function appendText(
  { name, slot, column, parts }: CollectedText,
  row: UserRow,
  spans: RowSpans | undefined,
): void {
  if (!spans) column.push(row[name]);
  else if (parts && spans.isEmpty(slot)) parts.pushSpans(column, spans);
  else column.pushSpan(spans.bytes, spans.starts[slot]!, spans.ends[slot]!);
}

/** Takes a text of a further row of an account that has none yet. */
export function fillText(
  { name, slot, column, parts }: CollectedText,
  account: number,
  row: UserRow,
  spans: RowSpans | undefined,
): void {
  if (!spans) column.fillIfEmpty(account, row[name]);
  else if (column.isEmpty(account)) {
    column.fillIfEmpty(account, spans.textAt(slot) || (parts ? parts.textOf(spans) : ''));
  }
}

/** Takes a row's date of use into the row `target` of the column's table. */
export function putEvidence(
  { at, column }: CollectedEvidence,
  target: number,
  row: UserRow,
  spans: RowSpans | undefined,
): void {
  const day = row.evidenceDays[at]!;
  if (spans) column.putSpan(target, day, spans, evidenceSlot(at), row.fileRow);
  else column.put(target, day, row.evidenceTexts[at]!, row.fileRow);
}

/** Keeps where a new account's or seat's date was read. */
export function appendOrigin(
  life: CollectedLife | undefined,
  row: UserRow,
  spans: RowSpans | undefined,
): void {
  if (!life) return;
  const place = row.lifeColumns[life.at]!;
  const slot = lifeSlot(life.at);
  if (spans) {
    life.column.appendSpan(spans.bytes, spans.starts[slot]!, spans.ends[slot]!, place, row.fileRow);
  } else {
    life.column.append(row.lifeTexts[life.at]!, place, row.fileRow);
  }
}

/** Keeps where a date was read that decides instead of the one before. */
export const replaceOrigin = (
  life: CollectedLife | undefined,
  at: number,
  row: UserRow,
  spans: RowSpans | undefined,
): void =>
  life?.column.replace(
    at,
    spans ? spans.textAt(lifeSlot(life.at)) : row.lifeTexts[life.at]!,
    row.lifeColumns[life.at]!,
    row.fileRow,
  );
