import { recordOf } from '../base/exhaustive.ts';
import type { RowIndex } from '../base/brand.ts';
import type { AccountTable } from '../inventory/snapshot.ts';
import { categoryCode } from './category.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { compileWords, type WordMatcher } from './findWords.ts';
import { ACCOUNT_KINDS, NON_HUMAN_SIGNS, type AccountKind, type NonHumanSign } from './markNonHuman.ts';
import type { NonHumanRules } from './policy.ts';
import { fixedCode, type PreparedSeats } from './preparedSeats.ts';

/**
 * Seats that the rules for accounts that are not people hit. What is no seat under the contract is left out. Each
 * rule is counted by itself, in use or not, so that it can be judged before it is kept; one seat may count at several.
 */
export interface NonHumanHits {
  /** Everything that is a seat under the contract: what the counts are of. */
  readonly seats: number;
  readonly signs: Readonly<Record<NonHumanSign, number>>;
  /** By entry of the three word lists. */
  readonly words: ReadonlyMap<string, number>;
  /** What comes of all rules and marks: each seat once. Sums to the seats of the category. */
  readonly classes: Readonly<Record<Exclude<AccountKind, 'human'>, number>>;
  /** Seats of accounts that a person marked by hand. */
  readonly marked: { readonly people: number; readonly notPeople: number };
}

const ANY_WORD =
  (1 << NON_HUMAN_SIGNS.indexOf('serviceWords')) |
  (1 << NON_HUMAN_SIGNS.indexOf('integrationWords')) |
  (1 << NON_HUMAN_SIGNS.indexOf('sharedWords'));

/** One pass over the seats; texts are read again only of accounts that a word names. Source: imports 9, REVIEW-07. */
export function countNonHumanHits(
  {
    snapshot,
    policy,
    nonHuman,
    facts,
  }: Pick<EvaluationContext, 'snapshot' | 'policy' | 'nonHuman' | 'facts'>,
  { state }: Pick<PreparedSeats, 'state'>,
): NonHumanHits {
  const { seats, accounts } = snapshot;
  const notASeat = fixedCode(categoryCode('notASeat'));
  const bySign = new Uint32Array(NON_HUMAN_SIGNS.length);
  const byKind = new Uint32Array(ACCOUNT_KINDS.length);
  const words = new WordCount(accounts, policy.nonHuman);
  let counted = 0;
  let people = 0;
  let notPeople = 0;
  for (let seat = 0; seat < seats.count; seat += 1) {
    if (state[seat] === notASeat) continue;
    counted += 1;
    const account = seats.account[seat]!;
    const mark = facts.humanMarks.size === 0 ? undefined : facts.humanMarks.get(account);
    if (mark === 'human') people += 1;
    else if (mark !== undefined) notPeople += 1;
    byKind[mark === undefined ? nonHuman.kind[account]! : ACCOUNT_KINDS.indexOf(mark)]! += 1;
    const signs = nonHuman.signs[account]!;
    if (signs === 0) continue;
    for (let sign = 0; sign < bySign.length; sign += 1) bySign[sign]! += (signs >>> sign) & 1;
    if (signs & ANY_WORD) words.add(account);
  }
  const kindCount = (kind: AccountKind): number => byKind[ACCOUNT_KINDS.indexOf(kind)]!;
  return {
    seats: counted,
    signs: recordOf(NON_HUMAN_SIGNS, (_, at) => bySign[at]!),
    words: words.counts(),
    classes: {
      service: kindCount('service'),
      integration: kindCount('integration'),
      shared: kindCount('shared'),
    },
    marked: { people, notPeople },
  };
}

/** Bits that fit a number without its sign. */
const ENTRIES_A_MATCHER = 31;

/** Counts how often each entry of the word lists names an account. */
class WordCount {
  readonly #accounts: AccountTable;
  readonly #entries: readonly string[];
  readonly #matchers: readonly WordMatcher[];
  readonly #seats: Uint32Array;

  constructor(accounts: AccountTable, rules: NonHumanRules) {
    this.#accounts = accounts;
    this.#entries = [...new Set([...rules.serviceWords, ...rules.integrationWords, ...rules.sharedWords])];
    this.#matchers = Array.from({ length: Math.ceil(this.#entries.length / ENTRIES_A_MATCHER) }, (_, at) =>
      compileWords(
        this.#entries.slice(at * ENTRIES_A_MATCHER, (at + 1) * ENTRIES_A_MATCHER).map((entry) => [entry]),
      ),
    );
    this.#seats = new Uint32Array(this.#entries.length);
  }

  add(account: number): void {
    const { displayName, userName, email, userPrincipalName } = this.#accounts;
    const row = account as RowIndex;
    const name = displayName?.at(row) ?? '';
    const logins = [userName, email, userPrincipalName].map((column) => column?.at(row) ?? '');
    this.#matchers.forEach((matcher, at) => {
      let bits = matcher.match(name, 0, name.length);
      for (const login of logins) {
        const end = login.indexOf('@');
        bits |= matcher.match(login, 0, end < 0 ? login.length : end);
      }
      for (let bit = 0; bits !== 0; bit += 1, bits >>>= 1)
        if (bits & 1) this.#seats[at * ENTRIES_A_MATCHER + bit]! += 1;
    });
  }

  counts(): ReadonlyMap<string, number> {
    return new Map(this.#entries.map((entry, at) => [entry, this.#seats[at]!]));
  }
}
