import { CATEGORIES, isFlagged } from './category.ts';
import { allowedByCode, type CandidateChoice } from './candidateSeats.ts';
import type { Evaluation, EvaluationCounts } from './evaluation.ts';
import { WINDOW_LIMITS, type Policy } from './policy.ts';
import { NO_SIGN_IN, type PreparedSeats } from './preparedSeats.ts';
import { DECIDED, NEVER_SIGNED_IN, SHORT_TENURE, SIGNED_IN } from './stateTable.ts';
import { situationRuns, type SituationRuns } from './situationRuns.ts';
import { borderlineRuleOf, borderlineUnder, type BorderlineRule } from './borderlineRule.ts';

const { least: LEAST, most: MOST }: { readonly least: number; readonly most: number } = WINDOW_LIMITS;
const WINDOWS = MOST - LEAST + 1;
const KINDS = CATEGORIES.length;
/** Codes of `PreparedSeats.blocks`. */
const BLOCK_CODES = 4;
/** Flagged or not under the definition to compare with, times the blocks. */
const SIDES = 2 * BLOCK_CODES;
const CATEGORY_BITS = 15;
/** Four bytes each: a cube of more than this is not built. */
const MOST_CELLS = 12_000_000;
const IS_FLAGGED = /* @__PURE__ */ Uint8Array.from(CATEGORIES, (category) => (isFlagged(category) ? 1 : 0));

/**
 * Counts of one prepared snapshot under every dormancy window at once, so that a move of the slider reads one row
 * whatever the number of seats. While the window grows, a seat changes its category at a few windows only: where its
 * state means something else, where its tenure becomes too short, where its last sign-in comes to lie inside. The cube
 * holds these changes first and their running sums in the end.
 *
 * Built in slices by `take`, and read when `isFull`. It counts exactly what `countCategories`, `countCandidates` and
 * `diffFlagged` count; those remain for windows of single licence types and for a list of very many groups.
 */
export class WindowCube {
  readonly #prepared: PreparedSeats;
  readonly #frozen: Evaluation | undefined;
  readonly #rule: BorderlineRule;
  readonly #runs: SituationRuns;
  /** Numbers of a row: seats by group and category. */
  readonly #width: number;
  readonly #counts: Int32Array;
  /** Numbers of a row: seats by licence type, flagged before, block code and category. */
  readonly #sideWidth: number;
  readonly #sides: Int32Array;
  #taken = 0;
  #isFull = false;

  /** Whether the choice is one that a cube answers: one pair of windows, and not too many groups. */
  static canAnswer(
    { units, licenceTypes }: PreparedSeats,
    { windows, windowsByLicenceType }: Pick<Policy, 'windows' | 'windowsByLicenceType'>,
  ): boolean {
    const width = (units.length + SIDES) * licenceTypes.length * KINDS;
    return (
      Object.keys(windowsByLicenceType).length === 0 &&
      Number.isInteger(windows.dormancy) &&
      windows.dormancy >= LEAST &&
      windows.dormancy <= MOST &&
      width * WINDOWS <= MOST_CELLS
    );
  }

