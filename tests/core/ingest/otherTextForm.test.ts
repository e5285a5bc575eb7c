import { describe, expect, test } from 'vitest';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import { findTextForm, hasLabelledLines, isScreenTable } from '../../../src/core/ingest/otherTextForm.ts';

describe('the form of a text that is no list [LOAD-07]', () => {
  test.each([
    ['JSON', '{"records":[{"login":"ada"}]}'],
    ['JSON', '\n[\n {"login":"ada"}]'],
    ['RTF', '{\\rtf1\\ansi hello}'],
    ['LDIF', 'version: 1\n\ndn: uid=ada,dc=x\nuid: ada\n'],
    ['LDIF', '# extended LDIF\r\n#\r\n\r\ndn:: dWlkPWFkYQ==\r\n'],
    ['YAML', '---\n- login: ada\n  name: Ada\n'],
    ['YAML', '- login: ada\n  name: Ada\n'],
    ['SQL', "-- dump of users\n/* one\ntwo */;\nINSERT INTO users VALUES ('ada');\n"],
    ['anEmail', 'From: ada@x.example\r\nTo: ben@x.example\r\nSubject: list\r\n of users\r\n\r\nHello\r\n'],
  ])('%s', (form, text) => {
    expect(findTextForm(text)).toBe(form);
  });

  test.each([
    'user_name,last_login_time\nada,2026-03-01\n',
    'From: 2026-01-01\nTo: 2026-06-30\n\nuser_name,last_login_time\nada,2026-03-01\n',
    '# Generated on 2026-06-30\nuser_name;last_login\nada;2026-03-01\n',
    'dn,uid,mail\n"uid=ada,dc=x",ada,ada@x.example\n',
    '- login\n- ada\n',
    '---\nlogin,name\nada,Ada\n',
    'create,update,delete\n1,2,3\n',
  ])('a list is none of them: %j', (text) => {
    expect(findTextForm(text)).toBeUndefined();
  });

  test('a long text of lines with colons is decided at once', () => {
    expect(findTextForm('Key: value\r\n'.repeat(20_000))).toBeUndefined();
    expect(findTextForm('# comment\n \n'.repeat(20_000))).toBeUndefined();
  });
});

describe('columns lined up by spaces', () => {
  const LINES = [
    'user_name   name        last_login',
    '---------   ----        ----------',
    'ada         Ada Quill   2026-03-01',
  ];

  test('are known by words that start at the same places', () => {
    expect(isScreenTable(LINES.join('\r\n'))).toBe(true);
    expect(isScreenTable(`\n${LINES[0]}\nada         Ada Quill   2026-03-01\nben         \n`)).toBe(true);
  });

  test.each([
    ['two lines prove nothing', LINES.slice(0, 2).join('\n')],
    ['names with wide gaps', 'full name  of user\nAda  Quill\nBenedikt  Stone\n'],
    ['one column', 'user_name\nada\nben\n'],
    ['a header with spaces behind it', 'user_name   \nada\nben\n'],
    ['nothing below the further words', 'user_name   name\nada\nben\n'],
    ['no lines', ''],
  ])('%s', (_, text) => {
    expect(isScreenTable(text)).toBe(false);
  });
});

describe('one value a line behind its name', () => {
  test.each([
    ['a console', '\r\nName      : Ada\r\nLastLogin : 2026-03-01\r\n\r\nName      : Ben\r\nLastLogin : \r\n'],
    ['settings', '[ada]\nname=Ada\nmail=ada@x.example\n[ben]\nname=Ben\nmail=\n'],
    [
      'YAML without its mark',
      'users:\n  - name: Ada\n    mail: ada@x.example\n  - name: Ben\n    mail: ben@x.example\n',
    ],
  ])('%s', (_, text) => {
    expect(hasLabelledLines(text)).toBe(true);
    const found = findDialect(text, 'utf-8', true);
    expect(found.ok ? found.value.header : found.failure).toEqual({
      kind: 'otherText',
      form: 'labelledLines',
    });
  });

  test.each([
    ['one object', 'Name : Ada\nLastLogin : 2026-03-01\n'],
    ['a column of addresses with their kind', 'address\nsmtp:ada@x.example\nsmtp:ben@x.example\n'],
    ['a column of directory names', 'account\nCN=Ada\nCN=Ben\nCN=Cleo\n'],
    ['clock times', 'login\n2026-03-01 10:00:00\n2026-03-01 11:00:00\n'],
    ['no lines', ''],
  ])('%s', (_, text) => {
    expect(hasLabelledLines(text)).toBe(false);
  });
});
