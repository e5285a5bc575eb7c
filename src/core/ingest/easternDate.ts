/** A sign of Chinese, Japanese or Korean that stands for a part of a date or a half of the day. */
const EASTERN = /[年년]|[上下]午|午[前後]|오[전후]/;

/** Half of the day before its clock: `下午 2:05`, `午後2:05`, `오후 2:05`. */
const HALF_OF_DAY = /\s*(上午|下午|午前|午後|오전|오후)\s*(\d{1,2})(:\d{2}(?::\d{2})?)?/;
const MORNING: ReadonlySet<string> = new Set(['上午', '午前', '오전']);

/** `(金)`, `(Fri)`, `（周五）`: a day of the week in brackets, which adds nothing. */
const DAY_OF_WEEK =
  /\s*\((?:(?:周|星期)?[一二三四五六日天]|[月火水木金土](?:曜日)?|[월화수목금토일](?:요일)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\)\s*/iu;

/** Years of an era of Japan, by the year before its first. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^令和(元|\d{1,2})年/, 2018],
  [/^平成(元|\d{1,2})年/, 1988],
];

/** Whether a text holds signs that {@link withWesternSigns} replaces. */
export const isEasternDate = (text: string): boolean => EASTERN.test(text);

/** The text without a day of the week in brackets; the same text when there is none. */
export const withoutDayOfWeek = (text: string): string => text.replace(DAY_OF_WEEK, ' ').trim();

/**
 * `2026年3月27日 8時14分`, `2026/6/12 下午 2:05` and `2026년 6월 12일 오후 2시 5분` with the signs and the half of the
 * day that western dates have. An hour 0 of a half is its hour 12. Source of the rule: LOAD-20, date hazards.
 */
export const withWesternSigns = (text: string): string =>
  ERAS.reduce(
    (dated, [era, before]) =>
      dated.replace(era, (_, count: string) => `${before + (count === '元' ? 1 : Number(count))}年`),
    text,
  )
    .replace(/[월화수목금토일]요일|星期[一二三四五六日天]|[月火水木金土日]曜日/, '')
    .replace(/^(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\.\s*/, '$1-$2-$3 ')
    .replace(/\s*[年月년월]\s*/g, '-')
    .replace(/[日일]/, ' ')
    .replace(/[時时시]\s*/, ':')
    .replace(/[分분]\s*(\d{1,2})[秒초]$/, ':$1')
    .replace(/[分분]$/, '')
    .replace(/:$/, ':00')
    .replace(HALF_OF_DAY, (_, half: string, hour: string, rest: string | undefined) => {
      const letters = MORNING.has(half) ? 'AM' : 'PM';
      return ` ${Number(hour) === 0 ? '12' : hour}${rest ?? ':00'} ${letters}`;
    })
    .replace(/:(\d)(?=$| )/, ':0$1')
    .trim();
