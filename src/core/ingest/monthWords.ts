/** Words of each month, January to December, apart from spaces: English first, then the other languages. */
const MONTHS: readonly string[] = [
  'jan january januar jän jänner janvier janv januari enero ene gennaio gen janeiro styczeń stycznia sty leden ledna led január januára ianuarie ian ocak oca gener января январь янв січня січ януари яну ιανουαρίου ιαν',
  'feb february februar feber février fevrier févr fév fevr februari febrero febbraio fevereiro fev luty lutego lut únor února úno február februára februarie şubat şub febrer febr februári февраля февраль фев февр лютого лют февруари φεβρουαρίου φεβ',
  'mar march märz maerz mär mrz mars maart mrt marzo março marco marts marzec marca březen března bře marec márc március martie mart març maret марта март мар березня бер μαρτίου μαρ',
  'apr april avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub apríl apríla április ápr aprilie nisan nis апреля апрель апр квітня квіт кві април απριλίου απρ',
  'may mai mei mayo maggio mag maio maj maja květen května kvě máj mája május mayıs maig мая май травня трав тра μαΐου μαΐ',
  'jun june juni juin junio giugno giu junho czerwiec czerwca cze červen června čvn jún júna június iunie iun haziran haz juny июня июнь июн червня черв чер юни ιουνίου ιουν',
  'jul july juli juillet juil julio luglio lug julho lipiec lipca lip červenec července čvc júl júla július iulie iul temmuz tem juliol июля июль июл липня лип юли ιουλίου ιουλ',
  'aug august août aout augustus agosto ago augusti sierpień sierpnia sie srpen srpna augusta augusztus ağustos ağu agost ag agustus agu августа август авг серпня серп сер αυγούστου αυγ',
  'sep sept september septembre septiembre setiembre settembre set setembro wrzesień września wrz září zář septembra szeptember szept septembrie eylül eyl setembre сентября сентябрь сент сен вересня вер септември септ σεπτεμβρίου σεπ',
  'oct october okt oktober octobre octubre ottobre ott outubro out październik października paź říjen října říj október októbra octombrie ekim eki октября октябрь окт жовтня жовт жов октомври οκτωβρίου οκτ',
  'nov november novembre noviembre novembro listopad listopada lis listopadu novembra noiembrie kasım kas ноября ноябрь ноя нояб листопада лист лис ноември νοεμβρίου νοε',
  'dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro desember des grudzień grudnia gru prosinec prosince pro decembra decembrie aralık ara desembre декабря декабрь дек грудня груд гру декември δεκεμβρίου δεκ',
];

/** Finnish months are a stem and the word for month, whole, inflected, cut to its first letter or left out. */
const FINNISH_STEMS = 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu'.split(' ');
const FINNISH_ENDS = ['kuuta', 'kuu', 'k', ''];

/**
 * Month names, short, long and inflected, in lower case → 1 to 12: English, German, French, Dutch, Spanish, Italian,
 * Portuguese, Catalan, Romanian, Danish, Swedish, Norwegian, Finnish, Polish, Czech, Slovak, Hungarian, Turkish,
 * Indonesian, Russian, Ukrainian, Bulgarian and Greek. A word that means two months in two of them is left out.
 */
export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => {
    const finnish = FINNISH_ENDS.map((end) => FINNISH_STEMS[index]! + end);
    return [...words.split(' '), ...finnish].map((word) => [word, index + 1] as const);
  }),
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
    'pon poniedziałek wt wtorek śr środa czw czwartek pt piątek sob sobota niedz niedziela ' +
    'po pondělí út úterý středa čt čtvrtek pá pátek ne neděle pondelok ut utorok streda št štvrtok pi piatok nedeľa ' +
    'ti ke to pe la su maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina ' +
    'keskiviikkona torstaina perjantaina lauantaina sunnuntaina ' +
    'luni marți mie miercuri joi vin vineri sâm sâmbătă dum duminică ' +
    'pzt pazartesi sal salı çar çarşamba per perşembe cum cuma cmt cumartesi paz pazar ' +
    'hétfő kedd szerda csütörtök péntek szombat vasárnap ' +
    'пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье ' +
    'пон понеделник вто вторник сря сряда чет четвъртък пет петък съб събота нед нд неделя ' +
    'sen senin sel selasa rab rabu kam kamis jum jumat sabtu min minggu ' +
    'dl dilluns dt dimarts dc dimecres dj dijous dv divendres ds dissabte dg diumenge'
  ).split(' '),
);

const HOURS_BY_ZONE_WORD: readonly (readonly [number, string])[] = [
  [0, 'z utc gmt ut wet'],
  [1, 'west bst cet met mez wat'],
  [2, 'cest mesz eet sast'],
  [3, 'eest msk trt eat'],
  [5, 'pkt'],
  [7, 'wib ict'],
  [8, 'sgt hkt myt pht wita'],
  [9, 'jst kst'],
  [10, 'aest'],
  [11, 'aedt'],
  [12, 'nzst'],
  [13, 'nzdt'],
  [-3, 'brt'],
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

/** Words behind the year, as in `12 czerwca 2026 r.` and `12 июня 2026 г.`; before a date they would be something else. */
export const YEAR_WORDS: ReadonlySet<string> = new Set(['r', 'г', 'р']);

/**
 * Words that stand between the parts of a date or before its time. `IST` stands for the times of India, Israel and
 * Ireland: the time is then read in the zone of the source.
 */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    'ist de del of the le el il den der am um at on om à às las alle kl klo uhr uur h heures st nd rd th er ' +
    'o godz v в о d'
  ).split(' '),
);
