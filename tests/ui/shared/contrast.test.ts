import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATEGORY_LOOKS } from '../../../src/ui/shared/categoryColours.ts';
import { ROOT } from '../../support/sourceFiles.ts';

const CSS = readFileSync(join(ROOT, 'src/ui/shared/tokens.css'), 'utf8');

type Colours = ReadonlyMap<string, string>;

/** Colour tokens of the block that follows a selector. */
function coloursAfter(selector: string): Colours {
  const at = CSS.indexOf(selector);
  const block = CSS.slice(CSS.indexOf('{', at), CSS.indexOf('}', at));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

const SCHEMES: Readonly<Record<string, Colours>> = {
  light: coloursAfter(':root {\n  --paper'),
  dark: coloursAfter(':root {\n    --paper'),
};

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Every pair of text and ground that the style sheets use. Faint text stands on cards only. */
const TEXT_ON: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'card', 'hover', 'field-soft', 'ochre-soft', 'ochre-card', 'alarm-soft', 'sky-soft'],
  soft: ['paper', 'card', 'hover', 'field-soft', 'ochre-card', 'ochre-soft', 'alarm-soft'],
  faint: ['card'],
  field: ['paper', 'card', 'field-soft', 'hover', 'ochre-card'],
  'field-strong': ['paper', 'card', 'hover'],
  ochre: ['card', 'ochre-soft', 'ochre-card', 'paper', 'field-soft'],
  alarm: ['card', 'alarm-soft', 'ochre-card', 'paper'],
  sky: ['card', 'sky-soft', 'paper'],
  'on-field': ['field', 'field-strong'],
  'on-alarm': ['alarm', 'alarm-strong'],
};

const SHAPE_ON: Readonly<Record<string, readonly string[]>> = {
  'control-line': ['card', 'paper'],
  'ochre-shape': ['card', 'ochre-soft', 'ochre-card'],
  field: ['card', 'paper', 'field-soft'],
  alarm: ['card', 'alarm-soft'],
  sky: ['card'],
  'shape-edge': ['card', 'paper', 'field-soft'],
};

function below(
  colours: Colours,
  pairs: Readonly<Record<string, readonly string[]>>,
  least: number,
): string[] {
  return Object.entries(pairs).flatMap(([colour, grounds]) =>
    grounds
      .map((ground) => ({
        pair: `${colour} on ${ground}`,
        ratio: contrast(colours.get(colour) ?? '#000000', colours.get(ground) ?? '#000000'),
      }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  );
}

describe.each(Object.entries(SCHEMES))('colours of the %s scheme', (_name, colours) => {
  test('every token of the light scheme is set', () => {
    expect([...colours.keys()]).toEqual([...(SCHEMES['light']?.keys() ?? [])]);
    expect(colours.size).toBeGreaterThan(20);
  });

  test('text has a contrast of at least 4.5 to 1 [APP-13]', () => {
    expect(below(colours, TEXT_ON, 4.5)).toEqual([]);
  });

  test('shapes and edges of controls have a contrast of at least 3 to 1 [APP-13]', () => {
    expect(below(colours, SHAPE_ON, 3)).toEqual([]);
  });
});

test('no two categories share a colour, and the neighbours in the bar differ in pattern', () => {
  const looks = Object.values(CATEGORY_LOOKS);
  expect(new Set(looks.map(({ fill }) => fill)).size).toBe(looks.length);
  expect(new Set(looks.filter(({ pattern }) => pattern !== 'plain').map(({ pattern }) => pattern)).size).toBe(
    looks.filter(({ pattern }) => pattern !== 'plain').length,
  );
});
