import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { seededUsers } from '../bench/support/seededUsers.ts';
import {
  alertText,
  chooseFile,
  importNow,
  loadList,
  plain,
  readAccount,
  sayNameIfAsked,
  setDay,
  startClient,
} from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';
import { tableData, workbookBytes } from '../support/workbookFile.ts';

const HEADER = 'user_name,name,department,licence_type,assigned_on,last_login_time';
const row = (number: number, cells: Readonly<Record<string, string>> = {}): string => {
  const all: Record<string, string> = {
    user_name: `user.${number}`,
    name: `Person ${number}`,
    department: 'Finance',
    licence_type: 'Fulfiller',
    assigned_on: '2024-01-15',
    last_login_time: '2026-05-20 09:30:00',
    ...cells,
  };
  return HEADER.split(',')
    .map((name) => all[name] ?? '')
    .join(',');
};
const list = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n') + '\n';
const GOOD = list(row(1), row(2), row(3), row(4), row(5));

/** The first bytes of real files of other kinds. */
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1,
]);
const PDF = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
const ZIP = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0, 0x08, 0]),
  Buffer.alloc(16),
  Buffer.from([0x13, 0, 0, 0]),
  Buffer.from('[Content_Types].xmlxl/workbook.xml'),
]);

const seatNamed = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: 'Seats' }).getByRole('row').filter({ hasText: name });

