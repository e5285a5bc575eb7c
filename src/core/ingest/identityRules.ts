import { canonicalId } from './canonicalId.ts';

/** What a workspace says of its identifiers beyond their plain form. Source of the rule: *Identity canon*, LOAD-29. */
export interface IdentityRules {
  /** Canonical domain or short domain name → the domain it stands for, such as `larkfield` → `larkfield.example`. */
  readonly domainAliases: ReadonlyMap<string, string>;
  /** Whether `ann+desk@corp.example` is the mailbox of `ann@corp.example`. Off unless somebody switched it on. */
  readonly dropMailboxTags: boolean;
}

/** Identifiers as they stand: no alias, tags kept. */
export const PLAIN_IDENTITY: IdentityRules = { domainAliases: new Map(), dropMailboxTags: false };

/**
 * Canonical form of an address: canonical id, the domain replaced by what it stands for, the mailbox tag removed where
 * the rules say so. `''` for a text that is no address: nothing before or after its last `@`.
 */
export function canonicalAddress(text: string, rules: IdentityRules): string {
  const id = canonicalId(text);
  const at = id.lastIndexOf('@');
  return at < 1 || at === id.length - 1 ? '' : addressOf(id.slice(0, at), id.slice(at + 1), rules);
}

/**
 * A user name with its domain as an address: `LARKFIELD\ann` and `ann@larkfield` become `ann@larkfield.example` where
 * that is what the domain stands for. `''` for a user name without a domain, which may be another person elsewhere.
 */
export function userNameAddress(text: string, rules: IdentityRules): string {
  const id = canonicalId(text);
  const cut = id.indexOf('\\');
  if (cut < 1 || cut === id.length - 1) return canonicalAddress(text, rules);
  return addressOf(id.slice(cut + 1), id.slice(0, cut), rules);
}

/**
 * Canonical form of an account key of a second source, such as an activity log: an address, or a user name with its
 * domain, by the rules; any other text in its plain canonical form. Source of the rule: LOAD-29.
 */
export function identityKey(text: string, rules: IdentityRules): string {
  const id = canonicalId(text);
  const cut = id.indexOf('\\');
  if (cut > 0 && cut < id.length - 1) return addressOf(id.slice(cut + 1), id.slice(0, cut), rules);
  if (rules.domainAliases.size === 0 && !rules.dropMailboxTags) return id;
  const at = id.lastIndexOf('@');
  return at < 1 || at === id.length - 1 ? id : addressOf(id.slice(0, at), id.slice(at + 1), rules);
}

function addressOf(
  mailbox: string,
  domain: string,
  { domainAliases, dropMailboxTags }: IdentityRules,
): string {
  const tag = dropMailboxTags ? mailbox.indexOf('+') : -1;
  return `${tag > 0 ? mailbox.slice(0, tag) : mailbox}@${domainAliases.get(domain) ?? domain}`;
}
