import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BriefBlock, BriefContent } from '../../../src/brief/content/briefContent.ts';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import { BRIEF_FONTS } from '../../../src/brief/pdf/briefFonts.ts';
import { drawBrief } from '../../../src/brief/pdf/drawBrief.ts';
import { EXAMPLE_INPUT, FULFILLER, sha256, withLines } from '../content/exampleInput.ts';
import { pageText, readPdf } from './readPdf.ts';

vi.setConfig({ testTimeout: 60_000 });

const CONTENT = buildBriefContent(EXAMPLE_INPUT, sha256);
const draw = (content: BriefContent = CONTENT): Uint8Array => drawBrief(content, BRIEF_FONTS).pdf;
const fingerprint = (pdf: Uint8Array): string => Buffer.from(pdf).toString('base64');

/** The example with its first section replaced by the given blocks. */
const withBlocks = (...blocks: readonly BriefBlock[]): BriefContent => ({
  ...CONTENT,
  sections: [{ number: '1', title: 'Blocks', blocks }],
});

const paragraph = (text: string): BriefBlock => ({ kind: 'paragraph', text: [text] });

describe('the drawn brief', () => {
  test('is a PDF whose text can be selected, with every section and figure of its content [BRIEF-01]', async () => {
    const { pages, outline } = await readPdf(draw());
    const text = pages.map(pageText).join('\n');
    for (const { number, title } of CONTENT.sections) {
      expect(text).toContain(title);
      expect(outline).toContain(`${number} ${title}`);
    }
    for (const expected of ['We will commit to', '867', 'F-080', '−21.2 %', 'GBP 282 480.00', 'Login only']) {
      expect(text).toContain(expected);
    }
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(pages.length).toBeLessThanOrEqual(12);
  });

  test('says on every page what it is, as of when, by which record [BRIEF-01]', async () => {
    const { pages } = await readPdf(draw());
    for (const [index, page] of pages.entries()) {
      const text = pageText(page);
      expect(text).toContain('Renewal brief · Larkfield Group');
      expect(text).toContain('as of 30 Jun 2026');
      expect(text).toContain('internal, not for the vendor');
      expect(text).toContain(`page ${index + 1} of ${pages.length}`);
      expect(text).toContain(
        `brief ${CONTENT.briefId} · definition 2 · Fallow 0.1.0 · ledger head ${CONTENT.ledgerHead}`,
      );
      expect(text).toContain('buyer-prepared; not affiliated with the vendor');
    }
  });

  test.each(['A4', 'Letter'] as const)(
    'has its position on one page of %s, with three contract lines',
    async (paper) => {
      const further = ['Analytics', 'Approver'].map((licenceType) => ({ ...FULFILLER, licenceType }));
      const input = { ...EXAMPLE_INPUT, ...withLines([FULFILLER, ...further]) };
      const { pages } = await readPdf(draw({ ...buildBriefContent(input, sha256), paper }));
      expect(pageText(pages[0])).toContain('Freeing a seat does not lower');
      expect(pageText(pages[0])).toContain('The request in money a year');
      expect(pageText(pages[1])).toContain('Framing');
      expect(pageText(pages[1]).match(/Freeing a seat/g)).toHaveLength(1);
    },
  );

  test('no title or heading stands alone above the foot of a page, however tall the table beneath it is', async () => {
    const rows = ['first row', 'second row'].map((name) => ({
      cells: [[`${name} ${'of a licence type with a long name '.repeat(14)}`], ['1']],
      total: false,
    }));
    const columns = [
      { header: 'Name', align: 'left', weight: 1 },
      { header: 'Seats', align: 'right', weight: 3 },
    ] as const;
    const table = { kind: 'table', table: { caption: 'Tall', columns, rows } } as const;
    for (let lines = 14; lines <= 40; lines += 2) {
      const { pages } = await readPdf(
        draw({
          ...CONTENT,
          sections: [
            { number: '1', title: 'Before', blocks: [] },
            { number: '2', title: 'Filled', blocks: Array.from({ length: lines }, () => paragraph('Line')) },
            {
              number: '3',
              title: 'Under test',
              blocks: [table, { kind: 'heading', text: 'Heading' }, table],
            },
          ],
        }),
      );
      const texts = pages.map(pageText);
      const titled = texts.find((text) => text.includes('Under test'));
      expect([lines, titled?.includes('first row')]).toEqual([lines, true]);
      const headed = texts.find((text) => text.includes('Heading'))?.split('Heading')[1];
      expect([lines, headed?.includes('first row')]).toEqual([lines, true]);
    }
  });

  test('the last three rows of a table go to the next page together, and with the note below them', async () => {
    const columns = [
      { header: 'Name', align: 'left', weight: 1 },
      { header: 'Seats', align: 'right', weight: 1 },
    ] as const;
    const rows = Array.from({ length: 14 }, (_, at) => ({
      cells: [[`row ${at + 1} of 14`], [`${at}`]],
      total: false,
    }));
    const parted: number[] = [];
    for (let lines = 8; lines <= 30; lines++) {
      const { pages } = await readPdf(
        draw(
          withBlocks(
            ...Array.from({ length: lines }, () => paragraph('Line')),
            { kind: 'table', table: { caption: 'Long', columns, rows } },
            { kind: 'note', text: ['The note of the table.'] },
          ),
        ),
      );
      const last = pages.map(pageText).find((text) => text.includes('The note of the table.')) ?? '';
      expect([lines, last.includes('row 12 of 14'), last.includes('row 14 of 14')]).toEqual([
        lines,
        true,
        true,
      ]);
      if (!last.includes('row 1 of 14')) parted.push(lines);
    }
    expect(parted.length).toBeGreaterThan(3);
  });

  test('is drawn on A4 or on Letter [BRIEF-01]', async () => {
    const sizeOf = async (paper: BriefContent['paper']): Promise<readonly number[]> => {
      const { pages } = await readPdf(draw({ ...CONTENT, paper }));
      return [pages[0]?.width ?? 0, pages[0]?.height ?? 0];
    };
    expect(await sizeOf('A4')).toEqual([595.28, 841.89]);
    expect(await sizeOf('Letter')).toEqual([612, 792]);
  });

  test('tells its title, edition and brief id and nothing else about itself', async () => {
    const { info } = await readPdf(draw());
    expect(info).toMatchObject({
      Title: `Renewal brief, internal edition, ${CONTENT.briefId}`,
      CreationDate: "D:20260630000000+00'00'",
    });
    expect(info['Author'] ?? info['Creator'] ?? info['Subject'] ?? info['Keywords']).toBeUndefined();
    expect(JSON.stringify(info)).not.toContain('Larkfield');
    expect(info['Language']).toBe('en-GB');
  });

  test('hears of every page that is begun', () => {
    const heard: number[] = [];
    const { pages } = drawBrief(CONTENT, BRIEF_FONTS, (page) => heard.push(page));
    expect(heard).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });
});

