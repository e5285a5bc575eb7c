import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, ROOT, roomOf, sourceFiles, targetOf, type SourceFile } from '../support/sourceFiles.ts';

const files = sourceFiles();
const CORE_STAGES = [
  'core/base',
  'core/contract',
  'core/ingest',
  'core/inventory',
  'core/policy',
  'core/reclaim',
  'core/reconcile',
  'core/renewal',
  'core/rollup',
];

/** Packages that a room may name; a room that is missing here names none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'brief/pdf': ['jspdf', '@noble/hashes'],
  storage: ['dexie', '@noble/hashes'],
  'worker/thread': ['papaparse', '@noble/hashes'],
  state: ['zustand'],
  ui: ['react', 'react-dom', 'zustand', '@tanstack/react-table', 'chart.js', 'react-chartjs-2'],
  app: ['react', 'react-dom', 'zustand', 'virtual:worker-source'],
  main: ['react', 'react-dom'],
};

/** Rooms that a room may import, itself always; `types` lists rooms of which only types may be imported. */
const ROOMS: Readonly<
  Record<string, { readonly all: readonly string[]; readonly types?: readonly string[] }>
> = {
  ...Object.fromEntries(CORE_STAGES.map((stage, index) => [stage, { all: CORE_STAGES.slice(0, index) }])),
  'brief/content': { all: CORE_STAGES },
  'brief/pdf': { all: ['brief/content'] },
  sample: { all: CORE_STAGES },
  storage: { all: CORE_STAGES },
  worker: { all: CORE_STAGES, types: ['brief/content'] },
  'worker/thread': { all: [...CORE_STAGES, 'brief/content', 'sample', 'storage', 'worker'] },
  state: { all: [...CORE_STAGES, 'worker'], types: ['storage', 'brief/content', 'brief/pdf'] },
  ui: { all: [...CORE_STAGES, 'brief/content', 'state'], types: ['worker'] },
  app: {
    all: ['ui', 'state', 'worker', 'storage', 'brief/content', ...CORE_STAGES],
    types: ['brief/pdf'],
  },
  main: { all: ['app'] },
};

function complaint(file: SourceFile): readonly string[] {
  const rule = ROOMS[file.room];
  if (!rule) return [`src/${file.path} lies in a folder that src/README.md does not know: which room is it?`];
  const complaints: string[] = [];
  for (const { specifier, typeOnly } of importsOf(file.text)) {
    const target = targetOf(file, specifier);
    if (target === undefined) {
      const allowed = PACKAGES[file.room] ?? [];
      const bare = specifier.replace(/\.css$/, '');
      if (!allowed.some((name) => bare === name || bare.startsWith(`${name}/`))) {
        complaints.push(
          `src/${file.path} imports the package ${specifier}; ${file.room} may name ${allowed.join(', ') || 'none'}`,
        );
      }
      continue;
    }
    const room = roomOf(target);
    if (room === file.room || rule.all.includes(room) || (typeOnly && rule.types?.includes(room))) continue;
    complaints.push(
      `src/${file.path} imports src/${target}: ${file.room} may not import ${room}${rule.types?.includes(room) ? ' except its types' : ''}. See the table in src/README.md`,
    );
  }
  return complaints;
}

describe('the dependency rule', () => {
  test('every file imports only what the row of its room allows', () => {
    expect(files.flatMap(complaint)).toEqual([]);
  });

  test('no file imports itself round a cycle, not even for types', () => {
    const edges = new Map(
      files.map((file) => [
        file.path,
        importsOf(file.text)
          .filter((found) => !found.dynamic)
          .map((found) => targetOf(file, found.specifier))
          .filter((target): target is string => target !== undefined),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('core stands alone', () => {
  const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
    [
      /\bnew Date\b|\bDate\.(now|parse|UTC)\b/,
      'names a date object: days are integers, see core/base/epochDay.ts',
    ],
    [/\bMath\.random\b|\bcrypto\b\.|\brandomUUID\b/, 'names randomness: ids come in as arguments'],
    [/\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b/, 'names a clock or a timer'],
    [/\.toLocale\w*\(|\blocaleCompare\b|Intl\.\w+\(\s*\)|Intl\.\w+\(undefined/, 'uses a default locale'],
  ];

  test('no clock, randomness, default locale or host is named in core', () => {
    const found = files
      .filter((file) => file.path.startsWith('core/'))
      .flatMap((file) => {
        const code = file.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
        return FORBIDDEN.filter(([pattern]) => pattern.test(code)).map(
          ([, why]) => `src/${file.path} ${why}`,
        );
      });
    expect(found).toEqual([]);
  });

  test('no date is read from text by the browser anywhere', () => {
    const found = files
      .filter((file) =>
        /\bDate\.parse\b|new Date\(\s*[^)\s]/.test(file.text.replace(/\/\*[\s\S]*?\*\//g, '')),
      )
      .map((file) => `src/${file.path} hands a value to Date: use core/ingest or core/base`);
    expect(found).toEqual([]);
  });
});

describe('files and names', () => {
  test('no source file passes 400 lines', () => {
    const long = files
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `src/${path} has ${lines} lines: which second idea is in it?`);
    expect(long).toEqual([]);
  });

  test('no folder or file is named for nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|types)(\.tsx?$|\/)/;
    expect(files.filter((file) => vague.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  test('the map in src/README.md names every room and no room that is not there', () => {
    const map = readFileSync(join(ROOT, 'src', 'README.md'), 'utf8');
    const named = [...map.matchAll(/^\| `([a-z/]+)`\s+\|/gm)].map((match) => match[1] ?? '').toSorted();
    const there = [...new Set(files.map((file) => file.room))].filter((room) => room !== 'main').toSorted();
    expect(named).toEqual(there);
  });

  test('every file that the map names is there', () => {
    const map = readFileSync(join(ROOT, 'src', 'README.md'), 'utf8');
    const named = [...map.matchAll(/`([\w/]+\.tsx?)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter((name) => !files.some(({ path }) => `/${path}`.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  });

  test('the top level holds only what belongs there', () => {
    const allowed = [
      'src',
      'public',
      'tests',
      'index.html',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'vite.config.ts',
      'README.md',
    ];
    const made = ['node_modules', 'dist', 'coverage'];
    const found = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && !allowed.includes(name) && !made.includes(name),
    );
    expect(found).toEqual([]);
    expect(statSync(join(ROOT, '.ci', 'run')).isFile()).toBe(true);
  });
});
