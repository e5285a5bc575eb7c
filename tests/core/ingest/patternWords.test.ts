import { describe, expect, test } from 'vitest';
import { PATTERN_UNREAD, readExpectedPattern } from '../../../src/core/ingest/patternWords.ts';
import { EXPECTED_PATTERNS } from '../../../src/core/inventory/enumerations.ts';

const nameOf = (text: string): string => {
  const code = readExpectedPattern(text);
  return code === PATTERN_UNREAD ? 'unread' : EXPECTED_PATTERNS[code]!;
};

describe('words of an expected pattern', () => {
  test('an unread word has a code of its own', () => {
    expect(PATTERN_UNREAD).toBe(EXPECTED_PATTERNS.length);
  });

  test.each([
    ['daily', 'daily'],
    ['weekly', 'weekly'],
    ['monthly', 'monthly'],
    ['quarterly', 'quarterly'],
    ['half-yearly', 'halfYearly'],
    ['yearly', 'yearly'],
    ['seasonal', 'seasonal'],
    ['on-call', 'onCall'],
    ['unknown', 'unknown'],
  ])('the canonical word %j is read as %s [LOAD-18]', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  test.each([
    ['HALF_YEARLY', 'halfYearly'],
    [' Half  Yearly ', 'halfYearly'],
    ['semi‑annual', 'halfYearly'],
    ['Every 3 months', 'quarterly'],
    ['On call', 'onCall'],
    ['Stand-by', 'onCall'],
    ['year/end', 'yearly'],
    ['n/a', 'unknown'],
    ['k. A.', 'unknown'],
    ['-', 'unknown'],
    ['?', 'unknown'],
    ['', 'unknown'],
    ['NULL', 'unknown'],
  ])('the spelling %j is read as %s', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  test.each([
    ['Seasonal (Nov–Jan)', 'seasonal'],
    ['Seasonal （11月）', 'seasonal'],
    ['Seasonal: tax returns', 'seasonal'],
    ['Seasonal Nov-Jan', 'seasonal'],
    ['Quarterly (close)', 'quarterly'],
    ['saisonal [Dez–Feb]', 'seasonal'],
  ])('a remark behind the word does not matter: %j', (text, expected) => {
    expect(nameOf(text)).toBe(expected);
  });

  test.each([
    ['täglich wöchentlich monatlich vierteljährlich halbjährlich jährlich saisonal Rufbereitschaft'],
    ['quotidien hebdomadaire mensuel trimestriel semestriel annuel saisonnier astreinte'],
    ['dagelijks wekelijks maandelijks driemaandelijks halfjaarlijks jaarlijks seizoensgebonden piketdienst'],
    ['diario semanal mensual trimestral semestral anual estacional guardia'],
    ['giornaliero settimanale mensile trimestrale semestrale annuale stagionale reperibilità'],
    ['diário semanal mensal trimestral semestral anual sazonal sobreaviso'],
    ['codziennie tygodniowo miesięcznie kwartalnie półrocznie rocznie sezonowo dyżur'],
    ['dagligen veckovis månadsvis kvartalsvis halvårsvis årligen säsongsvis beredskap'],
    ['daglig ugentlig månedlig kvartalsvist halvårlig årlig sæsonbestemt tilkaldevagt'],
    [
      'päivittäin viikoittain kuukausittain neljännesvuosittain puolivuosittain vuosittain kausittain päivystys',
    ],
    ['denně týdně měsíčně čtvrtletně pololetně ročně sezónně pohotovost'],
    ['naponta hetente havonta negyedévente félévente évente szezonális ügyelet'],
    ['ежедневно еженедельно ежемесячно ежеквартально раз_в_полгода ежегодно сезонно дежурство'],
    ['毎日 毎週 毎月 四半期 半期 毎年 季節 オンコール'],
    ['每天 每周 每月 每季度 每半年 每年 季节性 值班'],
    ['매일 매주 매월 분기 반기 매년 계절 당직'],
  ])('other languages: %s', (words) => {
    expect(words.split(' ').map(nameOf)).toEqual(EXPECTED_PATTERNS.slice(1));
  });

  test.each(['fortnightly', 'ad hoc', 'weekly, monthly', 'quarterly / yearly', 'Nov–Jan', '90', 'Anna Ek'])(
    'a word that names no pattern is never read as unknown: %j',
    (text) => {
      expect(nameOf(text)).toBe('unread');
    },
  );

  test('the same word in decomposed letters', () => {
    expect(nameOf('täglich'.normalize('NFD'))).toBe('daily');
    expect(nameOf('ежедневный'.normalize('NFD'))).toBe('daily');
    expect(nameOf('オンコール'.normalize('NFD'))).toBe('onCall');
  });
});
