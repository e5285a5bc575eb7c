import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import type { FileSurvey, UnreadableFile } from '../../../src/core/ingest/fileSurvey.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { surveyFile, type SurveyAsk } from '../../../src/worker/thread/surveyFile.ts';
import { byteFile, utf16, utf8 } from './byteFile.ts';

const ASK: SurveyAsk = {
  fileTime: Date.UTC(2026, 5, 30, 23, 30),
  system: 'other',
  plan: undefined,
  workspaceZone: 'Europe/London',
  workingDay: readIsoDay('2026-07-02')!,
};
const LIVE = new AbortController().signal;

async function survey(file: ByteSource, ask: SurveyAsk = ASK): Promise<FileSurvey> {
  const surveyed = await surveyFile({ file: file as File }, ask, LIVE);
  if (!surveyed.ok) throw new Error(JSON.stringify(surveyed.failure));
  return surveyed.value;
}

async function refusal(file: ByteSource): Promise<UnreadableFile> {
  const surveyed = await surveyFile({ file: file as File }, ASK, LIVE);
  if (surveyed.ok || surveyed.failure.kind !== 'unreadableFile') throw new Error('was read');
  expect(surveyed.failure.fileName).toBe('users.csv');
  return surveyed.failure.why;
}

const TEXT = 'user_name;name;last_login\r\nann;Zoë €;2026-06-01\r\n\r\nbob;Bob;2026-06-02';

describe('encodings in their order, shown in a preview', () => {
  test.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8', utf8(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(TEXT, 'le')],
    ['utf-16be', utf16(TEXT, 'be')],
    ['windows-1252', Uint8Array.from(TEXT, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)))],
  ] as const)('%s [LOAD-05]', async (encoding, bytes) => {
    const found = await survey(byteFile([bytes]));
    expect(found.plan.dialect).toEqual({ encoding, delimiter: ';', linesBeforeHeader: 0 });
    expect(found.preview.slice(0, 2)).toEqual(['user_name;name;last_login', 'ann;Zoë €;2026-06-01']);
    expect([found.wholeFile, found.surveyedRows, found.estimatedRows]).toEqual([true, 2, 2]);
    expect(found.columns[1]!.samples[0]!.text).toBe('Zoë €');
  });
});

describe('a large file', () => {
  const header = 'user_name,name,last_login\n';
  const row = 'user0000001,Ann Example,2026-06-01 10:00:00\n';
  const rows = Math.ceil((5 << 20) / row.length);

  test('is surveyed from its head, and its rows are estimated; the row that the head cuts is left out [LOAD-02]', async () => {
    const found = await survey(byteFile([utf8(header + row.repeat(rows))]));
    expect(found.wholeFile).toBe(false);
    expect(found.surveyedRows).toBe(Math.floor(((1 << 19) - header.length) / row.length));
    expect(Math.abs(found.estimatedRows - rows) / rows).toBeLessThan(0.01);
  });

  test('with an ASCII head is windows-1252 when a later byte says so [LOAD-05]', async () => {
    const late = Uint8Array.from([...utf8('zoe,Zo'), 0xeb, ...utf8(',2026-06-01\n')]);
    const found = await survey(byteFile([utf8(header + row.repeat(rows)), late]));
    expect(found.plan.dialect.encoding).toBe('windows-1252');
    const plain = await survey(byteFile([utf8(header + row.repeat(rows)), utf8('zoe,Zoë,2026-06-01\n')]));
    expect(plain.plan.dialect.encoding).toBe('utf-8');
  });
});

test('a head of ASCII leaves the encoding to the import where that finds out, and the rest unread [LOAD-05]', async () => {
  const head = utf8(`user_name,name\n${'ann,Ann Example\n'.repeat(1 << 15)}`);
  let pulled = 0;
  const file: ByteSource = {
    ...byteFile([head]),
    size: 10 << 20,
    stream: () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            pulled += 1;
            controller.enqueue(head.slice());
          },
        },
        { highWaterMark: 0 },
      ),
  };
  const found = await survey(file, { ...ASK, leavesEncodingOpen: true });
  expect(found.plan.dialect.encoding).toBe('utf-8');
  expect(pulled).toBeLessThan(4);
  const { dialect } = found.plan;
  const given: SurveyAsk = {
    ...ASK,
    dialect: { ...dialect, encoding: 'windows-1252' },
    leavesEncodingOpen: true,
  };
  expect((await survey(file, given)).plan.dialect.encoding).toBe('windows-1252');
});

test('the file time becomes a day in the zone of the workspace', async () => {
  const found = await survey(byteFile([utf8('user_name,name\na,b\n')]));
  expect([formatIsoDay(found.plan.asOf), found.asOfFrom]).toEqual(['2026-07-01', 'fileTime']);
});

test('the row numbers of a survey are those of the file', async () => {
  const text = 'Users of June\r\n\r\nuser_name,last_login\r\n\r\na,04/05/2026\r\n"b\r\nb",05/06/2026\r\n';
  const found = await survey(byteFile([utf8(text)]));
  expect(found.plan.dialect.linesBeforeHeader).toBe(2);
  const question = found.questions.find(({ kind }) => kind === 'dateOrder');
  expect(question?.kind === 'dateOrder' && question.rows.map(({ fileRow }) => fileRow)).toEqual([5, 6]);
});

describe('what cannot be read is told apart [LOAD-07]', () => {
  test.each<[string, Uint8Array, UnreadableFile]>([
    ['empty', new Uint8Array(0), { kind: 'empty' }],
    ['header only', utf8('user_name,name\n'), { kind: 'headerOnly', header: ['user_name', 'name'] }],
    [
      'an image',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      { kind: 'image', format: 'PNG' },
    ],
    [
      'an unclosed quote',
      utf8('user_name,name\na,b\nc,"open\nd,e\n'),
      { kind: 'unclosedQuote', row: 3, text: 'c,open\nd,e\n' },
    ],
    [
      'bytes that are no text',
      Uint8Array.from([...utf8('\ufeffuser_name,name\na,é\nb,'), 0xff, ...utf8('\n')]),
      { kind: 'brokenText', encoding: 'utf-8', row: 3 },
    ],
  ])('%s', async (_, bytes, why) => {
    expect(await refusal(byteFile([bytes]))).toMatchObject(
      why.kind === 'unclosedQuote' ? { kind: why.kind, row: why.row } : why,
    );
  });
});
