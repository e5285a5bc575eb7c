import type { EpochDay } from '../base/epochDay.ts';
import type { UsageByLicenceType } from './surveyUsage.ts';

/**
 * Every seat reduced to what the rules compare, so that moving a window touches nothing but a small table. Columns
 * are indexed by seat row. Depends on the snapshot, the contract, the review facts and the policy without its windows.
 */
export interface PreparedSeats {
  readonly count: number;
  readonly asOf: EpochDay;
  /** Days within which idle time counts as lying on the window's edge: the lag of the list. */
  readonly lagDays: number;
  /** The same by seat, where the source of the last real work has another lag than the list; see `lagBySeat`. */
  readonly lagBySeat?: Int32Array | undefined;
  /** In snapshot order. */
  readonly licenceTypes: readonly string[];
  /** Names of the units that accounts with a seat have; '' = no unit. */
  readonly units: readonly string[];
  /** Index into `licenceTypes`. */
  readonly licenceType: Uint16Array;
  /** unit · number of licence types + licence type. */
  readonly group: Uint16Array | Uint32Array;
  /** Evidence of work, start of tenure and pattern outcome as one code, see `stateCode` and `fixedCode`. */
  readonly state: Uint16Array;
  /**
   * Days since the seat could first have been used, at most {@link DAY_CAP}; 0 when nothing is known. Of a seat whose
   * start is only known to lie after a list that lacked it, the most that they can be.
   */
  readonly tenure: Uint16Array;
  /** Days since the last sign-in, at most {@link DAY_CAP}, or {@link SIGN_IN_NOT_DATED} or {@link NO_SIGN_IN}. */
  readonly signIn: Uint16Array;
  /**
   * Days for which every signal of every kind is known to be silent, at most {@link DAY_CAP}; 0 when not known. Never
   * longer than the seat is proved to exist where its tenure is a most.
   */
  readonly quiet: Uint16Array;
  /** Bits of {@link PROTECTED_ROLE} and {@link DOUBTFUL_DATE}: blocks that no window changes. */
  readonly blocks: Uint8Array;
  /** Code of `PATTERN_OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** Fused day value of the action class under the policy; `ABSENT` when nothing is loaded. For tables and sorting. */
  readonly lastAction: Int32Array;
  /** Fused day value of the sign-in class. */
  readonly lastSignIn: Int32Array;
  readonly usage: UsageByLicenceType;
}

/** Longer times are stored as this: one day beyond the longest borderline limit. */
export const DAY_CAP = 1461;

/** There is a sign-in value but no date to compare: at least x days, blank or unreadable. */
export const SIGN_IN_NOT_DATED = DAY_CAP + 1;
/** The source says never, or no sign-ins were loaded. */
export const NO_SIGN_IN = DAY_CAP + 2;

/** Check 3: VIP, last administrator or account for emergencies. */
export const PROTECTED_ROLE = 1;
/** Check 9: one of the deciding cells was unreadable. */
export const DOUBTFUL_DATE = 2;

/** Evidence of work inside a state code: 0 … DAY_CAP are days since a dated action. */
export const AT_LEAST = DAY_CAP + 1;
export const NEVER_ACTED = 2 * (DAY_CAP + 1);
export const NOTHING_READABLE = NEVER_ACTED + 1;
const WORK_CODES = NEVER_ACTED + 2;

/** What a pattern outcome does to a seat: protects it, leaves it for a person, or lets the rules go on. */
export const PROTECTS = 0;
export const WAITS = 1;
export const DECIDES = 2;

/** First of the codes of seats that never acted and whose start lies somewhere after a list that lacked them. */
const FIRST_NEVER_BETWEEN = 6 * WORK_CODES;

/** First of the four codes of seats that no evidence decides. */
export const FIRST_FIXED = FIRST_NEVER_BETWEEN + 2 * (DAY_CAP + 1);
/** How many state codes there are: each is below it. */
export const STATE_CODES = FIRST_FIXED + 4;

/**
 * State of a seat that evidence decides. `startKnown`: assigned or created date is known, or the start lies after a
 * list that lacked the seat.
 */
export const stateCode = (work: number, startKnown: boolean, effect: number): number =>
  (effect * 2 + (startKnown ? 1 : 0)) * WORK_CODES + work;

/**
 * State of a seat that never acted and whose start is only known to lie after a list that lacked it. `least`: days for
 * which it is proved to exist, at most {@link DAY_CAP}.
 */
export const neverBetweenCode = (least: number, effect: number): number =>
  FIRST_NEVER_BETWEEN + (effect === PROTECTS ? DAY_CAP + 1 : 0) + least;

/** State of a seat that rules 1 to 4 decide; `category` is the code 0 to 3. */
export const fixedCode = (category: number): number => FIRST_FIXED + category;

/** Effect of each code of `PATTERN_OUTCOMES`. */
export const EFFECT_OF_OUTCOME: readonly number[] = [WAITS, DECIDES, WAITS, DECIDES, PROTECTS];
