import { boundOf, isAtLeast, isDay } from '../base/dayValue.ts';
import { CATEGORIES, categoryCode } from './category.ts';
import type { Evaluation, EvaluationCounts } from './evaluation.ts';
import { NO_SIGN_IN, STATE_CODES, type PreparedSeats } from './preparedSeats.ts';
import { DECIDED, EDGE, fillStates } from './stateTable.ts';
import { windowsOf, type WindowChoice } from './windowsOf.ts';

/*
 * The rules in pretty form, for a seat that rules 1 to 4 leave open. `explainSeat` reads them this way.
 *
 *   tooNew      the start is known, or lies after a list that lacked the seat, and tenure < W and idle is not < W
 *   unknown     nothing readable, or at least x with x < W, or never acted and tenure not known to reach W
 *   active      idle < W
 *   periodic    the pattern outcome is positive
 *   neverUsed   never acted and no sign-in on record
 *   borderline  W ≤ idle < B and the pattern outcome is not testable or one season only
 *   loginOnly   signed in inside W
 *   dormant     everything else
 *
 * A slider move rewrites one table over the state codes (20 472 bytes per pair of windows): what the work evidence,
 * the known start and the pattern outcome mean under W and B, as one of the situations of `stateTable`. The pass over
 * the seats then adds three bits (tenure < W, sign-in inside W, no sign-in) by subtraction and looks the category up,
 * without a branch. It works on blocks copied into arrays of this module: the engine knows their place and length,
 * which makes the loop more than twice as fast as over the columns themselves.
 */
const CELLS_PER_GROUP = 32;
const CATEGORY_MASK = EDGE - 1;
const BLOCK = 1 << 15;
/** Licence types have 16-bit codes. */
const MOST_LICENCE_TYPES = 1 << 16;
const blockState = new Uint16Array(BLOCK);
const blockTenure = new Uint16Array(BLOCK);
const blockSignIn = new Uint16Array(BLOCK);
const blockType = new Uint16Array(BLOCK);
const blockCategory = new Uint8Array(BLOCK);
const blockBoundary = new Uint8Array(BLOCK);
/** The table of states where one pair of windows holds for every licence type. */
const uniformStates = new Uint8Array(STATE_CODES);

type Groups = PreparedSeats['group'];

/** One block under one pair of windows, with `uniformStates`. `first` is the seat row of the block's first seat. */
function classifyUniformBlock(
  size: number,
  window: number,
  first: number,
  groups: Groups,
  cells: Uint32Array,
): void {
  for (let index = 0; index < size; index += 1) {
    const days = blockSignIn[index]!;
    const bits =
      (((blockTenure[index]! - window) >>> 31) << 2) |
      (((days - window) >>> 31) << 1) |
      ((NO_SIGN_IN - 1 - days) >>> 31);
    const decided = DECIDED[(uniformStates[blockState[index]!]! << 3) | bits]!;
    cells[(groups[first + index]! << 5) | decided]! += 1;
    blockCategory[index] = decided & CATEGORY_MASK;
    blockBoundary[index] = decided >> 4;
  }
}

/** By licence type: where its table of states starts, and its window. */
const typeOffset = new Int32Array(MOST_LICENCE_TYPES);
const typeWindow = new Uint16Array(MOST_LICENCE_TYPES);

/** One block where licence types have windows of their own. `states`: one table a distinct pair of windows. */
function classifyMixedBlock(
  size: number,
  states: Uint8Array,
  first: number,
  groups: Groups,
  cells: Uint32Array,
): void {
  for (let index = 0; index < size; index += 1) {
    const type = blockType[index]!;
    const days = blockSignIn[index]!;
    const window = typeWindow[type]!;
    const bits =
      (((blockTenure[index]! - window) >>> 31) << 2) |
      (((days - window) >>> 31) << 1) |
      ((NO_SIGN_IN - 1 - days) >>> 31);
    const decided = DECIDED[(states[typeOffset[type]! + blockState[index]!]! << 3) | bits]!;
    cells[(groups[first + index]! << 5) | decided]! += 1;
    blockCategory[index] = decided & CATEGORY_MASK;
    blockBoundary[index] = decided >> 4;
  }
}