describe('bad input', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => app?.close());

  /** Runs `act` and asserts that the stored facts of the client are the same afterwards. */
  async function changesNothing(client: string, act: () => Promise<void>): Promise<void> {
    const before = await readClient(page, client);
    await act();
    expect(await readClient(page, client)).toEqual(before);
    expect(before.staging).toEqual([]);
  }

  describe('files that cannot be read at all', () => {
    const CLIENT = 'Unreadable Ltd';
    const COUNTS = 'Snapshots';

    beforeAll(async () => {
      await startClient(page, CLIENT);
      await loadList(page, { name: 'users.csv', content: GOOD });
    });

    const cases: readonly (readonly [string, string, string | Uint8Array, string])[] = [
      ['an empty file', 'empty.csv', '', 'empty.csv is empty. Export the list again and load the new file.'],
      ['a file of spaces and line ends', 'blank.csv', '\n \r\n\t\n', 'blank.csv is empty.'],
      [
        'a file with a header only',
        'header.csv',
        `${HEADER}\n`,
        'header.csv has a header but no rows. Check the filter of the export, then load it again.',
      ],
      [
        'a PNG named .csv',
        'users.csv',
        PNG,
        'users.csv is an image (PNG), not a list. Export the list as CSV',
      ],
      ['a PDF named .csv', 'users.csv', PDF, 'users.csv is a PDF, not a list. Export the list as CSV'],
      [
        'the start of an XLSX named .csv',
        'users.csv',
        ZIP,
        'users.csv is damaged: it ends before its table of contents and was probably cut off.',
      ],
      [
        'a web page named .csv',
        'users.csv',
        '<!DOCTYPE html><html><body><table><tr><td>user</td></tr></table></body></html>',
        'users.csv holds a web page, not a list',
      ],
      [
        'a file cut off within quotes',
        'cut.csv',
        list(row(1), row(2)) + 'user.3,"Person 3,Finance,Fulfiller',
        'cut.csv is cut off: a quotation mark opened in row 4 is never closed',
      ],
      [
        'a file cut off within a character',
        'broken.csv',
        Buffer.concat([Buffer.from(list(row(1, { name: 'Zoë' }))), Buffer.from([0x4c, 0xc5])]),
        'broken.csv stops being UTF-8 text at row 3. It was damaged or cut off on the way.',
      ],
    ];
    test.each(cases)(
      '%s is refused in a sentence, and nothing is kept [LOAD-07] [APP-17]',
      async (_, name, content, sentence) => {
        await changesNothing(CLIENT, async () => {
          await chooseFile(page, { name, content });
          expect(await alertText(page)).toContain(sentence);
          expect(await button(page, 'Import').isDisabled()).toBe(true);
          await goTo(page, 'Start');
          await goTo(page, 'Load');
          expect(await alertText(page)).toContain(sentence);
          await button(page, 'Dismiss').click();
          expect(await page.getByRole('alert').count()).toBe(0);
        });
        expect(await page.getByRole('table', { name: COUNTS }).getByRole('row').count()).toBe(2);
      },
    );

    test('a file name with a direction override is shown by its code', async () => {
      await chooseFile(page, { name: 'users\u202efdp.csv', content: '' });
      expect(await alertText(page)).toContain('users⟨U+202E⟩fdp.csv is empty.');
      await button(page, 'Dismiss').click();
    });

    test('the same bytes again add nothing and say when they were first loaded [LOAD-11]', async () => {
      await changesNothing(CLIENT, async () => {
        const receipt = await loadList(page, { name: 'another name.csv', content: GOOD });
        expect(receipt).toMatch(
          /You have already loaded this exact file \(\d{1,2} [A-Z][a-z]+, \d{2}:\d{2}\)\. Nothing was added\./,
        );
      });
    });
  });

  describe('rows that cannot be read', () => {
    test('rows wider and narrower than the header, a day that does not exist and one in the future are rejected with row and column [LOAD-20, LOAD-33]', async () => {
      await startClient(page, 'Rows AG');
      const receipt = await loadList(page, {
        name: 'rows.csv',
        content: list(
          row(1),
          row(2, { last_login_time: '2026-02-30 10:00:00' }),
          row(3, { last_login_time: '2026-07-20 10:00:00' }),
          `${row(4)},surplus`,
          'user.5,Person 5,Finance',
          row(6, { user_name: '' }),
          `${row(7)},,`,
          row(8),
          'user.9,Person 9,Fin',
        ),
      });
      expect(readAccount(receipt)).toEqual({ read: 9, accepted: 3, rejected: 6 });
      expect(receipt).toContain("Row 3, last_login_time: '2026-02-30 10:00:00' is not a date.");
      expect(receipt).toContain(
        "Row 4, last_login_time: '2026-07-20 10:00:00' is later than the data-as-of date.",
      );
      expect(receipt).toContain('Row 5: this row has more cells than the header');
      expect(receipt).toContain('Row 6: this row ends before its last column.');
      expect(receipt).toContain('Row 7, user_name: the account is missing');
      expect(receipt).toContain(
        'Row 10: this row ends before its last column. The file may have been cut off.',
      );
      expect(receipt).toContain('3 accounts, 3 seats.');
    });

    test('the rejected rows download with the original cell, row, column and problem [LOAD-33]', async () => {
      const saved = page.waitForEvent('download');
      await button(page, 'Download rejected rows').click();
      const file = await saved;
      expect(file.suggestedFilename()).toBe('rows-rejected-rows.csv');
      const lines = readFileSync(await file.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(lines[0]).toBe(`Row,Column,Original text,Problem,${HEADER}`);
      expect(lines).toHaveLength(7);
      expect(lines[1]).toBe(
        `3,last_login_time,2026-02-30 10:00:00,"Row 3, last_login_time: '2026-02-30 10:00:00' is not a date.",user.2,Person 2,Finance,Fulfiller,2024-01-15,2026-02-30 10:00:00`,
      );
      expect(lines[4]).toMatch(
        /^6,,"user\.5,Person 5,Finance",Row 6: this row ends before its last column\..*,user\.5,Person 5,Finance$/,
      );
      expect(lines[3]).toMatch(/,surplus$/);
    });

    test('each import is a snapshot of its own that is listed; deleting one says what is lost [LOAD-34]', async () => {
      await loadList(page, { name: 'later.csv', content: list(row(1), row(2), row(8)) });
      const table = page.getByRole('table', { name: 'Snapshots' });
      expect(await table.getByRole('row').count()).toBe(3);
      expect((await readClient(page, 'Rows AG')).snapshots).toHaveLength(2);
      await button(page, 'Delete snapshot 30 Jun 2026').first().click();
      const dialog = page.getByRole('dialog', { name: 'Delete snapshot 30 Jun 2026' });
      expect(plain(await dialog.innerText())).toContain(
        'This deletes 3 accounts and 3 seats as of 30 Jun 2026, read from later.csv',
      );
      await dialog.getByRole('button', { name: 'Delete this snapshot' }).click();
      await table.getByRole('row').nth(2).waitFor({ state: 'detached' });
      const { snapshots, recorded, chunks } = await readClient(page, 'Rows AG');
      expect(snapshots).toEqual(recorded);
      expect(snapshots).toHaveLength(1);
      expect(chunks.every((chunk) => chunk.startsWith(snapshots[0]!))).toBe(true);
    });

    test('a list that lacks a unit of the last one asks whether it is complete and says why', async () => {
      await changesNothing('Rows AG', async () => {
        await chooseFile(page, {
          name: 'moved.csv',
          content: list(...[1, 2, 3, 4].map((number) => row(number, { department: 'Sales' }))),
        });
        await setDay(page);
        await button(page, 'Import').click();
        const question = page.getByRole('radiogroup', { name: 'Is this list complete?', exact: true });
        await question.waitFor();
        expect(plain(await page.getByText(/^Your last list had/).innerText())).toBe(
          'Your last list had 3 accounts, this one has 4. Units that are missing: Finance. Is this a filtered list? If yes, we will not close any case because of it.',
        );
        expect(await button(page, 'Import').isDisabled()).toBe(true);
      });
    });

    test('a file of which no row can be read keeps nothing and says why [APP-17]', async () => {
      await startClient(page, 'Nothing GmbH');
      await changesNothing('Nothing GmbH', async () => {
        await chooseFile(page, {
          name: 'none.csv',
          content: list(row(1, { name: 'Person, 1' }), row(2, { name: 'Person, 2' })),
        });
        await setDay(page);
        await button(page, 'Import').click();
        await sayNameIfAsked(page);
        expect(await alertText(page)).toContain(
          'No row of this file could be read. Row 2: this row has more cells',
        );
      });
    });

    test('cells behind the last name in every row are left out, counted and told of [LOAD-05]', async () => {
      await startClient(page, 'Surplus GmbH');
      const receipt = await loadList(page, {
        name: 'surplus.csv',
        content: list(`${row(1)},surplus`, `${row(2)},surplus`),
      });
      expect(readAccount(receipt)).toEqual({ read: 2, accepted: 2, rejected: 0 });
      expect(receipt).toContain(
        '2 rows have more cells than there are column names; the further cells were left out.',
      );
    });
  });

  test('a list without any date of use is a seat list: all Unknown, and the message names what to add [LOAD-17]', async () => {
    await startClient(page, 'Seats only');
    await chooseFile(page, {
      name: 'seats.csv',
      content:
        'user_name,name,licence_type,assigned_on\n' +
        [1, 2, 3].map((n) => `u${n},P ${n},Fulfiller,2024-01-15`).join('\n'),
    });
    await setDay(page);
    const sentence =
      /This list has names but no date of last use\. Without it nobody can be called inactive\. In ServiceNow choose .+ and tick Last login\./;
    await page.getByText(sentence).first().waitFor();
    const receipt = await importNow(page);
    expect(receipt).toMatch(sentence);
    expect(receipt).toContain('3 accounts, 3 seats. No date of use was found.');
    await goTo(page, 'Review');
    await page.getByRole('table', { name: 'Seats' }).getByText('Unknown').nth(2).waitFor();
    await goTo(page, 'Define');
    await page
      .getByRole('status', { name: 'Flagged seats' })
      .getByText(/^0 flagged/)
      .waitFor();
  });

  test('day and month that no value decides are asked with both readings, and nothing is imported until answered [LOAD-19]', async () => {
    await startClient(page, 'Ambiguous plc');
    const days = ['04/05/2026', '02/03/2026', '05/06/2026', '01/02/2026'];
    await changesNothing('Ambiguous plc', async () => {
      await chooseFile(page, {
        name: 'dates.csv',
        content: list(...days.map((day, n) => row(n, { last_login_time: day }))),
      });
      await setDay(page);
      const question = page.getByText(/We cannot tell day from month in last_login_time\./);
      await question.waitFor();
      expect(plain(await question.innerText())).toBe(
        'We cannot tell day from month in last_login_time. Row 2 says 04/05/2026. Is that 4 May or 5 April? (All 4 values fit both.)',
      );
      const readings = page.getByRole('table', { name: 'Readings of last_login_time' }).getByRole('row');
      expect((await readings.allInnerTexts()).map(plain)).toEqual([
        'Row In the file Day first Month first',
        '2 04/05/2026 4 May 2026 5 Apr 2026',
        '3 02/03/2026 2 Mar 2026 3 Feb 2026',
        '4 05/06/2026 5 Jun 2026 6 May 2026',
      ]);
      expect(await button(page, 'Import').isDisabled()).toBe(true);
    });
    await page
      .getByRole('group', { name: 'Question about last_login_time' })
      .getByRole('radio', { name: '4 May' })
      .check();
    await page.getByText(/^Reads 4 rows/).waitFor();
    expect(await importNow(page)).toContain('Last sign-in from 1 Feb 2026 to 5 Jun 2026.');
  });

  describe('texts that mean harm', () => {
    const LONG = 'Wolfeschlegelstein '.repeat(1685).slice(0, 32_000);
    const FORMULAS = ['=HYPERLINK("https://leak.test";"x")', '@SUM(A1:A9)', '+1+1', '-2+3', '\uFF1D1+1'];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const CLIENT = 'Hostile Texts';

    test('a long name, formulas, overrides and markup are accepted as text', async () => {
      await startClient(page, CLIENT);
      const receipt = await loadList(page, {
        name: 'texts.csv',
        content: list(
          row(1, { name: LONG }),
          row(2, { name: 'Mallory \u202egnp.exe\u202c' }),
          row(3, { name: quoted('<img src=x onerror=alert(1)><script>alert(2)</script>') }),
          row(4, { name: quoted('First line\n=2+2') }),
          ...FORMULAS.map((text, index) => row(10 + index, { name: quoted(text), department: quoted(text) })),
        ),
      });
      expect(readAccount(receipt)).toEqual({ read: 9, accepted: 9, rejected: 0 });
    });

    test('they are shown as text, with the override by its code [APP-12]', async () => {
      await goTo(page, 'Review');
      await seatNamed(page, '=HYPERLINK("https://leak.test";"x")').waitFor();
      await seatNamed(page, '<img src=x onerror=alert(1)>').waitFor();
      await seatNamed(page, 'Mallory ⟨U+202E⟩gnp.exe⟨U+202C⟩').waitFor();
      await seatNamed(page, 'Wolfeschlegelstein').waitFor();
      const text = await page.locator('body').innerText();
      expect(text).not.toContain('\u202e');
      const box = await page.getByRole('table', { name: 'Seats' }).boundingBox();
      expect(box!.width).toBeLessThanOrEqual(1440);
    });

    test('the exported table puts an apostrophe before every formula, also across line breaks [APP-12]', async () => {
      await button(page, 'Export table').click();
      const saved = page.waitForEvent('download');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Export/ })
        .click();
      const csv = readFileSync(await (await saved).path(), 'utf8');
      for (const text of FORMULAS) expect(csv).toContain(`"'${text.replaceAll('"', '""')}"`);
      expect(csv).toContain('"First line\n=2+2"');
      expect(csv).toContain(LONG.trim());
      const cells = csv.split(/[,\r\n](?=(?:[^"]*"[^"]*")*[^"]*$)/);
      expect(cells.filter((cell) => /^"?[=+@\t\uFF1D]/.test(cell))).toEqual([]);
    });
  });

  test('a column called __proto__ is a column like any other, and so are such values', async () => {
    await startClient(page, 'Prototype');
    const content =
      'user_name,name,__proto__,licence_type,assigned_on,last_login_time\n' +
      ['__proto__', 'constructor', 'toString', 'Finance']
        .map((unit, index) => `user.${index},Person ${index},${unit},${unit},2024-01-15,2026-05-20`)
        .join('\n');
    await chooseFile(page, { name: 'proto.csv', content });
    await setDay(page);
    const meaning = page.getByRole('combobox', { name: 'Meaning of __proto__', exact: true });
    await meaning.selectOption({ label: 'Unit' });
    const mapping = page
      .getByRole('table', { name: 'Column mapping' })
      .getByRole('row')
      .filter({ has: meaning });
    expect(plain(await mapping.innerText())).toContain('__proto__ constructor toString');
    const receipt = await importNow(page);
    expect(receipt).toContain('4 accounts, 4 seats.');
    expect(receipt).toContain('4 units named.');
    expect(receipt).toContain('__proto__ 1 · constructor 1');
    await goTo(page, 'Review');
    const unit = page.getByRole('combobox', { name: 'Unit', exact: true });
    await unit.selectOption({ label: '__proto__' });
    await page
      .getByText(/^1 seat$/)
      .first()
      .waitFor();
    await seatNamed(page, 'Person 0').waitFor();
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  });

  describe('encodings and outer forms', () => {
    const NAMES = ['Zoë Müller', 'Ångström', 'Ren\u00e9 \u2013 \u20ac 5'];
    const rows = NAMES.map((name, index) => row(index, { name }));

    test('windows-1252 is found, told and shown in the first lines [LOAD-05]', async () => {
      await startClient(page, 'Western');
      const units: Readonly<Record<string, number>> = { '\u20ac': 0x80, '\u2013': 0x96 };
      const content = Uint8Array.from(list(...rows), (letter) => units[letter] ?? letter.charCodeAt(0));
      await chooseFile(page, { name: 'western.csv', content });
      await setDay(page);
      await page.getByText('Western European (windows-1252)', { exact: false }).first().waitFor();
      await page.getByText('First lines as read').click();
      const preview = await page.locator('pre').first().innerText();
      for (const name of NAMES) expect(preview).toContain(name);
      expect(await importNow(page)).toContain('It was read as Western European text (windows-1252)');
      await goTo(page, 'Review');
      for (const name of NAMES) await seatNamed(page, name).waitFor();
    });

    test('UTF-16 with tabs, as spreadsheets save it, keeps every row [LOAD-01, LOAD-05]', async () => {
      await startClient(page, 'Wide');
      const text = '\ufeff' + list(...rows, row(9, { name: 'Łukasz 山田' })).replaceAll(',', '\t');
      await chooseFile(page, { name: 'wide.txt', content: Buffer.from(text, 'utf16le') });
      await setDay(page);
      await page.getByText('UTF-16 (little-endian), cells separated by tabs').waitFor();
      expect(readAccount(await importNow(page))).toEqual({ read: 4, accepted: 4, rejected: 0 });
      await goTo(page, 'Review');
      for (const name of [...NAMES, 'Łukasz 山田']) await seatNamed(page, name).waitFor();
    });

    test('a tab-separated file is read [LOAD-01]', async () => {
      await startClient(page, 'Tabs');
      const receipt = await loadList(page, { name: 'users.tsv', content: GOOD.replaceAll(',', '\t') });
      expect(readAccount(receipt)).toEqual({ read: 5, accepted: 5, rejected: 0 });
    });

    test('pasted rows are read [LOAD-01]', async () => {
      await startClient(page, 'Pasted');
      const field = page.getByRole('textbox', { name: 'Paste rows', exact: true });
      await field.fill(GOOD.replaceAll(',', '\t'));
      await setDay(page);
      const receipt = await importNow(page);
      expect(readAccount(receipt)).toEqual({ read: 5, accepted: 5, rejected: 0 });
      expect(receipt).toContain('Pasted rows');
    });

    const cells = GOOD.trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    test.each([
      ['users.csv', Buffer.from(GOOD)],
      ['users.tsv', Buffer.from(GOOD.replaceAll(',', '\t'))],
      ['users.xlsx', workbookBytes({ sheets: [{ name: 'Page 1', data: tableData(cells) }] })],
    ])('a dropped file is read: %s [LOAD-01]', async (name, content) => {
      await startClient(page, `Dropped ${name}`);
      const transfer = await page.evaluateHandle(
        ([fileName, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(bytes)], fileName));
          return data;
        },
        [name, [...content]] as const,
      );
      await page.locator('.load-drop').dispatchEvent('drop', { dataTransfer: transfer });
      await setDay(page);
      expect(readAccount(await importNow(page))).toEqual({ read: 5, accepted: 5, rejected: 0 });
    });

    test('title lines, sep=, repeated headers, trailing delimiters and footers are counted and shown [LOAD-05]', async () => {
      await startClient(page, 'Shapes');
      const content = [
        'sep=;',
        'User list of June',
        HEADER,
        row(1) + ',',
        row(2) + ',',
        HEADER,
        row(3) + ',',
        'Grand Totals (3 records)',
        'Confidential Information - Do Not Distribute',
        '',
      ]
        .join('\r\n')
        .replaceAll(',', ';');
      const receipt = await loadList(page, { name: 'shapes.csv', content });
      expect(readAccount(receipt)).toEqual({ read: 3, accepted: 3, rejected: 0 });
      expect(receipt).toContain('2 lines above the column names were skipped.');
      expect(receipt).toContain('3 rows have empty cells beyond the last column; nothing was lost.');
      expect(receipt).toContain('1 row repeats the column names and was skipped.');
      expect(receipt).toContain('1 line of totals was left out.');
      expect(receipt).toContain('1 line below or between the rows was left out.');
    });
  });

  test('an import that is cancelled in the middle shows its count and leaves nothing behind [LOAD-02]', async () => {
    const { path, rows } = seededUsers(150_000);
    await startClient(page, 'Cancelled');
    await changesNothing('Cancelled', async () => {
      await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
      await setDay(page);
      await button(page, 'Import').click();
      await sayNameIfAsked(page);
      const progress = page.getByRole('progressbar', { name: 'Import progress', exact: true });
      await progress.waitFor();
      await page
        .getByText(
          /^Reading seeded-users-150000\.csv: [1-9][\d\s]* of about [\d\s]+ rows\. You can keep using the page\./,
        )
        .waitFor();
      await button(page, 'Cancel import').click();
      await page.getByText('Cancelled. Nothing was kept.').waitFor();
      expect(await progress.count()).toBe(0);
    });
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: rows, accepted: rows, rejected: 0 });
  });

  test('a list is read, parsed and stored in other threads: the page itself opens no file and no database [LOAD-02]', async () => {
    const { path, rows } = seededUsers(150_000);
    await startClient(page, 'Beside the page');
    await page.evaluate(() => {
      const used: string[] = [];
      Object.assign(globalThis, { usedByPage: used });
      const watch = (of: object, ...names: readonly string[]): void => {
        for (const name of names) {
          const own = Reflect.get(of, name) as (...given: unknown[]) => unknown;
          Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
            used.push(name);
            return Reflect.apply(own, this, given);
          });
        }
      };
      watch(Blob.prototype, 'arrayBuffer', 'text', 'stream', 'slice');
      watch(FileReader.prototype, 'readAsArrayBuffer', 'readAsText');
      watch(IDBFactory.prototype, 'open');
      watch(IDBObjectStore.prototype, 'add', 'put');
    });
    const used = () =>
      page.evaluate(() => (globalThis as unknown as { usedByPage: readonly string[] }).usedByPage);
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
    await setDay(page);
    expect(readAccount(await importNow(page))).toEqual({ read: rows, accepted: rows, rejected: 0 });
    expect(await used()).toEqual([]);
    await page.evaluate(() => new Blob(['seen']).text());
    expect(await used()).toEqual(['text']);
  });

  test('none of this raised an error, a policy violation or a request', () => {
    expect(app.faults.filter((fault) => !fault.startsWith('request after load: chrome-extension'))).toEqual(
      [],
    );
  });
});
