import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * jsPDF names three optional packages that Fallow never calls and that could reach the network. They are replaced by
 * an empty module; `tests/browser` asserts that nothing of them is in the build.
 */
const LEFT_OUT = ['html2canvas', 'canvg', 'dompurify'];
const withoutOptionalParts = (): Plugin => ({
  name: 'without-optional-parts',
  enforce: 'pre',
  resolveId: (id) => (LEFT_OUT.includes(id) ? `\0empty:${id}` : undefined),
  load: (id) => (id.startsWith('\0empty:') ? 'export default undefined;' : undefined),
});

/** Entry files of the workers. Each is bundled alone, since a page under the policy may start `blob:` workers only. */
const WORKERS: Readonly<Record<string, string>> = {
  'virtual:worker-source/thread': at('src/worker/thread/thread.worker.ts'),
  'virtual:worker-source/brief': at('src/brief/pdf/brief.worker.ts'),
};

/**
 * A script with every letter beyond ASCII as an escape, which means the same in texts, templates and patterns. A text of
 * one byte a letter is packed into a blob and compiled in clearly less time.
 */
const asAscii = (code: string): string =>
  code.replace(/(\\*)([^\0-\x7f])/g, (_, backslashes: string, letter: string) => {
    const escape = `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return backslashes.slice(backslashes.length % 2) + escape;
  });

/** Gives `import source from 'virtual:worker-source/…'`: the text of a classic worker script. */
const workerSources = (): Plugin => ({
  name: 'worker-sources',
  resolveId: (id) => (id in WORKERS ? `\0${id}` : undefined),
  async load(id) {
    const entry = WORKERS[id.slice(1)];
    if (!id.startsWith('\0virtual:worker-source/') || entry === undefined) return undefined;
    const output = await build({
      configFile: false,
      root: at('.'),
      publicDir: false,
      logLevel: 'warn',
      plugins: [withoutOptionalParts()],
      define: { 'process.env.NODE_ENV': '"production"', ...versionDefine },
      build: {
        target: 'es2022',
        write: false,
        minify: true,
        assetsInlineLimit: 10_000_000,
        rolldownOptions: {
          input: entry,
          output: { format: 'iife', entryFileNames: 'worker.js' },
          // A classic script has no `import.meta`; what asks for it prepares imports that the bundle does not make.
          transform: { define: { 'import.meta': '{}' } },
        },
      },
    });
    const bundle = Array.isArray(output) ? output[0] : output;
    if (bundle === undefined || !('output' in bundle)) throw new Error(`${entry} gave no bundle`);
    const chunks = bundle.output.filter((part) => part.type === 'chunk');
    const code = chunks[0]?.code;
    if (chunks.length !== 1 || code === undefined) throw new Error(`${entry} must bundle into one file`);
    return `export default ${JSON.stringify(asAscii(code))};`;
  },
});

/** Policy of the built page. The meta element must stand before anything else that loads. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  'worker-src blob:',
  "manifest-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-worker',
].join('; ');

const contentPolicy = (): Plugin => ({
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: (html) =>
    html.replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />`,
    ),
});

/** Folder for machine-readable results; set by `.ci/run`. */
const RESULTS = process.env['FALLOW_RESULTS'];

const version = process.env['npm_package_version'] ?? '0.1.0';
const versionDefine = { 'import.meta.env.FALLOW_VERSION': JSON.stringify(version) };

export default defineConfig({
  base: './',
  plugins: [withoutOptionalParts(), workerSources(), react(), contentPolicy()],
  define: versionDefine,
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: 'manifest-of-build.json',
    // In kB. A worker is one script, held as text in a chunk of its own.
    chunkSizeWarningLimit: 1000,
  },
  preview: { headers: { 'Cache-Control': 'no-cache' } },
  test: {
    ...(RESULTS
      ? { reporters: ['default', ['json', { outputFile: `${RESULTS}/run-${process.pid}.json` }]] as const }
      : {}),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}', 'tests/**/*.property.ts', 'tests/**/*.golden.ts'],
          exclude: ['tests/journeys/**', 'tests/bench/**', 'tests/browser/**'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/journeys/**/*.journey.ts', 'tests/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // A step that a busy machine was too slow for is tried once more; what fails twice fails the run.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
