import type { EpochDay } from '../core/base/epochDay.ts';
import type { DomainAliasLine } from '../core/ingest/readDomainAliases.ts';
import type { MatchStep } from '../core/inventory/accountMatcher.ts';
import type { MatchReason } from '../core/inventory/suggestMatches.ts';
import type { Category } from '../core/policy/category.ts';
import type { DirectoryPerson } from '../core/reclaim/directoryPerson.ts';
import type { LinkedAccount } from '../core/reclaim/linkedAccount.ts';

/** An account as an action names it. */
export type AccountName = Omit<LinkedAccount, 'pseudonym'>;

/** How the accounts of the list in use stand to the newest roster. */
export interface PeopleView {
  readonly snapshot: string;
  readonly roster: {
    readonly file: string;
    readonly name: string;
    readonly asOf: EpochDay;
    readonly people: number;
  };
  /** File name of the newest unit mapping. */
  readonly unitMapping: string | undefined;
  readonly domainAliases: readonly DomainAliasLine[];
  readonly dropMailboxTags: boolean;
  readonly accounts: number;
  /** Accounts that have their person, the people they are, and how they were found. */
  readonly matched: {
    readonly accounts: number;
    readonly people: number;
    readonly bySteps: Readonly<Record<MatchStep, number>>;
  };
  /** Accounts that name a unit, and those whose unit is one of the roster or of the unit mapping. */
  readonly units: { readonly named: number; readonly matched: number };
  /** Accounts with a suggestion. */
  readonly suggestions: number;
  /** People with several accounts, and how many accounts these are. */
  readonly merges: { readonly people: number; readonly accounts: number };
  readonly byHand: {
    readonly linked: number;
    readonly apart: number;
    /** Links whose account or person is in neither list any more. */
    readonly lost: number;
  };
}

/** One account, as text ready to show. */
export interface AccountRow {
  readonly account: AccountName;
  /** As written in the file. */
  readonly accountId: string;
  readonly email: string;
  readonly unit: string;
  readonly fileRow: number;
}

/** One person of the roster, as text ready to show. */
export interface PersonRow {
  readonly person: DirectoryPerson;
  readonly unit: string;
  readonly fileRow: number;
}

/** An account that no key matched, with the people it may be. */
export interface SuggestionRow {
  readonly of: AccountRow;
  /** The first few. */
  readonly candidates: readonly { readonly is: PersonRow; readonly reasons: readonly MatchReason[] }[];
}

/** An account with its person, if it has one. */
export interface MatchedRow {
  readonly of: AccountRow;
  readonly is: PersonRow | undefined;
  readonly step: MatchStep | undefined;
  /** People it was kept apart from by hand. */
  readonly apart: number;
}

export interface MatchedQuery {
  readonly show: 'all' | 'matched' | 'unmatched' | 'byHand';
  /** A part of the account's name, key, address or user name. */
  readonly search: string;
}

/** One person or account that holds more than one needs. */
export interface OverlapRow {
  readonly place: number;
  readonly name: string;
  /** The first few. */
  readonly seats: readonly {
    /** Row in the snapshot. */
    readonly seat: number;
    readonly accountId: string;
    readonly licenceType: string;
    readonly category: Category;
  }[];
  readonly moreSeats: number;
  /** Why it is listed, in plain words. */
  readonly explanation: string;
}