  /** `frozen`: evaluation of the same snapshot to compare the flagged set with, if there is one. */
  constructor(prepared: PreparedSeats, rule: BorderlineRule, frozen: Evaluation | undefined) {
    this.#prepared = prepared;
    this.#frozen = frozen;
    this.#rule = rule;
    this.#runs = situationRuns(LEAST, MOST, (window) => borderlineUnder(rule, window));
    this.#width = prepared.units.length * prepared.licenceTypes.length * KINDS;
    this.#sideWidth = prepared.licenceTypes.length * SIDES * KINDS;
    this.#counts = new Int32Array(this.#width * WINDOWS);
    this.#sides = new Int32Array(this.#sideWidth * WINDOWS);
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Whether this cube answers for these seats, this borderline limit and this earlier evaluation. */
  isFor(prepared: PreparedSeats, windows: Policy['windows'], frozen: Evaluation | undefined): boolean {
    return (
      this.#prepared === prepared &&
      this.#frozen === frozen &&
      borderlineUnder(this.#rule, windows.dormancy) ===
        borderlineUnder(borderlineRuleOf(windows), windows.dormancy)
    );
  }

  /** Takes up to so many further seats in; the sums are run with the last of them. */
  take(seats: number): void {
    const end = Math.min(this.#prepared.count, this.#taken + seats);
    this.#takeRange(this.#taken, end);
    this.#taken = end;
    if (end < this.#prepared.count || this.#isFull) return;
    addRunningSums(this.#counts, this.#width);
    addRunningSums(this.#sides, this.#sideWidth);
    this.#isFull = true;
  }

  #takeRange(first: number, end: number): void {
    const { state, tenure, signIn, group, licenceType, blocks } = this.#prepared;
    const { starts, windows, situations } = this.#runs;
    const was = this.#frozen?.category;
    const counts = this.#counts;
    const sides = this.#sides;
    const width = this.#width;
    const sideWidth = this.#sideWidth;
    for (let seat = first; seat < end; seat += 1) {
      const code = state[seat]!;
      let run = starts[code]!;
      const lastRun = starts[code + 1]! - 1;
      // Windows from which on the tenure is shorter than the window, and the last sign-in lies inside it.
      const shortFrom = tenure[seat]! + 1;
      const days = signIn[seat]!;
      const insideFrom = days + 1;
      const never = days >= NO_SIGN_IN ? NEVER_SIGNED_IN : 0;
      const cell = group[seat]! * KINDS;
      const flagged = was ? IS_FLAGGED[was[seat]!]! : 0;
      const side = ((licenceType[seat]! * 2 + flagged) * BLOCK_CODES + blocks[seat]!) * KINDS;
      let before = -1;
      for (let window = LEAST; window <= MOST;) {
        const bits =
          never | (window >= shortFrom ? SHORT_TENURE : 0) | (window >= insideFrom ? SIGNED_IN : 0);
        const category = DECIDED[(situations[run]! << 3) | bits]! & CATEGORY_BITS;
        if (category !== before) {
          const row = window - LEAST;
          counts[row * width + cell + category]! += 1;
          sides[row * sideWidth + side + category]! += 1;
          if (before >= 0) {
            counts[row * width + cell + before]! -= 1;
            sides[row * sideWidth + side + before]! -= 1;
          }
          before = category;
        }
        let next = run < lastRun ? windows[run + 1]! : MOST + 1;
        if (shortFrom > window && shortFrom < next) next = shortFrom;
        if (insideFrom > window && insideFrom < next) next = insideFrom;
        if (run < lastRun && next === windows[run + 1]) run += 1;
        window = next;
      }
    }
  }

  /** As `countCategories`. */
  counts(window: number): EvaluationCounts {
    const { licenceTypes, units } = this.#prepared;
    const start = (window - LEAST) * this.#width;
    return {
      licenceTypes,
      units,
      cells: Uint32Array.from(this.#counts.subarray(start, start + this.#width)),
    };
  }

  /** As `countCandidates`, over all licence types. */
  candidates(window: number, choice: CandidateChoice, queueWaived: boolean): number {
    const allowed = allowedByCode(choice, queueWaived);
    let candidates = 0;
    this.#sidesAt(window, (seats, _, __, block, category) => {
      candidates += seats * allowed[category * BLOCK_CODES + block]!;
    });
    return candidates;
  }

  /** As `diffFlagged` against the earlier evaluation, for one licence type (its code) or all. */
  flaggedChanges(
    window: number,
    licenceType: number | undefined,
  ): { readonly added: number; readonly removed: number } {
    let added = 0;
    let removed = 0;
    this.#sidesAt(window, (seats, type, flagged, _, category) => {
      if (licenceType !== undefined && type !== licenceType) return;
      if (IS_FLAGGED[category] === flagged) return;
      if (flagged === 0) added += seats;
      else removed += seats;
    });
    return { added, removed };
  }

  #sidesAt(
    window: number,
    visit: (seats: number, licenceType: number, flagged: number, block: number, category: number) => void,
  ): void {
    const start = (window - LEAST) * this.#sideWidth;
    for (let at = 0; at < this.#sideWidth; at += 1) {
      const seats = this.#sides[start + at]!;
      if (seats === 0) continue;
      const place = Math.floor(at / KINDS);
      const type = Math.floor(place / SIDES);
      visit(seats, type, Math.floor(place / BLOCK_CODES) % 2, place % BLOCK_CODES, at % KINDS);
    }
  }
}

function addRunningSums(rows: Int32Array, width: number): void {
  for (let at = width; at < rows.length; at += 1) rows[at]! += rows[at - width]!;
}
