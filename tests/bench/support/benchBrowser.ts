import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../support/findChromium.ts';
import { CHROMIUM_FLAGS } from '../../support/openApp.ts';
import type { BenchCases } from '../page/benchPage.ts';
import { sampleRenderers } from './rendererMemory.ts';

type CaseName = keyof BenchCases;
type CaseAnswer<Name extends CaseName> = Awaited<ReturnType<BenchCases[Name]>>;

export interface Measured<Answer> {
  readonly answer: Answer;
  /** Growth of the renderer's resident memory at its highest, MB, up to where the case says that it was measured. */
  readonly peak: number;
}

/** A Chromium on a profile of its own. Every case runs in a fresh page, so in a fresh renderer process. */
export class BenchBrowser {
  readonly profile = mkdtempSync(join(tmpdir(), 'fallow-bench-'));
  #context: BrowserContext | undefined;

  async context(): Promise<BrowserContext> {
    this.#context ??= await chromium.launchPersistentContext(this.profile, {
      executablePath: findChromium(),
      headless: true,
      args: [...CHROMIUM_FLAGS],
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Europe/London',
    });
    return this.#context;
  }

  async run<Name extends CaseName>(
    url: string,
    file: string,
    name: Name,
    ...given: Parameters<BenchCases[Name]>
  ): Promise<Measured<CaseAnswer<Name>>> {
    const page = await (await this.context()).newPage();
    try {
      await page.goto(url);
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes');
      await page.locator('#file').setInputFiles(file);
      const memory = sampleRenderers(this.profile);
      let peak: number | undefined;
      await page.exposeFunction('benchMeasured', () => {
        peak ??= memory.stop();
      });
      const answer = await page.evaluate(
        ([caseName, parameters]) => {
          const { fallowBench } = globalThis as unknown as {
            fallowBench: Record<string, (...all: readonly unknown[]) => Promise<unknown>>;
          };
          return fallowBench[caseName as string]!(...(parameters as readonly unknown[]));
        },
        [name, given] as const,
      );
      const atEnd = memory.stop();
      return { answer: answer as CaseAnswer<Name>, peak: peak ?? atEnd };
    } finally {
      await page.close();
    }
  }

  async page(url: string): Promise<Page> {
    const page = await (await this.context()).newPage();
    await page.goto(url);
    return page;
  }

  /** Ends the browser and drops what the system cached of the profile's files; the next use starts it again. */
  async restart(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    for (const file of readdirSync(this.profile, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !file.parentPath.includes('IndexedDB')) continue;
      spawnSync('dd', [`if=${join(file.parentPath, file.name)}`, 'iflag=nocache', 'count=0', 'status=none']);
    }
  }

  async close(): Promise<void> {
    await this.#context?.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
