import { describe, expect, test } from 'vitest';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';

const find = (text: string, isWholeFile = true) => {
  const found = findDialect(text, 'utf-8', isWholeFile);
  return found.ok
    ? {
        delimiter: found.value.dialect.delimiter,
        above: found.value.dialect.linesBeforeHeader,
        header: found.value.header,
      }
    : found.failure;
};

describe('delimiter [LOAD-05]', () => {
  test.each([',', ';', '\t', '|'])('%j rules', (delimiter) => {
    const text =
      ['user_name', 'name', 'last_login'].join(delimiter) +
      '\n' +
      ['ada', 'Ada', '2026-06-01'].join(delimiter) +
      '\n';
    expect(find(text)).toEqual({ delimiter, above: 0, header: ['user_name', 'name', 'last_login'] });
  });

  test('prose full of commas does not outvote the delimiter of every row', () => {
    const prose = 'Hello, this is a note, with many, many, commas; and even a semicolon';
    const rows = Array.from(
      { length: 40 },
      (_, row) => `user${row};"${prose}, ${'x,'.repeat(row % 7)}";01,5`,
    );
    expect(find(`login;notes;days\n${rows.join('\n')}\n`)).toMatchObject({
      delimiter: ';',
      header: ['login', 'notes', 'days'],
    });
  });

  test('line breaks and delimiters inside quotes belong to their cell', () => {
    const text =
      'login,notes,last login\r\nada,"one, two;\r\nthree;four;\r\nfive",2026-06-01\r\nben,"a;b;c;d",2026-06-02\r\n';
    expect(find(text)).toMatchObject({ delimiter: ',', header: ['login', 'notes', 'last login'] });
  });

  test('semicolons with decimal commas are semicolons', () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row},5;${row},25;user${row}`);
    expect(find(`price;days;login\n${rows.join('\n')}\n`)).toMatchObject({ delimiter: ';' });
  });

  test('one column alone is a list without a delimiter', () => {
    expect(find('email\nada@example.com\nben@example.com\n')).toMatchObject({ above: 0, header: ['email'] });
  });

  test('a quoted cell of 32 000 letters leaves the delimiter as it is', () => {
    expect(find(`login,name\nada,"${'x;'.repeat(16_000)}"\nben,Ben\n`)).toMatchObject({ delimiter: ',' });
  });
});

describe('lines above the header [LOAD-05]', () => {
  test('a line of nothing but delimiters, quoted or not, is a blank one', () => {
    const aboveOf = (line: string) => {
      const text = `Users of June,,\n${line}\nuser_name,name,last_login\nada,Ada,2026-06-01\n`;
      const found = findDialect(text, 'utf-8', true);
      return found.ok ? [found.value.dialect.blankLinesAbove, found.value.linesAbove.length] : found.failure;
    };
    for (const line of ['', ' ', ',,', '"","",""', ' , , ']) expect(aboveOf(line)).toEqual([1, 1]);
    expect(aboveOf('As of,2026-06-30,')).toEqual([undefined, 2]);
  });

  test('sep= names the delimiter and is no row', () => {
    expect(find('sep=;\nlogin;name, full\nada;Ada, Q\n')).toEqual({
      delimiter: ';',
      above: 1,
      header: ['login', 'name, full'],
    });
    expect(find('"sep=|"\r\nlogin|name\r\nada|Ada\r\n')).toMatchObject({ delimiter: '|', above: 1 });
    expect(find('sep=\t\nlogin\tname\nada\tAda\n')).toMatchObject({ delimiter: '\t', above: 1 });
  });

  test('#TYPE, titles and empty lines stand above', () => {
    expect(find('#TYPE Some.Object\n"login","name"\n"ada","Ada"\n')).toMatchObject({
      above: 1,
      header: ['login', 'name'],
    });
    const titled =
      'Licence report\nGenerated on 28 Jun 2026, 08:00\n\nlogin,name,last login\nada,Ada,2026-06-01\nben,Ben,\n';
    expect(find(titled)).toEqual({ delimiter: ',', above: 3, header: ['login', 'name', 'last login'] });
  });

  test('the texts above are handed on for the data-as-of date', () => {
    const found = findDialect('Report\n\nGenerated on 28 Jun 2026\nlogin,name\nada,Ada\n', 'utf-8', true);
    expect(found.ok && found.value.linesAbove).toEqual(['Report', 'Generated on 28 Jun 2026']);
  });

  test('empty and repeated header names are kept by position, a byte order mark is not part of one', () => {
    expect(find('\ufefflogin,,name,name,\nada,1,Ada,Ada,\n')).toMatchObject({
      header: ['login', '', 'name', 'name', ''],
    });
  });
});

describe('files without rows or header [LOAD-07]', () => {
  test('empty', () => {
    expect(find('')).toEqual({ kind: 'empty' });
    expect(find('\ufeff\r\n \n')).toEqual({ kind: 'empty' });
  });

  test('header only, when the file is known whole', () => {
    expect(find('login,name,last login\r\n')).toEqual({
      kind: 'headerOnly',
      header: ['login', 'name', 'last login'],
    });
    expect(find('login,name,last login\n,,\n\n')).toMatchObject({ kind: 'headerOnly' });
    expect(find('login,name,last login\r\n', false)).toMatchObject({ delimiter: ',' });
  });

  test('no header', () => {
    expect(find('ada@example.com,Ada,2026-06-01\nben@example.com,Ben,2026-06-02\n')).toEqual({
      kind: 'noHeader',
    });
  });

  test('data in JSON are called what they are, in one piece or a record a line [LOAD-07]', () => {
    expect(find('{"records":[{"user_name":"ada"}]}')).toEqual({ kind: 'otherText', form: 'JSON' });
    expect(find('{"login":"ada"}\n{"login":"ben"}\n')).toEqual({ kind: 'otherText', form: 'JSON' });
    expect(find('[\n {"login":"ada"}]\n')).toEqual({ kind: 'otherText', form: 'JSON' });
  });

  test('a quote that never closes is told with its row', () => {
    expect(find('login,name\nada,Ada\nben,"Ben\ncat,Cat\n')).toMatchObject({ kind: 'unclosedQuote', row: 3 });
    expect(find('login,name\nada,Ada\nben,"Ben\ncat,Cat\n', false)).toMatchObject({ delimiter: ',' });
  });
});

describe('header rows [LOAD-05]', () => {
  test('prompts with known words above the header are no header', () => {
    expect(
      find('Status,Active\nCompany,Larkfield\n\nUser ID,Name,Last login\nada,Ada,2026-06-01\nben,Ben,\n'),
    ).toMatchObject({ above: 3, header: ['User ID', 'Name', 'Last login'] });
  });

  test('of two header rows the lower names the columns, the upper those it leaves empty', () => {
    expect(
      find('Employee ID,Worker,Job,\n,,Cost Center,Manager\n0042,Ada,1 IT,Ben\n0043,Cat,2 HR,Ben\n'),
    ).toEqual({
      delimiter: ',',
      above: 1,
      header: ['Employee ID', 'Worker', 'Cost Center', 'Manager'],
    });
  });

  test('a first row of data with words such as Active is not taken for a second header row', () => {
    expect(find('Login,,Status,\nada,x,Active,User\nben,y,Active,User\n')).toMatchObject({
      above: 0,
      header: ['Login', '', 'Status', ''],
    });
  });
});

describe('rows wider than the header [LOAD-05]', () => {
  test('further cells that most rows have become columns without a name', () => {
    expect(
      find('login,email,last login\nada,a@example.com,2026-06-01,x\nben,b@example.com,2026-06-02,y\n'),
    ).toMatchObject({ header: ['login', 'email', 'last login', ''] });
  });

  test('not when the cells stand one place off their names, nor for single rows', () => {
    const three = ['login', 'name', 'email'];
    expect(find('login,name,email\nada,Q, Ada,a@example.com\nben,O, Ben,b@example.com\n')).toMatchObject({
      header: three,
    });
    expect(find('login,name,email\nada,Ada,a@example.com\nben,Ben,b@example.com,x\n')).toMatchObject({
      header: three,
    });
  });

  test('not when no column of known form shows that the cells stand in place', () => {
    expect(find('login,name\nada,Ada,x\nben,Ben,y\n')).toMatchObject({ header: ['login', 'name'] });
  });

  test('empty further cells add no column', () => {
    expect(find('login,name\nada,Ada,\nben,Ben,\n')).toMatchObject({ header: ['login', 'name'] });
  });
});

test('doubled apostrophes are quotation marks only where the export ends every line with its delimiter [LOAD-05]', () => {
  const dialect = (text: string) => {
    const found = findDialect(text, 'utf-8', true);
    return found.ok ? found.value.dialect.apostropheQuotes : undefined;
  };
  expect(dialect('"Login";"Name";\n"ada";"Ada \'\'Q\'\'";\n')).toBe(true);
  expect(dialect('"Login";"Name"\n"ada";"Ada \'\'Q\'\'"\n')).toBeUndefined();
  expect(dialect('"Login";"Name";\n"ada";"O\'Brien";\n')).toBeUndefined();
});

describe('lines that stand in one quoted cell each [LOAD-05]', () => {
  const wrappedOf = (text: string) => {
    const found = findDialect(text, 'utf-8', true);
    if (!found.ok) throw new Error(found.failure.kind);
    const { dialect, header } = found.value;
    return { delimiter: dialect.delimiter, isWrapped: dialect.wrappedLines === true, header };
  };
  const header = ['login', 'name', 'last login'];

  test('are opened, whether all of them do or only those with quotes', () => {
    const all = '"login,name,last login"\n"ada,""Quill, Ada"",2026-06-01"\n"ben,Ben,2026-06-02"\n';
    expect(wrappedOf(all)).toEqual({ delimiter: ',', isWrapped: true, header });
    const some = 'login,name,last login\n"ada,""Quill, Ada"",2026-06-01"\nben,Ben,2026-06-02\n';
    expect(wrappedOf(some)).toEqual({ delimiter: ',', isWrapped: true, header });
    const trailing = '"login;name;last login";;\n"ada;Ada;2026-06-01";;\n"ben;Ben;2026-06-02";;\n';
    expect(wrappedOf(trailing)).toEqual({ delimiter: ';', isWrapped: true, header });
  });

  test('stay as they are where a sentence only looks like one', () => {
    const titled = '"Users, all sites"\nlogin,name\nada,Ada\nben,Ben\n"Confidential, do not share"\n';
    expect(wrappedOf(titled)).toMatchObject({ isWrapped: false, header: ['login', 'name'] });
    const names = 'name\n"Quill, Ada"\n"Orr, Ben"\n';
    expect(wrappedOf(names)).toMatchObject({ isWrapped: false, header: ['name'] });
  });
});
