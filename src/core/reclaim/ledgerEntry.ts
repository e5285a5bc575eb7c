/** JSON without floats: strings, booleans, null, safe integers, arrays and objects of these. */
export type LedgerValue =
  string | number | boolean | null | readonly LedgerValue[] | { readonly [key: string]: LedgerValue };

/**
 * The personal part of an entry: names, addresses and free text, kept beside the chain so that a pseudonymised
 * export can leave it out. The entry carries only its salted hash.
 */
export interface PersonalPart {
  /** 32 random hexadecimal digits. */
  readonly salt: string;
  /** Typed name of the person who acted. */
  readonly actor: string;
  readonly reason: string | undefined;
  /** Further names, addresses and free texts by field name. */
  readonly texts: { readonly [field: string]: LedgerValue };
}

/** What an entry records before it is chained. */
export interface LedgerFact {
  /** Kind of fact, see `ledgerKinds.ts`. */
  readonly kind: string;
  /** What it is about: `workspace`, `policy:2`, `case:17`, `seat:3F9K2M8Q/Fulfiller`. Never a name. */
  readonly subject: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Facts that are not personal. */
  readonly body: { readonly [field: string]: LedgerValue };
  /** Due and applied day (ISO) where they differ. */
  readonly dueOn: string | null;
  readonly appliedOn: string | null;
  /** The actor comes from the stamp of the act. */
  readonly personal: Omit<PersonalPart, 'salt' | 'actor'>;
}

/** One fact of the append-only, hash-chained record. */
export interface LedgerEntry extends Omit<LedgerFact, 'personal'> {
  readonly version: 1;
  /** Counted from 1 without gaps. */
  readonly sequence: number;
  /** Sequence number of the first entry of the same act: what was recorded together is undone together. */
  readonly act: number;
  /** Wall clock as told by the device, with offset: `2026-06-30T14:02:11+01:00`. Proves nothing about time. */
  readonly at: string;
  /** SHA-256(salt ‖ canonical personal part), 64 hexadecimal digits. */
  readonly personalHash: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256(previous hash ‖ canonical entry without `hash`), 64 hexadecimal digits. */
  readonly hash: string;
}

/** An entry with its personal part, as stored in the browser. */
export interface RecordedEntry {
  readonly entry: LedgerEntry;
  readonly personal: PersonalPart;
}

/** Last figure-changing entry: what screens, packets and briefs print. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
}

/** SHA-256 handed to core by the caller, so that core imports no package. */
export type Sha256Hex = (text: string) => string;

/** Who acts and when, as handed in by the page. */
export interface EntryStamp {
  readonly actor: string;
  /** Device time with offset, `2026-06-30T14:02:11+01:00`. */
  readonly at: string;
}

/** Where a chain ends: sequence 0 and 64 zeros before the first entry. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** What the first entry follows. */
export const CHAIN_START: ChainEnd = { sequence: 0, hash: '0'.repeat(64) };
