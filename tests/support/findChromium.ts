import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function onPath(): string | undefined {
  for (const name of NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.trim() !== '') return found.stdout.trim();
  }
  return PLACES.find((place) => existsSync(place));
}

/**
 * Path of a Chromium to test with: `CHROMIUM_PATH`, one that is installed, or Debian's package, installed on the way
 * when this process may do so. Throws a sentence that says what to do otherwise.
 */
export function findChromium(): string {
  const told = process.env['CHROMIUM_PATH'];
  if (told) return told;
  const found = onPath();
  if (found) return found;
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  if (isRoot && spawnSync('which', ['apt-get']).status === 0) {
    console.log('No Chromium found: installing the Debian package chromium …');
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Google Chrome, and none was found. Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to its program, and run npm test again.',
  );
}
