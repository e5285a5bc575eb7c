/** Words of each month, January to December, apart from spaces: English first, then the other languages. */
const MONTHS: readonly string[] = [
  'jan january januar jän jänner janvier janv januari enero ene gennaio gen janeiro styczeń stycznia sty',
  'feb february februar feber février fevrier févr fév fevr februari febrero febbraio fevereiro fev luty lutego lut',
  'mar march märz maerz mär mrz mars maart mrt marzo março marco marts marzec marca',
  'apr april avril avr abril abr aprile kwiecień kwietnia kwi',
  'may mai mei mayo maggio mag maio maj maja',
  'jun june juni juin junio giugno giu junho czerwiec czerwca cze',
  'jul july juli juillet juil julio luglio lug julho lipiec lipca lip',
  'aug august août aout augustus agosto ago augusti sierpień sierpnia sie',
  'sep sept september septembre septiembre setiembre settembre set setembro wrzesień września wrz',
  'oct october okt oktober octobre octubre ottobre ott outubro out październik października paź',
  'nov november novembre noviembre novembro listopad listopada lis',
  'dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro desember des grudzień grudnia gru',
];

/**
 * Month names of English, German, French, Dutch, Spanish, Italian, Portuguese, Danish, Swedish, Norwegian and Polish,
 * short and long, in lower case → 1 to 12.
 */
export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

/** Names of the days of the week in the same languages; they add nothing to a date and are passed over. */
export const WEEKDAY_WORDS: ReadonlySet<string> = new Set(
  (
    'mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
    'mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag ' +
    'lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche ' +
    'ma maandag dinsdag wo woensdag donderdag vr vrijdag za zaterdag zo zondag ' +
    'lunes martes mié miércoles jue jueves vie viernes sáb sábado dom domingo ' +
    'lunedì martedì mercoledì gio giovedì venerdì sab sabato domenica ' +
    'seg segunda ter terça qua quarta qui quinta sex sexta feira ' +
    'man mandag tir tirs tirsdag ons onsdag tor torsdag fre fredag lør lørdag søn søndag ' +
    'mån måndag tis tisdag tors lör lördag sön söndag ' +
    'pon poniedziałek wt wtorek śr środa czw czwartek pt piątek sob sobota niedz niedziela'
  ).split(' '),
);

const HOURS_BY_ZONE_WORD: readonly (readonly [number, string])[] = [
  [0, 'z utc gmt ut wet'],
  [1, 'west bst cet met mez'],
  [2, 'cest mesz eet'],
  [3, 'eest msk'],
  [8, 'sgt hkt'],
  [9, 'jst'],
  [10, 'aest'],
  [11, 'aedt'],
  [12, 'nzst'],
  [13, 'nzdt'],
  [-4, 'edt'],
  [-5, 'est cdt'],
  [-6, 'cst mdt'],
  [-7, 'mst pdt'],
  [-8, 'pst akdt'],
  [-9, 'akst'],
  [-10, 'hst'],
];

/** Zone words whose offset is beyond doubt in exports, in seconds east of UTC. */
export const OFFSET_BY_WORD: ReadonlyMap<string, number> = new Map(
  HOURS_BY_ZONE_WORD.flatMap(([hours, words]) =>
    words.split(' ').map((word) => [word, hours * 3600] as const),
  ),
);

/** Words that stand between the parts of a date or before its time. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    'de del of the le el il den der am um at on om à às las alle kl klo uhr uur h heures st nd rd th er ' +
    'o r godz'
  ).split(' '),
);
