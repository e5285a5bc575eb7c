import { codesOfWords, foldWord } from './foldWord.ts';
import { isEmptyWord } from './neverWords.ts';

/** Code of a word that names no known pattern: one beyond the codes of `EXPECTED_PATTERNS`. */
export const PATTERN_UNREAD = 9;

const UNKNOWN = 0;
const SEASONAL = 7;

/** Codes of `EXPECTED_PATTERNS`: 1 daily, 2 weekly, 3 monthly, 4 quarterly, 5 half-yearly, 6 yearly, 7 seasonal, 8 on-call. */
const PATTERN_BY_WORD = /* @__PURE__ */ codesOfWords([
  [
    1,
    'daily, every day, each day, once a day, per day, every workday, every working day, every weekday, weekdays, workdays, ' +
      'business days, several times a day, täglich, jeden Tag, arbeitstäglich, werktäglich, werktags, quotidien, ' +
      'quotidienne, quotidiennement, journalier, journalière, tous les jours, chaque jour, dagelijks, elke dag, diario, ' +
      'diaria, diariamente, cada día, todos los días, quotidiano, quotidianamente, giornaliero, giornalmente, ogni giorno, ' +
      'diário, diária, todos os dias, codziennie, dzienny, daglig, dagligen, dagligt, hver dag, varje dag, päivittäin, ' +
      'denně, naponta, napi, günlük, her gün, ежедневно, ежедневный, 毎日, 日次, 每日, 每天, 매일',
  ],
  [
    2,
    'weekly, every week, each week, once a week, per week, wöchentlich, jede Woche, einmal pro Woche, hebdomadaire, ' +
      'chaque semaine, toutes les semaines, par semaine, wekelijks, elke week, semanal, semanalmente, cada semana, ' +
      'settimanale, settimanalmente, ogni settimana, toda semana, tygodniowo, cotygodniowo, co tydzień, ugentlig, ' +
      'ugentligt, ukentlig, veckovis, varje vecka, hver uge, hver uke, viikoittain, týdně, hetente, heti, haftalık, ' +
      'еженедельно, еженедельный, 毎週, 週次, 每周, 매주',
  ],
  [
    3,
    'monthly, every month, each month, once a month, per month, month end, monatlich, jeden Monat, einmal im Monat, ' +
      'Monatsende, mensuel, mensuelle, mensuellement, chaque mois, tous les mois, par mois, maandelijks, elke maand, ' +
      'mensual, mensualmente, cada mes, mensile, mensilmente, ogni mese, mensal, mensalmente, todo mês, miesięcznie, ' +
      'comiesięcznie, co miesiąc, månedlig, månedligt, månatlig, månatligen, månadsvis, varje månad, hver måned, ' +
      'kuukausittain, měsíčně, havonta, havi, aylık, ежемесячно, ежемесячный, 毎月, 月次, 每月, 매월',
  ],
  [
    4,
    'quarterly, every quarter, each quarter, once a quarter, per quarter, quarter, quarter end, quarter close, ' +
      'every 3 months, every three months, vierteljährlich, quartalsweise, quartalsmäßig, quartalsmässig, Quartal, ' +
      'Quartalsende, jedes Quartal, trimestriel, trimestrielle, trimestriellement, chaque trimestre, tous les trimestres, ' +
      'par trimestre, trimestre, per kwartaal, elk kwartaal, kwartaal, driemaandelijks, trimestral, trimestralmente, ' +
      'cada trimestre, trimestrale, trimestralmente, ogni trimestre, todo trimestre, kwartalnie, kwartalny, co kwartał, ' +
      'kvartalsvis, kvartalsvist, kvartalsvise, varje kvartal, hvert kvartal, neljännesvuosittain, čtvrtletně, ' +
      'negyedévente, negyedéves, üç aylık, üç ayda bir, ежеквартально, ежеквартальный, 四半期, 四半期ごと, 每季度, 每季, 季度, 분기, 분기별',
  ],
  [
    5,
    'half yearly, halfyearly, half year, every half year, every 6 months, every six months, twice a year, twice yearly, ' +
      'two times a year, semi annual, semi annually, semiannual, semiannually, biannual, biannually, halbjährlich, ' +
      'jedes halbe Jahr, zweimal im Jahr, semestriel, semestrielle, chaque semestre, deux fois par an, halfjaarlijks, ' +
      'tweemaal per jaar, twee keer per jaar, semestral, semestralmente, cada semestre, dos veces al año, semestrale, ' +
      'ogni semestre, due volte all’anno, due volte l’anno, duas vezes por ano, półrocznie, co pół roku, halvårlig, ' +
      'halvårligt, halvårsvis, halvårsvise, varje halvår, puolivuosittain, pololetně, félévente, féléves, altı aylık, ' +
      'altı ayda bir, раз в полгода, 半年, 半年ごと, 半期, 每半年, 반기, 반기별',
  ],
  [
    6,
    'yearly, annual, annually, every year, each year, once a year, once yearly, per year, year end, jährlich, ' +
      'jedes Jahr, einmal im Jahr, Jahresende, annuel, annuelle, annuellement, chaque année, tous les ans, ' +
      'une fois par an, jaarlijks, elk jaar, eenmaal per jaar, anual, anualmente, cada año, una vez al año, annuale, ' +
      'annualmente, ogni anno, todo ano, rocznie, corocznie, co rok, årlig, årligen, årligt, årsvis, varje år, hvert år, ' +
      'vuosittain, ročně, évente, éves, yıllık, yılda bir, ежегодно, ежегодный, 毎年, 年次, 每年, 年度, 매년, 연간',
  ],
  [
    SEASONAL,
    'seasonal, seasonally, season, saisonal, Saison, saisonbedingt, saisonnier, saisonnière, saison, seizoensgebonden, ' +
      'seizoen, estacional, temporada, de temporada, por temporada, stagionale, stagione, sazonal, sezonowo, sezonowy, ' +
      'säsong, säsongsvis, säsongsbetonad, sesong, sesongbasert, sæson, sæsonbestemt, kausittain, kausiluonteinen, sezónně, ' +
      'sezónní, szezonális, sezonluk, mevsimlik, сезонно, сезонный, 季節, 季節的, 季节性, 季节, 계절, 시즌',
  ],
  [
    8,
    'on call, oncall, on call duty, stand by, standby, Bereitschaft, Rufbereitschaft, Bereitschaftsdienst, Pikett, ' +
      'astreinte, d’astreinte, en astreinte, de garde, oproepdienst, piket, piketdienst, wachtdienst, guardia, de guardia, ' +
      'reperibilità, reperibile, plantão, de plantão, sobreaviso, dyżur, dyżurny, jourtjänst, beredskap, vagt, ' +
      'vakt, rådighedsvagt, tilkaldevagt, päivystys, pohotovost, ügyelet, készenlét, nöbet, nöbetçi, дежурство, дежурный, ' +
      'オンコール, 待機, 待命, 值班, 당직, 온콜',
  ],
  [
    UNKNOWN,
    'unknown, not known, not stated, undefined, n a, na, none, unbekannt, nicht bekannt, keine Angabe, k A, inconnu, ' +
      'inconnue, non connu, non précisé, onbekend, niet bekend, desconocido, desconocida, sconosciuto, non noto, ' +
      'desconhecido, nieznany, nieznane, okänd, okänt, ukjent, ukendt, tuntematon, neznámé, neznámý, ismeretlen, ' +
      'bilinmiyor, неизвестно, 不明, 未知, 알 수 없음',
  ],
]);

/** What a person adds to a word, such as the months of a season: in brackets or after a colon. */
const REMARK = /\s*[([{:].*$/s;

/**
 * Code of `EXPECTED_PATTERNS` for a word in any of the languages that exports use, {@link PATTERN_UNREAD} for a word that
 * names none of them, 0 for an empty cell and for a word that says that the pattern is not known. A remark behind the
 * word does not matter: `Seasonal (Nov–Jan)`, `Seasonal: tax returns`, `Seasonal Nov-Jan`. Source: LOAD-18.
 */
export function readExpectedPattern(text: string): number {
  const trimmed = text.trim();
  if (isEmptyWord(trimmed)) return UNKNOWN;
  const word = foldWord(trimmed);
  if (word === '' || word === '?') return UNKNOWN;
  const known =
    PATTERN_BY_WORD.get(word) ?? PATTERN_BY_WORD.get(foldWord(trimmed.normalize('NFKC').replace(REMARK, '')));
  if (known !== undefined) return known;
  return PATTERN_BY_WORD.get(word.split(' ', 1)[0]!) === SEASONAL ? SEASONAL : PATTERN_UNREAD;
}
