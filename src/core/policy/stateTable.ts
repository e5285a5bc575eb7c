import { categoryCode, type Category } from './category.ts';
import {
  AT_LEAST,
  DAY_CAP,
  DECIDES,
  FIRST_FIXED,
  NEVER_ACTED,
  NOTHING_READABLE,
  PROTECTS,
  STATE_CODES,
  WAITS,
  neverBetweenCode,
  stateCode,
} from './preparedSeats.ts';

/** What a state code means under one pair of windows. */
const SITUATIONS = [
  'notASeat',
  'nonHuman',
  'leaver',
  'excepted',
  'active',
  /** No evidence decides; the start is known, or not. */
  'darkSinceKnownStart',
  'dark',
  'neverSinceKnownStart',
  'neverWithBound',
  'neverProtectedSinceKnownStart',
  'neverProtectedWithBound',
  /** Idle at least W: protected by a pattern, waiting for a person, or settled by the rules. */
  'protectedSinceKnownStart',
  'protected',
  'waitingSinceKnownStart',
  'waiting',
  'settledSinceKnownStart',
  'settled',
] as const;
type Situation = (typeof SITUATIONS)[number];

const situationCode = (situation: Situation): number => SITUATIONS.indexOf(situation);

/** Bit of the pass over the seats: the tenure is shorter than the window. */
export const SHORT_TENURE = 4;
/** Bit of the pass over the seats: the last sign-in lies inside the window. */
export const SIGNED_IN = 2;
/** Bit of the pass over the seats: no sign-in on record. */
export const NEVER_SIGNED_IN = 1;

/** Bit of a table entry for idle time on the window's edge; the situation is below it. */
export const EDGE_IN_TABLE = 32;
/** Bit of a decided code for idle time on the window's edge; the category is below it. */
export const EDGE = 16;

/**
 * Category code and {@link EDGE} by (table entry · 8 + bits): 4 tenure shorter than the window, 2 signed in inside
 * the window, 1 no sign-in on record.
 */
export const DECIDED = /* @__PURE__ */ buildDecided();

function decide(situation: Situation, bits: number): Category {
  const isShort = (bits & SHORT_TENURE) !== 0;
  const afterPattern = (): Category => ((bits & SIGNED_IN) !== 0 ? 'loginOnly' : 'dormant');
  const neverActed = (): Category => ((bits & NEVER_SIGNED_IN) !== 0 ? 'neverUsed' : afterPattern());
  switch (situation) {
    case 'notASeat':
    case 'nonHuman':
    case 'leaver':
    case 'excepted':
    case 'active':
      return situation;
    case 'darkSinceKnownStart':
      return isShort ? 'tooNew' : 'unknown';
    case 'dark':
      return 'unknown';
    case 'neverSinceKnownStart':
      return isShort ? 'tooNew' : neverActed();
    case 'neverWithBound':
      return isShort ? 'unknown' : neverActed();
    case 'neverProtectedSinceKnownStart':
      return isShort ? 'tooNew' : 'periodic';
    case 'neverProtectedWithBound':
      return isShort ? 'unknown' : 'periodic';
    case 'protectedSinceKnownStart':
      return isShort ? 'tooNew' : 'periodic';
    case 'protected':
      return 'periodic';
    case 'waitingSinceKnownStart':
      return isShort ? 'tooNew' : 'borderline';
    case 'waiting':
      return 'borderline';
    case 'settledSinceKnownStart':
      return isShort ? 'tooNew' : afterPattern();
    case 'settled':
      return afterPattern();
  }
}

function buildDecided(): Uint8Array {
  const decided = new Uint8Array(64 * 8);
  SITUATIONS.forEach((situation, code) => {
    for (let bits = 0; bits < 8; bits += 1) {
      const category = categoryCode(decide(situation, bits));
      decided[(code << 3) | bits] = category;
      decided[((code | EDGE_IN_TABLE) << 3) | bits] = category | EDGE;
    }
  });
  return decided;
}

/**
 * Fills one table of states (`STATE_CODES` bytes from `offset`) for one pair of windows. `lag`: days around the window
 * in which idle time lies on its edge.
 */
export function fillStates(
  table: Uint8Array,
  offset: number,
  window: number,
  limit: number,
  lag: number,
): void {
  for (const effect of [PROTECTS, WAITS, DECIDES]) {
    for (const startKnown of [false, true]) {
      const pick = (known: Situation, bound: Situation): number => situationCode(startKnown ? known : bound);
      const dark = pick('darkSinceKnownStart', 'dark');
      const settled = pick('settledSinceKnownStart', 'settled');
      const protectedSeat = pick('protectedSinceKnownStart', 'protected');
      const waiting = pick('waitingSinceKnownStart', 'waiting');
      const never = pick('neverSinceKnownStart', 'neverWithBound');
      const neverProtected = pick('neverProtectedSinceKnownStart', 'neverProtectedWithBound');
      const first = offset + stateCode(0, startKnown, effect);
      for (let days = 0; days <= DAY_CAP; days += 1) {
        const edge = Math.abs(days - window) <= lag ? EDGE_IN_TABLE : 0;
        const idle =
          effect === PROTECTS ? protectedSeat : effect === WAITS && days < limit ? waiting : settled;
        table[first + days] = (days < window ? situationCode('active') : idle) | edge;
        table[first + AT_LEAST + days] = (days < window ? dark : idle) | edge;
      }
      table[first + NEVER_ACTED] = effect === PROTECTS ? neverProtected : never;
      table[first + NOTHING_READABLE] = dark;
    }
  }
  // Such a seat is too new when even the most is short, and unknown while the least is.
  const tooNewOrDark = situationCode('darkSinceKnownStart');
  for (let least = 0; least <= DAY_CAP; least += 1) {
    const isShort = least < window;
    table[offset + neverBetweenCode(least, DECIDES)] = isShort
      ? tooNewOrDark
      : situationCode('neverSinceKnownStart');
    table[offset + neverBetweenCode(least, PROTECTS)] = isShort
      ? tooNewOrDark
      : situationCode('neverProtectedSinceKnownStart');
  }
  for (let fixed = 0; fixed < STATE_CODES - FIRST_FIXED; fixed += 1)
    table[offset + FIRST_FIXED + fixed] = fixed;
}
