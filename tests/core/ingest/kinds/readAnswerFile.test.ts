import { describe, expect, test } from 'vitest';
import { describeAnswerProblem, readAnswerFile } from '../../../../src/core/ingest/kinds/readAnswerFile.ts';

const GOOD = {
  format_version: 1,
  packet_id: 'P-7',
  client_code: 'HER',
  nonce: 'f0a1',
  created_on: '2026-06-01T10:00:00+02:00',
  expires_on: '2026-07-01',
  typed_name: 'Mia Hall',
  local_time: '2026-06-20T09:30:00+02:00',
  user_agent: 'Example browser',
  statement: 'IP address not collected',
  integrity: 'abc123',
  rows: [
    { case_number: 17, decision: 'revoke' },
    { case_number: '18', decision: 'keep', reason: 'Quarter end' },
    { case_number: 19, decision: 'downgrade', target_licence_type: 'Approver' },
  ],
};
const read = (change: object) => readAnswerFile(JSON.stringify({ ...GOOD, ...change }));

describe('an answer file', () => {
  test('is read whole', () => {
    const answer = readAnswerFile(`\ufeff${JSON.stringify(GOOD)}`);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        head: { packetId: 'P-7', typedName: 'Mia Hall', integrity: 'abc123' },
        rows: [
          { caseNumber: '17', decision: 'revoke', targetLicenceType: '', reason: '' },
          { caseNumber: '18', decision: 'keep', targetLicenceType: '', reason: 'Quarter end' },
          { caseNumber: '19', decision: 'downgrade', targetLicenceType: 'Approver', reason: '' },
        ],
      },
    });
  });

  test.each([
    ['a keep without a reason', { rows: [{ case_number: 1, decision: 'keep' }] }, 'Answer 1: reason'],
    [
      'a downgrade without a target',
      { rows: [{ case_number: 1, decision: 'downgrade' }] },
      'Answer 1: target_licence_type',
    ],
    ['an unknown decision', { rows: [{ case_number: 1, decision: 'maybe' }] }, 'Answer 1: decision'],
    ['no answers', { rows: [] }, 'rows is missing'],
    ['a day that does not exist', { expires_on: '2026-02-30' }, 'expires_on is missing'],
    ['a time without its offset', { local_time: '2026-06-20T09:30:00' }, 'local_time is missing'],
    ['another statement', { statement: 'IP address 10.0.0.1' }, 'statement is missing'],
    ['no integrity value', { integrity: '' }, 'integrity is missing'],
    ['a newer format', { format_version: 2 }, 'has format 2'],
    [
      'one case twice',
      { rows: [GOOD.rows[0], { case_number: '17', decision: 'revoke' }] },
      'Case 17 is answered twice',
    ],
  ])('is refused for %s', (_, change, sentence) => {
    const answer = read(change);
    if (answer.ok) throw new Error('It was taken.');
    expect(describeAnswerProblem(answer.failure)).toContain(sentence);
  });

  test('is told from other files', () => {
    expect(readAnswerFile('{"packet_id":')).toEqual({ ok: false, failure: { kind: 'noJson' } });
    expect(readAnswerFile('[1]')).toEqual({ ok: false, failure: { kind: 'noAnswer' } });
    expect(readAnswerFile('{"__proto__":{"packet_id":"P"}}')).toEqual({
      ok: false,
      failure: { kind: 'noAnswer' },
    });
  });
});
