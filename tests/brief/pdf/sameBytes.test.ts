import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import { BRIEF_FONTS } from '../../../src/brief/pdf/briefFonts.ts';
import { drawBrief } from '../../../src/brief/pdf/drawBrief.ts';
import { EXAMPLE_INPUT, sha256 } from '../content/exampleInput.ts';

const run = promisify(execFile);
const jspdf = fileURLToPath(new URL('../../../node_modules/jspdf/dist/jspdf.es.min.js', import.meta.url));
let folder = '';

/** Bundles the drawing as for a browser, with jsPDF's browser build, into one file that Node can run. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { jspdf } },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('drawExample.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: {
        external: ['html2canvas', 'canvg', 'dompurify'],
        output: { entryFileNames: 'draw.mjs' },
      },
    },
  });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('other processes, time zones, locales and builds of jsPDF give the same bytes [BRIEF-13]', async () => {
  const { pdf } = drawBrief(buildBriefContent(EXAMPLE_INPUT, sha256), BRIEF_FONTS);
  const here = sha256(Buffer.from(pdf).toString('base64'));
  const elsewhere = async (zone: string, locale: string): Promise<string> =>
    (
      await run(process.execPath, [join(folder, 'draw.mjs')], {
        env: { TZ: zone, LANG: locale, LC_ALL: locale },
      })
    ).stdout;
  expect(await elsewhere('UTC', 'C')).toBe(`0 ${here}`);
  expect(await elsewhere('Asia/Kolkata', 'de_DE.UTF-8')).toBe(`-330 ${here}`);
  expect(await elsewhere('America/St_Johns', 'tr_TR.UTF-8')).toBe(`210 ${here}`);
}, 120_000);
