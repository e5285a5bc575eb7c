import { expect, test } from 'vitest';
import { fail, succeed, type Result } from '../../src/core/base/result.ts';
import { createImportRun, type ImportRunFacts } from '../../src/state/importRun.ts';
import type { AskOptions } from '../../src/state/askWorker.ts';
import type { Failure } from '../../src/worker/protocol.ts';
import { EXAMPLE_WORKSPACE, exampleWorkspaceStore, fakeWorker } from '../support/exampleWorkspace.ts';

const VIEW = { ...EXAMPLE_WORKSPACE };
type Imported = { readonly view: typeof VIEW; readonly rows: number };

function opened() {
  const workspace = exampleWorkspaceStore(fakeWorker({}));
  const shown: Partial<ImportRunFacts>[] = [];
  const run = createImportRun(workspace, (facts) => shown.push(facts));
  return { workspace, shown, run, now: (): Partial<ImportRunFacts> => Object.assign({}, ...shown) };
}

/** An import that ends when it is told to stop, or as the test says. */
const importOf =
  (end: Promise<Result<Imported, Failure>> | undefined) =>
  (_stamp: unknown, { signal, onProgress }: AskOptions): Promise<Result<Imported, Failure>> => {
    onProgress?.({ done: 10, total: 20, unit: 'rows' });
    return (
      end ??
      new Promise((resolve) =>
        signal?.addEventListener('abort', () => resolve(fail<Failure>({ kind: 'cancelled' }))),
      )
    );
  };

test('an import shows its progress, and its end puts the new view in place', async () => {
  const { workspace, shown, run, now } = opened();
  let started = 0;
  const done = await run.run(importOf(Promise.resolve(succeed({ view: VIEW, rows: 20 }))), () => {
    started += 1;
  });
  expect(started).toBe(1);
  expect(done?.rows).toBe(20);
  expect(shown[0]).toEqual({ importing: true, progress: undefined });
  expect(shown).toContainEqual({ progress: { done: 10, total: 20, unit: 'rows' } });
  expect(now()).toEqual({ importing: false, progress: undefined });
  expect(workspace.getState().view).toBe(VIEW);
});

test('a cancel is an end of its own and no failure [LOAD-02]', async () => {
  const { workspace, run, now } = opened();
  const before = workspace.getState().view;
  const running = run.run(importOf(undefined), () => undefined);
  await Promise.resolve();
  await Promise.resolve();
  run.cancel();
  expect(await running).toBeUndefined();
  expect(now()).toEqual({ importing: false, progress: undefined, ended: 'cancelled', failure: undefined });
  expect(workspace.getState().view).toBe(before);
});

test('a failure is shown, and the view stays', async () => {
  const { workspace, run, now } = opened();
  const before = workspace.getState().view;
  const failure: Failure = { kind: 'refused', reason: 'No row could be read.' };
  expect(await run.run(importOf(Promise.resolve(fail(failure))), () => undefined)).toBeUndefined();
  expect(now()).toMatchObject({ importing: false, failure, ended: undefined });
  expect(workspace.getState().view).toBe(before);
});
