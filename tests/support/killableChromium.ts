import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './findChromium.ts';
import { CHROMIUM_FLAGS } from './openApp.ts';

/** A Chromium in a process group of its own, so that all of it can be killed at once as a power cut of the browser. */
export interface KillableChromium {
  readonly browser: Browser;
  readonly page: Page;
  /** SIGKILL to the whole group; resolves when its first process is gone. */
  kill(): Promise<void>;
}

const START_PATIENCE = 30_000;

/** Address at which the browser can be driven, from its own output. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), START_PATIENCE);
    process.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    process.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Chromium ended with ${code} before it was ready: ${said}`));
    });
  });
}

/** Starts Chromium on a profile folder and opens an empty page. */
export async function startKillable(profile: string): Promise<KillableChromium> {
  const child = spawn(
    findChromium(),
    [
      '--headless',
      ...CHROMIUM_FLAGS,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await gone;
  };
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const context = browser.contexts()[0] ?? (await browser.newContext());
    return { browser, page: context.pages()[0] ?? (await context.newPage()), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Gives a file of this machine to the one file input of the page, by path: its bytes do not travel. */
export async function chooseByPath(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await page.getByLabel('Choose files', { exact: true }).waitFor();
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('input[type=file]')",
  });
  await session.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId! });
  await session.detach();
}
