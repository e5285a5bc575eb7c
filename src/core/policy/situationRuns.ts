import { STATE_CODES } from './preparedSeats.ts';
import { EDGE_IN_TABLE, fillStates } from './stateTable.ts';

/** What every state code means as the window grows: runs of windows with one situation each. */
export interface SituationRuns {
  /** Runs of state code i: from `starts[i]` to before `starts[i + 1]`, ascending. */
  readonly starts: Uint32Array;
  /** First window of each run, in days. */
  readonly windows: Uint16Array;
  /** Situation of each run, as in the tables of `fillStates` without the edge. */
  readonly situations: Uint8Array;
}

/** Reads the runs off the table of states for every window from `least` to `most`. */
export function situationRuns(
  least: number,
  most: number,
  borderlineUnder: (window: number) => number,
): SituationRuns {
  const codes = STATE_CODES;
  const edge = EDGE_IN_TABLE;
  const table = new Uint8Array(codes);
  const last = new Uint8Array(codes).fill(edge);
  const starts = new Uint32Array(codes + 1);
  /** Beginnings of runs in the order of windows: code, window, situation. */
  const found: number[] = [];
  for (let window = least; window <= most; window += 1) {
    fillStates(table, 0, window, borderlineUnder(window), 0);
    for (let code = 0; code < codes; code += 1) {
      const situation = table[code]! & (edge - 1);
      if (situation === last[code]) continue;
      last[code] = situation;
      starts[code + 1]! += 1;
      found.push(code, window, situation);
    }
  }
  for (let code = 0; code < codes; code += 1) starts[code + 1]! += starts[code]!;
  const windows = new Uint16Array(found.length / 3);
  const situations = new Uint8Array(found.length / 3);
  const next = starts.slice();
  for (let at = 0; at < found.length; at += 3) {
    const place = next[found[at]!]!++;
    windows[place] = found[at + 1]!;
    situations[place] = found[at + 2]!;
  }
  return { starts, windows, situations };
}
