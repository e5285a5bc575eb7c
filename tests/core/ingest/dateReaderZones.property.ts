import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchResult } from '../../support/readDatesBatch.ts';
import { FORM_COUNT } from '../../support/writeDates.ts';

/** Zones in which the machine of a user may stand: whole hours, halves, quarters, and both ends of the day. */
const PROCESS_ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const READINGS = 210_000;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'dates-'));
const results: BatchResult[] = [];

async function readIn(zone: string, seed: number): Promise<void> {
  const readings = Math.ceil(READINGS / PROCESS_ZONES.length);
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'batch.mjs'), String(seed), String(readings)],
    {
      env: { ...process.env, TZ: zone },
      maxBuffer: 1 << 24,
    },
  );
  results.push(JSON.parse(stdout) as BatchResult);
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(import.meta.dirname, '../../support/readDatesBatch.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'batch.mjs' } },
    },
  });
  const waiting = PROCESS_ZONES.map((zone, index) => ({ zone, seed: 20_260_630 + index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await readIn(next.zone, next.seed);
  };
  await Promise.all([work(), work()]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every process stands in its own zone', () => {
  expect(results).toHaveLength(PROCESS_ZONES.length);
  expect(new Set(results.map(({ offsets }) => offsets.join(' '))).size).toBeGreaterThanOrEqual(12);
});

test('over 200,000 dates in every form and zone: no impossible date is accepted and no day is shifted [LOAD-20] [LOAD-21]', () => {
  const readings = results.reduce((sum, batch) => sum + batch.readings, 0);
  expect(readings).toBeGreaterThan(200_000);
  expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(results.every(({ wrongCount }) => wrongCount === 0)).toBe(true);
});

test('every form is read in every process', () => {
  for (const { forms } of results) {
    const written = Object.keys(forms).filter((name) => !name.startsWith('impossible'));
    expect(written).toHaveLength(FORM_COUNT);
    expect(FORM_COUNT).toBeGreaterThanOrEqual(40);
  }
});

test('the same dates are read alike wherever the machine stands [LOAD-21]', () => {
  expect(new Set(results.map(({ shared }) => shared)).size).toBe(1);
});
