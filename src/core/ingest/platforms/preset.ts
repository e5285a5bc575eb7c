import type { RowIs } from '../importPlan.ts';
import type { Meaning } from '../meaning.ts';

/** What yes and no mean in a column of the licence. */
export interface LicenceWords {
  readonly yes: string;
  /** Not given: no means that there is no seat. */
  readonly no?: string;
}

/** How one export of a platform is read. Recognised by its header alone, whatever the file is called. */
export interface Preset {
  /** Id of the system card. */
  readonly system: string;
  /** Name of the export, as its platform has it. */
  readonly exportName: string;
  /** Headers that must all be there, in any spelling and order, parted by `|`. */
  readonly signature: string;
  /** Headers of which none may be there. */
  readonly without?: string;
  /**
   * Meanings of headers, parted by `|`; `*` stands for any letters. They win over the general words. A meaning decides
   * signal kind and class of a date of use.
   */
  readonly columns: readonly (readonly [Meaning, string, LicenceWords?])[];
  readonly rowIs?: RowIs;
  /** Text that joins several licence types in one cell. */
  readonly licenceSeparator?: string;
  /** Zone in which time stamps without an offset are meant, where the platform always uses one. */
  readonly zone?: string;
  /** An active account that was never seen has not accepted its invitation. */
  readonly neverIsInvited?: true;
  /** A row whose own key is empty is named by its address. */
  readonly addressForKey?: true;
  /** Days by which the dates of use lag behind. */
  readonly lagDays?: number;
  /** Days for which the platform keeps a date of use; an empty cell then means at least as many. */
  readonly keepsDays?: number;
  /** The source does not measure use for every product, so that an empty date of use says nothing. */
  readonly measuresSome?: true;
  /** Day that the platform writes for "never", as an ISO date; still asked before it counts. */
  readonly neverDay?: string;
}
