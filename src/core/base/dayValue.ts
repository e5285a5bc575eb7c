import type { Brand } from './brand.ts';
import type { EpochDay } from './epochDay.ts';

/**
 * What one cell of a date column says, as a 32-bit integer, so that a column is an `Int32Array`.
 *
 * | range | meaning |
 * |---|---|
 * | −2^30 < v < 2^30 | a day ({@link EpochDay}) |
 * | 2^30 ≤ v < NEVER | *at least x days*: v − 2^30 = x (bounded: the source says only that nothing happened for x days) |
 * | NEVER | the source says that it never happened |
 * | BLANK | the cell is empty and nobody has said what empty means |
 * | UNREADABLE | the cell holds text that no form of date explains |
 * | ABSENT | the source has no such column for this row |
 *
 * Source of the rule: the four meanings of "no date" (never, bounded, blank, unreadable) stay apart.
 */
export type DayValue = Brand<number, 'DayValue'>;

/** Sentinels; each is explained at {@link DayValue}. */
export const NEVER = 0x7fff_ffff as DayValue;
export const BLANK = 0x7fff_fffe as DayValue;
export const UNREADABLE = 0x7fff_fffd as DayValue;
export const ABSENT = 0x7fff_fffc as DayValue;

const AT_LEAST_BASE = 0x4000_0000;

/** A day that is known. */
export const dayValueOf = (day: EpochDay): DayValue => day as number as DayValue;
/** Idle for at least so many days; nothing closer is known. */
export const atLeastDays = (days: number): DayValue => (AT_LEAST_BASE + days) as DayValue;

/** Whether a value is a day that is known. */
export const isDay = (value: number): boolean => value > -AT_LEAST_BASE && value < AT_LEAST_BASE;
/** Whether a value is a bound of {@link atLeastDays}. */
export const isAtLeast = (value: number): boolean => value >= AT_LEAST_BASE && value < ABSENT;

/** The day of a value for which {@link isDay} holds. */
export const dayOf = (value: number): EpochDay => value as EpochDay;
/** The bound in days of a value for which {@link isAtLeast} holds. */
export const boundOf = (value: number): number => value - AT_LEAST_BASE;
