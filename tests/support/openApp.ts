import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './findChromium.ts';
import { serveBuild, type ServedBuild } from './serveBuild.ts';

/** Flags under which Chromium makes no traffic of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly build: ServedBuild;
  /** Profile folder: a second start on it is the same browser restarted. */
  readonly profile: string;
  /** Everything that must not happen: requests after load, console errors, policy violations, rejections. */
  readonly faults: string[];
  close(): Promise<void>;
}

export interface OpenAppOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colourScheme?: 'light' | 'dark';
  readonly timeZone?: string;
  readonly profile?: string;
  readonly build?: ServedBuild;
  readonly arguments?: readonly string[];
}

/** Records what a page must never do, from the first script on. */
async function watch(page: Page, faults: string[]): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
    addEventListener('unhandledrejection', (event) => {
      console.error(`unhandled rejection: ${String(event.reason)}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
}

/** Waits until every part that is loaded on demand has been fetched ahead; after this no request may leave. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['loaded'] === 'all', undefined, {
    timeout: 60_000,
  });
}

/** Opens the built app in a real Chromium with a profile of its own and notes every fault from then on. */
export async function openApp(options: OpenAppOptions = {}): Promise<OpenApp> {
  const build = options.build ?? (await serveBuild());
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'fallow-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    args: [...CHROMIUM_FLAGS, ...(options.arguments ?? [])],
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colourScheme ?? 'light',
    timezoneId: options.timeZone ?? 'Europe/London',
    serviceWorkers: 'block',
    acceptDownloads: true,
  });
  const faults: string[] = [];
  const page = context.pages()[0] ?? (await context.newPage());
  await watch(page, faults);
  await page.goto(build.url);
  await untilLoaded(page);
  context.on('request', (request) => {
    if (!request.url().startsWith('blob:') && !request.url().startsWith('data:'))
      faults.push(`request after load: ${request.url()}`);
  });
  return {
    page,
    context,
    build,
    profile,
    faults,
    async close() {
      await context.close();
      if (!options.build) await build.stop();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
