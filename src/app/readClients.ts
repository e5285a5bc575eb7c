import { fail, succeed, type Result } from '../core/base/result.ts';
import { storageFailure } from '../storage/storageFailure.ts';
import { listClients } from '../storage/storedClients.ts';
import type { Failure } from '../worker/protocol.ts';
import type { ClientSummary } from '../worker/workspaceView.ts';

/** The clients of this browser for the Start screen. */
export async function readClients(): Promise<Result<readonly ClientSummary[], Failure>> {
  try {
    const clients = await listClients();
    return succeed(
      clients.map(({ clientId, name, sample, stateLine, lastOpenedAt }) => ({
        id: clientId,
        name,
        sample,
        stateLine,
        lastOpenedAt,
      })),
    );
  } catch (error) {
    const failure = storageFailure(error);
    if (failure) return fail(failure);
    throw error;
  }
}
