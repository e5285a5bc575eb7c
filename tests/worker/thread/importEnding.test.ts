import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { fillOrDiscard } from '../../../src/worker/thread/importEnding.ts';

/** A stage that counts how often it was discarded; with an error, discarding fails with it. */
function stageThat(failsWith?: Error) {
  return {
    discarded: 0,
    discard(): Promise<void> {
      this.discarded += 1;
      return failsWith ? Promise.reject(failsWith) : Promise.resolve();
    },
  };
}

describe('the end of an import', () => {
  test('leaves the stage to what was imported, and discards it after anything else', async () => {
    const stage = stageThat();
    await fillOrDiscard(stage, () => Promise.resolve(succeed({ outcome: 'imported' })));
    expect(stage.discarded).toBe(0);
    await fillOrDiscard(stage, () => Promise.resolve(succeed({ outcome: 'xrayOpen' })));
    await fillOrDiscard(stage, () => Promise.resolve(fail({ kind: 'cancelled' })));
    expect(stage.discarded).toBe(2);
  });

  test('tells why filling failed, also where discarding fails after it', async () => {
    const full = new Error('The disk is full');
    for (const stage of [stageThat(), stageThat(new Error('Nothing can be deleted'))]) {
      await expect(fillOrDiscard(stage, () => Promise.reject(full))).rejects.toBe(full);
      expect(stage.discarded).toBe(1);
    }
  });

  test('gives the answer of an import that kept nothing, also where discarding fails after it', async () => {
    const stage = stageThat(new Error('Nothing can be deleted'));
    const refused = fail({ kind: 'refused', reason: 'No row could be read.' } as const);
    expect(await fillOrDiscard(stage, () => Promise.resolve(refused))).toBe(refused);
    expect(stage.discarded).toBe(1);
  });
});
