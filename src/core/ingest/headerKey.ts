import { findZoneTable } from './zoneTable.ts';

/** A column header taken apart for look-up; the header itself stays as it stands in the file. */
export interface HeaderKey {
  /**
   * Letters and digits only, in lower case and without accents, bracketed remarks and a leading `user.` or `u_` left
   * out: `lastlogintime`.
   */
  readonly key: string;
  /** Zone that the header itself names: `(UTC)`, `[UTC]`, `(Pacific Time)`, `(America/Chicago)`, or UTC as its last word. */
  readonly zone: string | undefined;
  /** Words in lower case, split at punctuation and at camel-case humps: `last login time`. */
  readonly words: string;
}

const ZONE_BY_REMARK: readonly (readonly [RegExp, string])[] = [
  [/[([]\s*(?:pacific(?: time)?|p[sd]?t)\s*[)\]]/i, 'America/Los_Angeles'],
  [/[([]\s*(?:eastern(?: time)?|e[sd]?t)\s*[)\]]/i, 'America/New_York'],
  [/[([]\s*(?:central european time|cet|cest|mez|mesz)\s*[)\]]/i, 'Europe/Berlin'],
];

const NAMED_ZONE = /[([]\s*([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2})\s*[)\]]/;

/** The zone that a remark of a header names as the time zone database does; other paths are none. */
function zoneNamedIn(header: string): string | undefined {
  const name = NAMED_ZONE.exec(header)?.[1];
  return name !== undefined && findZoneTable(name) ? name : undefined;
}

/** Spellings with and without accents meet, since many tools lose them. */
export const withoutAccents = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');

const isPlain = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

const REMARK = /[([{][^)\]}]*[)\]}]/g;

/** `Users[Last Login]`: a column as data models name it. */
const COLUMN_OF_TABLE = /^(?:\w+|'[^']+')\[([^[\]]+)\]$/;

const wordsOf = (text: string): string =>
  text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `Employee #` is the number of an employee. */
const NUMBER_SIGN = /(?<=\p{L})\s*#$/u;

/** `Custom field (Case number)`: a field that an installation added, as Jira names it. */
const ADDED_FIELD = /^custom field \((.+)\)$/i;

/**
 * Makes the spellings of one header meet: `last_login_time`, `Last login time`, `lastLoginTime`,
 * `user.last_login_time` and `Last Login Time [READ ONLY]` have one key.
 */
export function readHeaderKey(header: string): HeaderKey {
  const whole = (isPlain(header) ? header : header.normalize('NFKC')).trim();
  const plain = (COLUMN_OF_TABLE.exec(whole)?.[1] ?? ADDED_FIELD.exec(whole)?.[1] ?? whole).replace(
    NUMBER_SIGN,
    ' number',
  );
  const hasRemark = /[([{]/.test(plain);
  const withoutRemarks = hasRemark ? plain.replace(REMARK, ' ').trim() || plain : plain;
  const words = wordsOf(withoutRemarks.replace(/^(user\.|u_)/i, ''));
  const isUtc = (hasRemark && /[([]\s*(UTC|GMT)\s*[)\]]/i.test(plain)) || / (utc|gmt)$/.test(words);
  const zone = isUtc
    ? 'UTC'
    : hasRemark
      ? (ZONE_BY_REMARK.find(([remark]) => remark.test(plain))?.[1] ?? zoneNamedIn(plain))
      : undefined;
  return { key: withoutAccents(words.replaceAll(' ', '')), zone, words };
}