/** Fills the tables for windows by licence type and returns the tables of states. */
function planTypeWindows(prepared: PreparedSeats, choice: WindowChoice): Uint8Array {
  const perType = prepared.licenceTypes.map((name) => windowsOf(choice, name));
  const keys = perType.map(({ dormancy, borderline }) => `${dormancy}/${borderline}`);
  const distinct = [...new Set(keys)];
  const states = new Uint8Array(distinct.length * STATE_CODES);
  distinct.forEach((key, row) => {
    const { dormancy, borderline } = perType[keys.indexOf(key)]!;
    fillStates(states, row * STATE_CODES, dormancy, borderline, prepared.lagDays);
  });
  perType.forEach(({ dormancy }, type) => {
    typeOffset[type] = distinct.indexOf(keys[type]!) * STATE_CODES;
    typeWindow[type] = dormancy;
  });
  return states;
}

/** Runs the pass; `into` takes the results of each seat when it is given. */
function runPass(
  prepared: PreparedSeats,
  choice: WindowChoice,
  into: Evaluation | undefined,
): EvaluationCounts {
  const { count, state, tenure, signIn, licenceType, group, units, licenceTypes } = prepared;
  const cells = new Uint32Array(units.length * licenceTypes.length * CELLS_PER_GROUP);
  const isMixed = Object.keys(choice.windowsByLicenceType).length > 0;
  const mixedStates = isMixed ? planTypeWindows(prepared, choice) : undefined;
  const { dormancy, borderline } = windowsOf({ windows: choice.windows, windowsByLicenceType: {} }, '');
  if (!isMixed) fillStates(uniformStates, 0, dormancy, borderline, prepared.lagDays);
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(count, first + BLOCK);
    const size = end - first;
    blockState.set(state.subarray(first, end));
    blockTenure.set(tenure.subarray(first, end));
    blockSignIn.set(signIn.subarray(first, end));
    if (mixedStates) {
      blockType.set(licenceType.subarray(first, end));
      classifyMixedBlock(size, mixedStates, first, group, cells);
    } else {
      classifyUniformBlock(size, dormancy, first, group, cells);
    }
    into?.category.set(blockCategory.subarray(0, size), first);
    into?.boundary.set(blockBoundary.subarray(0, size), first);
  }
  if (into) markOwnEdges(prepared, choice, into);
  return foldCells(prepared, cells);
}

const LAST_FIXED = categoryCode('excepted');

/** Boundary marks of the seats whose last work comes from a source with another lag than the list. */
function markOwnEdges(
  prepared: PreparedSeats,
  choice: WindowChoice,
  { category, boundary }: Evaluation,
): void {
  const { count, asOf, lagDays, lagBySeat, lastAction, licenceType } = prepared;
  if (!lagBySeat) return;
  const windows = prepared.licenceTypes.map((name) => windowsOf(choice, name).dormancy);
  for (let seat = 0; seat < count; seat += 1) {
    const lag = lagBySeat[seat]!;
    if (lag === lagDays || category[seat]! <= LAST_FIXED) continue;
    const action = lastAction[seat]!;
    const idle = isDay(action) ? Math.max(0, asOf - action) : isAtLeast(action) ? boundOf(action) : NaN;
    boundary[seat] = Math.abs(idle - windows[licenceType[seat]!]!) <= lag ? 1 : 0;
  }
}

function foldCells({ licenceTypes, units }: PreparedSeats, cells: Uint32Array): EvaluationCounts {
  const categories = CATEGORIES.length;
  const folded = new Uint32Array(units.length * licenceTypes.length * categories);
  for (let group = 0; group < units.length * licenceTypes.length; group += 1) {
    for (let category = 0; category < categories; category += 1) {
      const cell = group * CELLS_PER_GROUP + category;
      folded[group * categories + category] = cells[cell]! + cells[cell + EDGE]!;
    }
  }
  return { licenceTypes, units, cells: folded };
}

/** Seats by unit, licence type and category under the windows of a policy. Source: the ordered rules of 5.1. */
export const countCategories = (prepared: PreparedSeats, choice: WindowChoice): EvaluationCounts =>
  runPass(prepared, choice, undefined);

/** Category and boundary mark of every seat, and the counts, from one pass. */
export interface EvaluatedSeats {
  readonly evaluation: Evaluation;
  readonly counts: EvaluationCounts;
}

/**
 * Classifies and counts every seat under the windows of a policy in one pass. `into` is overwritten and returned when
 * it is given, so that a dragged slider allocates nothing of the size of the snapshot.
 */
export function evaluateSeats(
  prepared: PreparedSeats,
  choice: WindowChoice,
  into?: Evaluation,
): EvaluatedSeats {
  const evaluation = into ?? {
    category: new Uint8Array(prepared.count),
    boundary: new Uint8Array(prepared.count),
  };
  return { evaluation, counts: runPass(prepared, choice, evaluation) };
}
