import type { ClientDatabase } from '../../storage/database.ts';
import { saveComputed } from '../../storage/snapshotExtra.ts';
import type { LoadedSnapshot } from '../../storage/snapshotStore.ts';
import { NameRanks } from './nameRanks.ts';

/** Name under which the ranks are kept. */
export const KEPT_NAME_RANKS = 'nameRanks';

/**
 * Number of the rules by which an account's name is chosen, folded and ordered. Raised with every change of them, so that
 * ranks that were kept are made anew. A test holds the code to it.
 */
export const NAME_RULES_NUMBER = 1;

/** Below this, ordering the names takes no longer than reading what was kept. */
const WORTH_KEEPING = 50_000;

/** The order by name of a snapshot's accounts, kept with the snapshot where there are many. */
export class KeptNameRanks {
  readonly ranks: NameRanks;
  readonly #db: ClientDatabase;
  readonly #loaded: Pick<LoadedSnapshot, 'snapshot' | 'loadComputed'>;
  #isKept: boolean;
  #loading: Promise<void> | undefined;

  constructor(db: ClientDatabase, loaded: Pick<LoadedSnapshot, 'snapshot' | 'loadComputed'>) {
    this.#db = db;
    this.#loaded = loaded;
    this.ranks = new NameRanks(loaded.snapshot);
    this.#isKept = loaded.snapshot.accounts.count < WORTH_KEEPING;
  }

  /** Takes the ranks that were kept, if any; once. */
  load(): Promise<void> {
    return (this.#loading ??= this.#take());
  }

  /**
   * Makes the ranks and keeps them for the next opening; once all texts are there. A storage that is full or gone
   * leaves them out: they can always be made anew.
   */
  async keep(isWanted: () => boolean): Promise<void> {
    if (this.#isKept) return;
    this.#isKept = true;
    const made = await this.ranks.make(isWanted);
    if (!made) return;
    const { id } = this.#loaded.snapshot;
    saveComputed(this.#db, id, KEPT_NAME_RANKS, ranksToBytes(made)).catch(() => undefined);
  }

  async #take(): Promise<void> {
    if (this.#isKept) return;
    const bytes = await this.#loaded.loadComputed(KEPT_NAME_RANKS);
    const kept = bytes && bytesToRanks(bytes, this.#loaded.snapshot.accounts.count);
    if (!kept) return;
    this.ranks.take(kept);
    this.#isKept = true;
  }
}

/** The number of the rules, then the ranks. */
export function ranksToBytes(ranks: Uint32Array): ArrayBuffer {
  const words = new Uint32Array(1 + ranks.length);
  words[0] = NAME_RULES_NUMBER;
  words.set(ranks, 1);
  return words.buffer;
}

/** Reads ranks back; `undefined` for those of another number or of other accounts. */
export function bytesToRanks(bytes: ArrayBuffer, count: number): Uint32Array | undefined {
  if (bytes.byteLength !== Uint32Array.BYTES_PER_ELEMENT * (1 + count)) return undefined;
  const words = new Uint32Array(bytes);
  return words[0] === NAME_RULES_NUMBER ? words.subarray(1) : undefined;
}
