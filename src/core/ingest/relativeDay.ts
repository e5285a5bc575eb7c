import { addDays, type EpochDay } from '../base/epochDay.ts';

const SAME_DAY = new Set(['today', 'just now', 'now', 'heute', "aujourd'hui", 'vandaag', 'hoy', 'oggi']);
const DAY_BEFORE = new Set(['yesterday', 'gestern', 'hier', 'gisteren', 'ayer', 'ieri']);

/** A count and a unit between the words that say "ago" in English, German, French, Dutch, Spanish and Italian. */
const SO_LONG_AGO: readonly RegExp[] = [
  /^(?:about )?(\S+) (\S+) ago$/,
  /^vor (\S+) (\S+)$/,
  /^il y a (\S+) (\S+)$/,
  /^(\S+) (\S+) geleden$/,
  /^hace (\S+) (\S+)$/,
  /^(\S+) (\S+) fa$/,
];

const ONE = new Set(['a', 'an', 'einem', 'einer', 'un', 'une', 'una', 'een']);

const wordsOf = (hours: number, words: string): [string, number][] =>
  words.split(' ').map((word) => [word, hours]);

const HOURS_BY_UNIT: ReadonlyMap<string, number> = new Map([
  ...wordsOf(0, 'second seconds minute minutes min mins minuten minuut minuto minutos minuti'),
  ...wordsOf(1, 'hour hours hr hrs stunde stunden heure heures uur hora horas ora ore'),
  ...wordsOf(24, 'day days tag tagen jour jours dag dagen día días dia dias giorno giorni'),
  ...wordsOf(168, 'week weeks woche wochen semaine semaines weken semana semanas settimana settimane'),
]);

/**
 * The day of a relative text in lower case (`2 days ago`, `yesterday`, `vor 2 Tagen`), counted back from the as-of
 * date, or `undefined`. Months and years are left out, since such texts are rounded by weeks: they stay unreadable
 * rather than become a day that nobody wrote. Source of the rule: date hazards, *Relative words*.
 */
export function readRelativeDay(text: string, asOf: EpochDay): EpochDay | undefined {
  if (SAME_DAY.has(text)) return asOf;
  if (DAY_BEFORE.has(text)) return addDays(asOf, -1);
  for (const form of SO_LONG_AGO) {
    const parts = form.exec(text);
    const hours = HOURS_BY_UNIT.get(parts?.[2] ?? '');
    const amount = parts?.[1] ?? '';
    if (hours === undefined) continue;
    if (ONE.has(amount)) return addDays(asOf, -Math.floor(hours / 24));
    if (/^\d{1,5}$/.test(amount)) return addDays(asOf, -Math.floor((Number(amount) * hours) / 24));
  }
  return undefined;
}
