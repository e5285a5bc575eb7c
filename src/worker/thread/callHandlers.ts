import type { LostReason } from '../../storage/giveWay.ts';
import { actCall } from './actCall.ts';
import { briefCalls } from './briefCalls.ts';
import { caseCalls } from './caseCalls.ts';
import { clientCalls } from './clientCalls.ts';
import type { CallHandlers } from './handle.ts';
import { importCalls } from './importCalls.ts';
import { ledgerCalls } from './ledgerCalls.ts';
import { overlapCalls } from './overlapCalls.ts';
import { peopleCalls } from './peopleCalls.ts';
import { policyCalls } from './policyCalls.ts';
import { seatCalls } from './seatCalls.ts';
import { Session } from './session.ts';
import { snapshotCalls } from './snapshotCalls.ts';
import { tableCalls } from './tableCalls.ts';

/** Every call of the protocol, over one session. `onLost`: the open client was given up. */
export function createCallHandlers(onLost?: (why: LostReason) => void): CallHandlers {
  const session = new Session(onLost);
  return {
    ...clientCalls(session),
    ...importCalls(session),
    ...tableCalls(session),
    ...snapshotCalls(session),
    ...peopleCalls(session),
    ...overlapCalls(session),
    ...policyCalls(session),
    ...seatCalls(session),
    ...caseCalls(session),
    ...ledgerCalls(session),
    ...briefCalls(session),
    ...actCall(session),
  };
}
