import { fail, type Result } from '../../core/base/result.ts';
import { accountColumnName, lifeColumnName } from '../../core/inventory/snapshotLayout.ts';
import type { LoadedSnapshot } from '../../storage/snapshotStore.ts';
import type { Failure } from '../protocol.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/** The texts under which accounts are shown and ordered by. */
const NAMES = accountColumnName('displayName');

/** Texts that the first rows of a list show and are ordered by. */
export const FIRST_TEXTS: readonly string[] = [NAMES, accountColumnName('accountId')];

type Loading = Promise<Result<null, Failure>>;

/** Texts of a snapshot, which come in parts after its numbers. One that has not come throws when it is asked for. */
export class TableTexts {
  readonly #loaded: LoadedSnapshot;
  readonly #origins: readonly string[];
  readonly #first: Loading;
  #names: Loading | undefined;
  #rest: Loading | undefined;
  #isWhole = false;

  /** Begins to read the first texts. `joinedBy`: further text columns by which the list is joined with others. */
  constructor(loaded: LoadedSnapshot, joinedBy: readonly string[]) {
    this.#loaded = loaded;
    this.#origins = loaded.snapshot.life.map(({ meaning }) => lifeColumnName(meaning, 'raw'));
    this.#first = this.#read([...FIRST_TEXTS, ...joinedBy]);
    // A failure is told to whoever asks for the texts.
    this.#first.catch(() => undefined);
  }

  /** Whether all but the origins have come. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The first texts, and those by which the list is joined with others. */
  loadFirst(): Loading {
    return this.#first;
  }

  /** As `loadFirst`, with whatever stands in for a display name that is empty. */
  loadNames(): Loading {
    const load = async (): Loading => {
      const read = await this.#first;
      return read.ok && this.#loaded.hasEmptyText(NAMES) ? this.loadRest() : read;
    };
    return (this.#names ??= load());
  }

  /** All texts but the origins. */
  loadRest(): Loading {
    const load = async (): Loading => {
      const { textColumns } = this.#loaded;
      const read = await this.#read(textColumns.filter((column) => !this.#origins.includes(column)));
      this.#isWhole = read.ok;
      return read;
    };
    return (this.#rest ??= load());
  }

  /** The original texts of the dates of a seat's life, which nothing but `SeatReason.evidence` reads. */
  loadOrigins(): Loading {
    return this.#read(this.#origins);
  }

  async #read(columns: readonly string[]): Loading {
    const read = await this.#loaded.loadTexts(columns);
    return read.ok ? read : fail(snapshotFailure(read.failure));
  }
}
