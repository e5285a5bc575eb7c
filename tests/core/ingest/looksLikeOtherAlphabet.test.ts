import { describe, expect, test } from 'vitest';
import { looksLikeOtherAlphabet } from '../../../src/core/ingest/looksLikeOtherAlphabet.ts';

const western = new TextDecoder('windows-1252');
const asWestern = (hex: string): string =>
  western.decode(Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16)));

describe('text read as windows-1252', () => {
  test.each([
    ['French', 'Zoé Quill, Hélène Lefèvre, Opérateur – complet, Archivé, « désactivé », œuvre, Noël, façade'],
    ['German in capitals', 'GRÖßE, ÄÜ, MÜLLER, Straße, Übung, Ärger, Öl, Jörg, Bärbel'],
    ['Portuguese', 'João, ação, coração, São Paulo, informações, não, manhã, pão'],
    ['typography', '“Sales” – ‘North’ … €100 • ™ “Support” — ‘West’ … €5'],
    ['almost nothing', 'Ünß'],
  ])('of Western Europe is none of another alphabet: %s', (_, text) => {
    expect(looksLikeOtherAlphabet(text)).toBe(false);
  });

  test.each([
    ['Cyrillic, windows-1251', 'c0ededa020c8e2e0edeee2e020d4e8ede0edf1fb'],
    ['Cyrillic, KOI8-R', 'e1cecec120e9d7c1cecfd7c120e6c9cec1ced3d9'],
    ['Greek, windows-1253', 'c3e9fef1e3efef2c20c5ebdde ced7'.replace(/ /g, '')],
    ['Japanese, Shift_JIS', '8db293a1836f835c8362 83678141838d815b'.replace(/ /g, '')],
    ['Japanese, EUC-JP', 'baf4c6a32cb2d6bbd2a1a4bfcdbbf6c9f4'],
  ])('of another alphabet is told: %s', (_, hex) => {
    expect(looksLikeOtherAlphabet(asWestern(hex))).toBe(true);
  });
});
