import { joinFurtherText } from '../ingest/furtherText.ts';
import { FURTHER_TEXTS } from '../ingest/meaning.ts';
import { FIRST_FURTHER, REPEATING_TEXTS, type RowSpans } from '../ingest/rowSpans.ts';
import type { UserRow } from '../ingest/userRow.ts';
import { KnownCodes, NOT_KNOWN } from './knownCodes.ts';
import type { AccountColumns } from './numberColumns.ts';
import { NO_TEXT } from './snapshot.ts';
import type { TextNumbering } from './textNumbering.ts';

const UNIT = REPEATING_TEXTS.indexOf('unit');
const MANAGER = REPEATING_TEXTS.indexOf('manager');
const ROLE = REPEATING_TEXTS.indexOf('role');
const DELEGATES = REPEATING_TEXTS.indexOf('delegates');
const INHERITED_FROM = REPEATING_TEXTS.indexOf('inheritedFrom');

/** Brings the texts of rows that repeat into columns of codes of the string table. */
export class AccountTexts {
  /** Codes by the numbers of `RowSpans.numbers`. */
  private codes = REPEATING_TEXTS.map(() => new KnownCodes());
  /** Those of `FURTHER_TEXTS` that a source column is mapped to, with their place in a row. */
  private readonly further;

  /** `mapped`: the meanings of the plan. */
  constructor(
    private readonly strings: TextNumbering,
    mapped: { has(meaning: string): boolean },
  ) {
    this.further = FURTHER_TEXTS.map((name, at) => ({ name, at })).filter(({ name }) => mapped.has(name));
  }

  /** To be called before the rows of a further reader, whose numbers stand for other texts than those before. */
  startNextReader(): void {
    this.codes = REPEATING_TEXTS.map(() => new KnownCodes());
  }

  /** Sets the texts of a new account. */
  append(columns: AccountColumns, account: number, row: UserRow, spans: RowSpans | undefined): void {
    columns.unit[account] = this.codeOf(UNIT, row.unit, spans);
    columns.manager[account] = this.codeOf(MANAGER, row.manager, spans);
    columns.role[account] = this.codeOf(ROLE, row.role, spans);
    columns.delegates[account] = this.codeOf(DELEGATES, row.delegates, spans);
    for (const { name, at } of this.further) {
      columns[name]![account] = this.codeOf(FIRST_FURTHER + at, row.further[at]!, spans);
    }
  }

  /** Puts the texts of a further row of an account to those before: the first that is not empty, or see `joinFurtherText`. */
  merge(columns: AccountColumns, account: number, row: UserRow, spans: RowSpans | undefined): void {
    columns.unit[account] ||= this.codeOf(UNIT, row.unit, spans);
    columns.manager[account] ||= this.codeOf(MANAGER, row.manager, spans);
    columns.role[account] ||= this.codeOf(ROLE, row.role, spans);
    columns.delegates[account] ||= this.codeOf(DELEGATES, row.delegates, spans);
    for (const { name, at } of this.further) {
      const column = columns[name]!;
      const code = column[account]!;
      if (code === NO_TEXT) {
        column[account] = this.codeOf(FIRST_FURTHER + at, row.further[at]!, spans);
      } else {
        const kept = this.strings.texts[code]!;
        const joined = joinFurtherText(name, kept, row.further[at]!);
        if (joined !== kept) column[account] = this.strings.numberOf(joined);
      }
    }
  }

  /** Code of the group that gives a row's licence. */
  groupOf(row: UserRow, spans: RowSpans | undefined): number {
    return this.codeOf(INHERITED_FROM, row.inheritedFrom, spans);
  }

  /** `place`: the text's place in `REPEATING_TEXTS`. */
  private codeOf(place: number, text: string, spans: RowSpans | undefined): number {
    if (text === '' || !spans || spans.numbers[place]! < 0) return this.strings.numberOf(text);
    const number = spans.numbers[place]!;
    const known = this.codes[place]!.get(number);
    if (known !== NOT_KNOWN) return known;
    const code = this.strings.numberOf(text);
    this.codes[place]!.set(number, code);
    return code;
  }
}
