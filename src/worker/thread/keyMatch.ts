import type { RowIndex } from '../../core/base/brand.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { IdentityRules } from '../../core/ingest/identityRules.ts';
import type { FactTable } from '../../core/inventory/factTable.ts';
import { KeyRows } from '../../core/inventory/keyRows.ts';
import {
  AccountMatcher,
  emptyMatch,
  matchRows,
  NO_LINKS,
  NO_STEP,
  type HandLinks,
  type IdentityMatch,
} from '../../core/inventory/accountMatcher.ts';
import { knownUnits, matchUnits, type MatchedUnits } from '../../core/inventory/matchUnits.ts';
import { subjectTest } from '../../core/inventory/subjectTypes.ts';
import { PeopleIndex, type NamedColumns } from '../../core/inventory/peopleIndex.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { suggestMatches, type MatchSuggestion } from '../../core/inventory/suggestMatches.ts';
import type { FileReceipt } from '../tableView.ts';
import { accountColumns, rosterColumns } from './identityColumns.ts';
import { runPieces } from './runPieces.ts';

/** Rows that are matched between two looks at the clock. */
const ROWS_A_PIECE = 512;

/** What accounts are matched with. */
export interface MatchSources {
  readonly snapshot: Snapshot;
  readonly system: string;
  readonly roster: { readonly receipt: FileReceipt; readonly table: FactTable };
  readonly unitMapping: { readonly receipt: FileReceipt; readonly table: FactTable } | undefined;
  readonly rules: IdentityRules;
}

/** Runs a loop over rows in pieces, with a pause before it would hold up other questions. */
export async function inPieces(count: number, piece: (from: number, to: number) => void): Promise<void> {
  await runPieces(piecesOf(count, piece));
}

function* piecesOf(
  count: number,
  piece: (from: number, to: number) => void,
): Generator<undefined, { readonly done: number }> {
  for (let from = 0; from < count; from += ROWS_A_PIECE) {
    piece(from, Math.min(count, from + ROWS_A_PIECE));
    yield;
  }
  return { done: count };
}

/** Who the accounts of a list are by their keys alone, and all that is needed to ask for single accounts again. */
export class KeyMatch {
  readonly accounts: NamedColumns;
  readonly index: PeopleIndex;
  readonly match: IdentityMatch;
  /** Accounts without a person for whom there is a suggestion, ascending. */
  suggested = new Uint32Array(0);
  readonly units: MatchedUnits;
  readonly #matcher: AccountMatcher;
  #accountRows: Promise<KeyRows> | undefined;

  private constructor(readonly sources: MatchSources) {
    const { snapshot, roster, unitMapping, rules } = sources;
    this.accounts = accountColumns(snapshot);
    this.index = new PeopleIndex(rosterColumns(roster.table), rules);
    this.match = emptyMatch(snapshot.accounts.count);
    this.#matcher = new AccountMatcher(this.accounts, this.index);
    const known = knownUnits([roster.table, ...(unitMapping ? [unitMapping.table] : [])]);
    this.units = matchUnits(snapshot.accounts, snapshot.strings, known);
  }

  static async build(sources: MatchSources): Promise<KeyMatch> {
    const made = new KeyMatch(sources);
    await inPieces(made.index.people.count, (from, to) => made.index.addRows(from, to));
    const suggested = new Uint32Array(made.accounts.count);
    let found = 0;
    const isUser = subjectTest(sources.snapshot.accounts);
    await inPieces(made.accounts.count, (from, to) => {
      matchRows(made.#matcher, made.match, from, to);
      for (let account = from; account < to; account += 1) {
        if (made.match.step[account] !== NO_STEP || !isUser(account)) continue;
        if (made.suggestionsFor(account, NO_LINKS, 1).length === 0) continue;
        suggested[found] = account;
        found += 1;
      }
    });
    made.suggested = suggested.slice(0, found);
    return made;
  }

  /** People whom an account may be, at most `limit` of them; none for one that has its person. */
  suggestionsFor(account: number, links: HandLinks, limit: number): readonly MatchSuggestion[] {
    this.#matcher.match(account, links);
    if (this.#matcher.step !== NO_STEP) return [];
    const apart = links.apart.get(account);
    return suggestMatches(this.accounts, account, this.index, this.#matcher.open, { apart, limit });
  }

  /** Matches single accounts anew into a match. */
  rematch(match: IdentityMatch, rows: Iterable<number>, links: HandLinks): void {
    for (const row of rows) matchRows(this.#matcher, match, row, row + 1, links);
  }

  /** Rows of accounts by canonical id; made when the first account is linked by hand. */
  accountRows(): Promise<KeyRows> {
    const build = async (): Promise<KeyRows> => {
      const rows = new KeyRows();
      const { accountId, count } = this.sources.snapshot.accounts;
      rows.reserve(count);
      await inPieces(count, (from, to) => {
        for (let row = from; row < to; row += 1) rows.add(canonicalId(accountId.at(row as RowIndex)), row);
      });
      return rows;
    };
    return (this.#accountRows ??= build());
  }
}
