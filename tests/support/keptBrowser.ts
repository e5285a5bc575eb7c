import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startClient } from './loadSteps.ts';
import { openApp, type OpenApp } from './openApp.ts';
import { serveBuild, type ServedBuild } from './serveBuild.ts';

/** Milliseconds after which a step of a journey has failed. */
const LONGEST_STEP = 20_000;

/**
 * A browser with a profile of its own for the tests of a block, with one client begun in it. `use` is handed the app now
 * and whenever the returned function has opened the same profile again, as it would be on the next day.
 */
export function keepBrowser(client: string, use: (app: OpenApp) => void): () => Promise<void> {
  let build: ServedBuild;
  let profile: string;
  let app: OpenApp;
  const open = async (): Promise<void> => {
    app = await openApp({ build, profile });
    app.page.setDefaultTimeout(LONGEST_STEP);
    use(app);
  };
  beforeAll(async () => {
    build = await serveBuild();
    profile = mkdtempSync(join(tmpdir(), 'fallow-kept-'));
    await open();
    await startClient(app.page, client);
  });
  afterAll(async () => {
    await app?.close();
    await build?.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return async () => {
    await app.close();
    await open();
  };
}
