const MONTHS: readonly (readonly string[])[] = [
  [
    'jan',
    'january',
    'januar',
    'jän',
    'jänner',
    'janvier',
    'janv',
    'januari',
    'enero',
    'ene',
    'gennaio',
    'gen',
  ],
  [
    'feb',
    'february',
    'februar',
    'feber',
    'février',
    'fevrier',
    'févr',
    'fév',
    'fevr',
    'februari',
    'febrero',
    'febbraio',
  ],
  ['mar', 'march', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'maart', 'mrt', 'marzo'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mei', 'mayo', 'maggio', 'mag'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno', 'giu'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug'],
  ['aug', 'august', 'août', 'aout', 'augustus', 'agosto', 'ago'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'set'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ottobre', 'ott'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dez', 'dezember', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dicembre'],
];

/** Month names of English, German, French, Dutch, Spanish and Italian, short and long, in lower case → 1 to 12. */
export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** Names of the days of the week in the same languages; they add nothing to a date and are passed over. */
export const WEEKDAY_WORDS: ReadonlySet<string> = new Set(
  (
    'mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
    'mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag so sonntag ' +
    'lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche ' +
    'ma maandag dinsdag wo woensdag donderdag vr vrijdag za zaterdag zo zondag ' +
    'lunes martes mié miércoles jue jueves vie viernes sáb sábado dom domingo ' +
    'lunedì martedì mercoledì gio giovedì venerdì sabato domenica'
  ).split(' '),
);

const HOURS_BY_ZONE_WORD: readonly (readonly [number, string])[] = [
  [0, 'z utc gmt ut wet'],
  [1, 'west bst cet met mez'],
  [2, 'cest mesz eet'],
  [3, 'eest'],
  [-4, 'edt'],
  [-5, 'est cdt'],
  [-6, 'cst mdt'],
  [-7, 'mst pdt'],
  [-8, 'pst'],
];

/** Zone words whose offset is beyond doubt in exports, in seconds east of UTC. */
export const OFFSET_BY_WORD: ReadonlyMap<string, number> = new Map(
  HOURS_BY_ZONE_WORD.flatMap(([hours, words]) =>
    words.split(' ').map((word) => [word, hours * 3600] as const),
  ),
);

/** Words that stand between the parts of a date or before its time. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  'de del of the le el il den der am um at on om à las alle kl klo uhr uur h heures st nd rd th er'.split(
    ' ',
  ),
);
