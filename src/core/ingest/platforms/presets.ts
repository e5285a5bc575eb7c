import { readHeaderKey, withoutAccents } from '../headerKey.ts';
import { ATLASSIAN_PRESETS } from './atlassian.ts';
import { CODE_HOST_PRESETS } from './codeHosts.ts';
import { ENTERPRISE_DESK_PRESETS } from './enterpriseDesks.ts';
import { IDENTITY_PRESETS } from './identity.ts';
import { MICROSOFT_365_PRESETS } from './microsoft365.ts';
import type { Preset } from './preset.ts';
import { SERVICE_DESK_PRESETS } from './serviceDesks.ts';
import { SERVICENOW_PRESETS } from './serviceNow.ts';
import { WORK_TOOL_PRESETS } from './workTools.ts';

/** Exports that are known by their header. */
export const PRESETS: readonly Preset[] = [
  ...SERVICENOW_PRESETS,
  ...ATLASSIAN_PRESETS,
  ...SERVICE_DESK_PRESETS,
  ...ENTERPRISE_DESK_PRESETS,
  ...IDENTITY_PRESETS,
  ...MICROSOFT_365_PRESETS,
  ...CODE_HOST_PRESETS,
  ...WORK_TOOL_PRESETS,
];

const keysOf = (headers: string | undefined): readonly string[] =>
  headers === undefined ? [] : headers.split('|').map((header) => exactKey(header));

/** Letters and digits of a header with its bracketed remarks, which tell equal names of one export apart. */
const exactKey = (header: string): string =>
  withoutAccents(header.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*]+/gu, '');

const SIGNATURES = PRESETS.map((preset) => ({
  preset,
  signature: keysOf(preset.signature),
  without: keysOf(preset.without),
}));

/**
 * The preset whose signature is in a header, in any order and spelling; the one with the longest signature when several
 * fit, and the asked system's before others. `undefined` for an unknown header. Source of the rule: LOAD-09.
 */
export function findPreset(header: readonly string[], system: string): Preset | undefined {
  const keys = new Set(header.flatMap((name) => [exactKey(name), readHeaderKey(name).key]));
  let best: Preset | undefined;
  let most = 0;
  for (const { preset, signature, without } of SIGNATURES) {
    if (!signature.every((key) => keys.has(key)) || without.some((key) => keys.has(key))) continue;
    const weight = signature.length + (preset.system === system ? 0.5 : 0);
    if (weight > most) {
      best = preset;
      most = weight;
    }
  }
  return best;
}

/** Meaning of a header under a preset, with its rank among the headers of that meaning (0 is best). */
export interface PresetMeaning {
  readonly meaning: Preset['columns'][number][0];
  readonly rank: number;
  readonly names: Preset['columns'][number][2];
}

/** The meanings that a preset gives to the headers of a file, by position; `undefined` where it is silent. */
export function readPreset(
  preset: Preset,
  header: readonly string[],
): readonly (PresetMeaning | undefined)[] {
  const exact = new Map<string, PresetMeaning>();
  const patterns: (readonly [RegExp, PresetMeaning])[] = [];
  for (const [meaning, headers, names] of preset.columns) {
    headers.split('|').forEach((text, rank) => {
      const key = exactKey(text);
      const found = { meaning, rank, names };
      if (key.includes('*')) patterns.push([new RegExp(`^${key.replaceAll('*', '.+')}$`, 'u'), found]);
      else if (!exact.has(key)) exact.set(key, found);
    });
  }
  return header.map((name) => {
    const key = exactKey(name);
    return (
      exact.get(key) ??
      patterns.find(([pattern]) => pattern.test(key))?.[1] ??
      exact.get(readHeaderKey(name).key)
    );
  });
}
