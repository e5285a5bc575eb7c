import type { ActivityBuilder } from './activityBuilder.ts';

/** Kinds of series that a key can have so that each has a place of its own; more are found by hash. */
const MOST_KINDS = 32;

/**
 * Finds the series of one range of keys by place: a table with a cell for every key and kind, small enough to stay in the
 * processor's cache. Walking through it gives the series in order.
 */
export class SeriesPlaces {
  /** Series + 1 by key and kind, 0 where there is none. */
  private places = new Int32Array(0);
  /** Kinds as pairs of licence type and event type, by number, and the numbers in the order of the pairs. */
  private kinds: readonly number[] = [];
  private ordered: readonly number[] = [];
  private series: ActivityBuilder | undefined;

  constructor(private readonly keys: number) {}

  /** Begins with what was folded of a range before. False when there are too many kinds. */
  begin(series: ActivityBuilder, kinds: readonly number[]): boolean {
    if (kinds.length > MOST_KINDS) return false;
    this.series = series;
    if (kinds.length !== this.kinds.length) {
      this.kinds = [...kinds];
      this.ordered = this.kinds
        .map((_, kind) => kind)
        .toSorted((one, other) => (kinds[one]! >>> 0) - (kinds[other]! >>> 0));
      this.places = new Int32Array(this.keys * kinds.length);
    } else this.places.fill(0);
    const numbers = new Map(kinds.map((pair, kind) => [pair | 0, kind]));
    for (let known = 0; known < series.size; known += 1) {
      const kind = numbers.get(series.kindOf(known))!;
      this.places[series.keyOf(known) * kinds.length + kind] = known + 1;
    }
    return true;
  }

  /** The series of a key, by the number of its kind; a new one where there is none. */
  seriesOf(key: number, kind: number): number {
    const { places, kinds } = this;
    const place = key * kinds.length + kind;
    const known = places[place]!;
    if (known !== 0) return known - 1;
    const series = this.series!.append(key, kinds[kind]!);
    places[place] = series + 1;
    return series;
  }

  /** The series by key, then by licence type and event type. */
  order(): Uint32Array {
    const { places, kinds, ordered } = this;
    const order = new Uint32Array(this.series!.size);
    let row = 0;
    for (let from = 0; from < places.length; from += kinds.length) {
      for (const kind of ordered) {
        const known = places[from + kind]!;
        if (known === 0) continue;
        order[row] = known - 1;
        row += 1;
      }
    }
    return order;
  }
}
