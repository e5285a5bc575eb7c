/** Words that say "never" by themselves, in lower case. Source: words for never, confirmed ones. */
export const CONFIRMED_NEVER: ReadonlySet<string> = new Set([
  'never',
  'never accessed',
  'never logged in',
  'never signed in',
  'never active',
]);

/**
 * Words that probably say "never" but count only after the user says so; until then they are unreadable, or blank where
 * nothing but a dash stands. Source: words for never, expected ones.
 */
export const EXPECTED_NEVER: ReadonlySet<string> = new Set([
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  '#n/a',
  'none',
  '(none)',
  'nil',
  'nat',
  '\\n',
  '∅',
  'not logged in',
  'not logged in yet',
  'not yet logged in',
  'no login',
  'no activity',
  'never used',
  'never logged on',
  'has never logged in',
  '0',
  '-1',
  '(blank)',
  'jamais',
  'nie',
  'nooit',
  'nie angemeldet',
  'noch nie angemeldet',
  'noch nie',
  'noch nicht angemeldet',
  'nie aktiv',
  'nie verwendet',
  'k.a.',
  'k. a.',
  'keine angabe',
  'nicht verfügbar',
  'jamais connecté',
  'jamais connectée',
  'pas encore connecté',
  'jamais utilisé',
  'non disponible',
  'aucune',
  'nog nooit',
  'niet beschikbaar',
  'nooit ingelogd',
  'nunca ha iniciado sesión',
  'nunca conectado',
  'nunca fez login',
  'nunca acessou',
  'nunca utilizado',
  'sin acceso',
  'no disponible',
  'não disponível',
  'non disponibile',
  'mai utilizzato',
  'not available',
  'not applicable',
  'ej inloggad',
  'har aldrig loggat in',
  'ei koskaan',
  'nikdy',
  'soha',
  'hiç',
  'hiçbir zaman',
  'ніколи',
  'ποτέ',
  '未登录',
  '없음',
  'mai connesso',
  '未ログイン',
  '从未登录',
  'nunca',
  'mai',
  'aldrig',
  'aldri',
  'nigdy',
  'никогда',
  '从未',
  'なし',
]);

/** `NULL` is how a database writes an empty cell. */
export const isEmptyWord = (text: string): boolean =>
  text === '' || text === 'NULL' || text === 'null' || text === 'Null';

const NOT_ACTIVE =
  /^(?:not(?= in )|not (?:active|seen|used|logged in|signed in)|inactive|no (?:activity|log-?ins?|sign-?ins?|use|usage))(?: in| for| within| since)?(?: the)?(?: last| past| more than| over| >)? ?(\d{1,5})\+? (day|week|month|year)s?$/;
const LONGER_AGO =
  /^(?:more than|over|at least|longer than|older than|>=?) ?(\d{1,5}|an?)\+? (day|week|month|year)s?(?: ago)?$/;
const OPEN_DAYS = /^(\d{1,5})\+ (day|week|month|year)s?(?: ago)?$/;

/** The fewest days that each unit can have: a bound is never longer than what was written. */
const LEAST_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/**
 * The days of a bounded text such as `Not active in the last 180 days`, `90+ days ago` or `more than a year ago` (lower
 * case), or −1.
 */
export function readBoundedDays(text: string): number {
  const [, count, unit] = NOT_ACTIVE.exec(text) ?? LONGER_AGO.exec(text) ?? OPEN_DAYS.exec(text) ?? [];
  if (count === undefined || unit === undefined) return -1;
  return (/^\d/.test(count) ? Number(count) : 1) * LEAST_DAYS[unit]!;
}

/** The date text in a bounded text such as `before 11 feb 2017` (lower case), or `undefined`. */
export function readBeforeDate(text: string): string | undefined {
  return text.startsWith('before ') ? text.slice(7) : undefined;
}
