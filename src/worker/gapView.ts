import type { GapStanding } from '../core/policy/gapList.ts';

/** An idle seat that could serve a gap. */
export interface OfferedSeat {
  /** Row in the snapshot. */
  readonly seat: number;
  readonly name: string;
  readonly accountId: string;
  readonly licenceType: string;
  readonly unit: string;
  readonly reason: string;
}

/** Activity of somebody without a seat, as text ready to show. */
export interface GapRow {
  readonly place: number;
  /** Key of the account as its source writes it. */
  readonly key: string;
  /** Name of the account or of the person of the roster who has the key; '' when neither is known. */
  readonly name: string;
  readonly unit: string;
  /** The file that shows the activity. */
  readonly file: string;
  /** Row of the account in the users list; `undefined` when the list has no account for it. */
  readonly listed: { readonly file: string; readonly fileRow: number } | undefined;
  readonly lastActivity: string;
  readonly standing: GapStanding;
  readonly explanation: string;
  readonly offer: OfferedSeat | undefined;
}

/** Gaps with what the idle seats could do for them. */
export interface GapPage {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly GapRow[];
  /** Gaps that are a need of today, by whether an idle seat could serve them. */
  readonly needs: { readonly served: number; readonly unserved: number };
  /** `flagged = notCandidates + inCase + held + needs.served + left`. */
  readonly idle: {
    readonly flagged: number;
    readonly notCandidates: number;
    readonly inCase: number;
    readonly held: number;
    readonly left: number;
  };
  /** Files that were looked through: the users list and the logs in force. */
  readonly sources: readonly string[];
}