describe('letters', () => {
  test('prints names with letters of Latin, Greek and Cyrillic so that they are read back intact [BRIEF-07]', async () => {
    const names = [
      'Łukasz Őry — 10 €',
      'Ђорђе Њежић',
      'Ελένη Παπαδοπούλου',
      'Þórður Nguyễn',
      '1 000 − 5 ≤ 2 → x',
    ];
    const { pages } = await readPdf(draw(withBlocks(...names.map(paragraph))));
    const lines = pageText(pages[0]).split('\n');
    for (const name of names) expect(lines).toContain(name);
  });

  test('draws characters outside the font and hidden controls as codes, and loses nothing after them [APP-12] [BRIEF-07]', async () => {
    const { pages } = await readPdf(draw(withBlocks(paragraph('山田 Ada\u202egnp.exe'))));
    expect(pageText(pages[0]).split('\n')).toContain('[U+5C71][U+7530] Ada[U+202E]gnp.exe');
  });

  test('prints composed letters from decomposed ones', async () => {
    const { pages } = await readPdf(draw(withBlocks(paragraph('Őry'.normalize('NFD')))));
    expect(pageText(pages[0]).split('\n')).toContain('Őry');
  });
});

describe('hostile content', () => {
  const long = 'x'.repeat(32_000);
  const hostile = withBlocks(
    paragraph(long),
    { kind: 'statement', text: [long] },
    {
      kind: 'bigFigures',
      figures: [
        {
          label: 'a',
          figure: { id: 'F-001', text: '999\u00a0999\u00a0999\u00a0999' },
          note: long.slice(0, 300),
        },
        { label: 'b', figure: { id: 'F-002', text: '1' }, note: '' },
      ],
    },
    {
      kind: 'table',
      table: {
        caption: 'Many long rows',
        columns: [
          { header: 'Name', align: 'left', weight: 3 },
          { header: 'Numbers of a column with a long header', align: 'right', weight: 1 },
          { header: 'Note', align: 'left', weight: 1 },
        ],
        rows: Array.from({ length: 90 }, (_, row) => ({
          cells: [
            [row % 7 === 0 ? long : `row ${row}`],
            [{ id: `F-001/${long}`, text: '1\u00a0000' }],
            ['__proto__'],
          ],
          total: row === 89,
        })),
      },
    },
    {
      kind: 'table',
      table: {
        caption: 'More columns than fit',
        columns: Array.from({ length: 14 }, (_, index) => ({
          header: `Headingword${index}`,
          align: 'right' as const,
          weight: 1,
        })),
        rows: [
          {
            cells: Array.from({ length: 14 }, () => [{ id: 'F-082', text: '1\u00a0000\u00a0000' }]),
            total: false,
          },
        ],
      },
    },
    { kind: 'stackedBar', caption: 'Nothing', parts: [] },
    { kind: 'histogram', caption: 'Nothing', bars: [] },
    {
      kind: 'histogram',
      caption: 'No curves',
      bars: [],
      curves: { points: [], labels: { upper: 'a', band: 'b', second: 'c' }, marked: 90 },
    },
    {
      kind: 'histogram',
      caption: 'One place',
      bars: [],
      curves: {
        points: [{ at: 730, upper: 999_999, bandFrom: 0, second: 3 }],
        labels: { upper: 'a', band: 'b', second: 'c' },
        marked: 730,
      },
    },
    {
      kind: 'waterfall',
      caption: 'Below zero',
      steps: [{ label: long, seats: -5, kind: 'change', shown: '−5' }],
    },
  );

  test('keeps every piece of text inside the margins, whatever its length', async () => {
    for (const content of [
      CONTENT,
      { ...hostile, customer: long },
      { ...CONTENT, paper: 'Letter' as const },
    ]) {
      const { pages } = await readPdf(draw(content));
      for (const { texts, width, height } of pages) {
        for (const { text, x, y, width: taken } of texts.filter(({ text }) => text.trim() !== '')) {
          expect([
            text.slice(0, 40),
            x >= 51 && x + taken <= width - 51 && y >= 30 && y <= height - 40,
          ]).toEqual([text.slice(0, 40), true]);
        }
      }
    }
  });

  test('repeats caption and header of a table on every page it reaches', async () => {
    const { pages } = await readPdf(draw(hostile));
    const reached = pages.filter((page) => pageText(page).includes('Many long rows'));
    expect(reached.length).toBeGreaterThan(2);
    for (const page of reached) expect(pageText(page)).toContain('Note');
    expect(pageText(reached.at(-1))).toContain('Many long rows (continued)');
  });
});

describe('the same content gives the same bytes', () => {
  const zone = process.env['TZ'];

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('in every time zone, at any time and whatever chance does [BRIEF-13]', () => {
    const first = fingerprint(draw());
    for (const name of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = name;
      vi.useFakeTimers({ now: Date.UTC(2031, 5, 1) });
      let chance = 0;
      vi.spyOn(Math, 'random').mockImplementation(() => (chance += 0.000_1));
      expect(new Date().getTimezoneOffset()).not.toBe(0);
      expect(fingerprint(draw()) === first).toBe(true);
      vi.useRealTimers();
    }
  });

  test('and other content gives other bytes', () => {
    const first = fingerprint(draw());
    expect(fingerprint(draw({ ...CONTENT, briefId: '00000000' })) === first).toBe(false);
    expect(fingerprint(draw({ ...CONTENT, customer: 'Larkfield Groups' })) === first).toBe(false);
  });
});

test('the licence of the fonts lies beside them', () => {
  const licence = readFileSync(new URL('../../../src/brief/pdf/fonts/OFL.txt', import.meta.url), 'utf8');
  expect(licence).toContain('SIL OPEN FONT LICENSE');
  expect(licence).toContain('Copyright 2015 Google LLC');
});
