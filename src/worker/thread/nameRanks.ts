import { runAtOnce } from '../../core/base/runAtOnce.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { rankNames } from './rankNames.ts';
import { runPieces } from './runPieces.ts';

/** Places of one snapshot's accounts in the order by name, once they were made or taken from what was kept. */
export class NameRanks {
  readonly #snapshot: Snapshot;
  #known: Uint32Array | undefined;
  #pieces: Generator<undefined, Uint32Array> | undefined;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  get known(): Uint32Array | undefined {
    return this.#known;
  }

  take(ranks: Uint32Array): void {
    this.#known = ranks;
  }

  /** Makes them with pauses; `undefined` when they are not wanted any more. What was begun is gone on with. */
  async make(isWanted: () => boolean): Promise<Uint32Array | undefined> {
    if (!this.#known) {
      this.#pieces ??= this.#making();
      await runPieces(this.#pieces, () => this.#known === undefined && isWanted());
    }
    return this.#known;
  }

  /** Makes them in one piece, for a caller that did not wait for `make`. */
  makeNow(): Uint32Array {
    return (this.#known ??= runAtOnce(this.#pieces ?? this.#making()));
  }

  *#making(): Generator<undefined, Uint32Array> {
    try {
      this.#known = yield* rankNames(this.#snapshot);
      return this.#known;
    } finally {
      this.#pieces = undefined;
    }
  }
}
