import type { Locator } from 'playwright-core';

/** Counts what a person does with hand and keyboard on a way through the app. */
export class Effort {
  clicks = 0;
  fields = 0;

  async click(target: Locator): Promise<void> {
    this.clicks++;
    await target.click();
  }

  async check(target: Locator): Promise<void> {
    this.clicks++;
    await target.check();
  }

  async type(target: Locator, text: string): Promise<void> {
    this.fields++;
    await target.fill(text);
  }

  async choose(target: Locator, option: string): Promise<void> {
    this.fields++;
    await target.selectOption({ label: option });
  }
}
