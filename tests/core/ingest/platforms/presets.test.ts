import { describe, expect, test } from 'vitest';
import { readHeaderKey } from '../../../../src/core/ingest/headerKey.ts';
import { FIRST_SYSTEM } from '../../../../src/core/ingest/platforms/firstSystem.ts';
import { findPreset, PRESETS } from '../../../../src/core/ingest/platforms/presets.ts';
import { proposeMeanings } from '../../../../src/core/ingest/proposeMeanings.ts';
import { SYSTEMS, systemCardOf } from '../../../../src/core/ingest/systems.ts';

const WANTED = [
  'ServiceNow',
  'Atlassian',
  'Zendesk',
  'Freshservice',
  'BMC',
  'Ivanti Neurons',
  'Ivanti Service Desk',
  'Cherwell',
  'TOPdesk',
  'ManageEngine',
  'SolarWinds',
  'GLPI',
  'Salesforce',
  'GitLab',
  'eGain',
  'Entra',
  'Active Directory',
  'Okta',
  'Workday',
  'Microsoft 365',
  'Google Workspace',
  'GitHub',
  'Slack',
  'Adobe',
  'Workiva',
  'AutoRABIT',
  'HubSpot',
  'Box',
  'Tableau',
  'Buildkite',
];

describe('cards of systems [LOAD-09]', () => {
  test.each(WANTED)('%s has a card with path, columns and limits', (name) => {
    const card = SYSTEMS.find((candidate) => candidate.name.includes(name));
    expect(card?.menuPath).toBeTruthy();
    expect(card?.columns.length).toBeGreaterThan(0);
    expect(card?.limits.length).toBeGreaterThan(0);
  });

  test('ids and names are there once, and the card of any other system closes the list', () => {
    expect(new Set(SYSTEMS.map(({ id }) => id)).size).toBe(SYSTEMS.length);
    expect(new Set(SYSTEMS.map(({ name }) => name)).size).toBe(SYSTEMS.length);
    expect(SYSTEMS.at(-1)?.id).toBe('other');
    expect(SYSTEMS[0]?.id).toBe(FIRST_SYSTEM);
  });

  test.each([
    ['ServiceNow', ['10 000 rows', '500 000 cells', '32 000 rows', '30 days']],
    ['BMC', ['30 000 users']],
    ['Okta', ['90 days']],
    ['GitHub', ['Copilot is emptied after 90 days']],
    ['Microsoft 365', ['7, 30, 90 or 180 days', '24 to 48 hours']],
    ['Salesforce', ['2 000 rows', '100 000 rows', 'six months']],
    ['Tableau', ['90 days, 365 with the advanced option']],
    ['Box', ['split into pages']],
    ['Atlassian', ['up to 24 hours']],
    ['Active Directory', ['14 days']],
    ['Entra', ['no sign-in column']],
    ['Cherwell', ['concurrent']],
    ['Ivanti Neurons', ['Named and concurrent']],
    ['Freshservice', ['day pass']],
  ])('the card of %s tells %j', (name, told) => {
    const { limits } = SYSTEMS.find((candidate) => candidate.name.includes(name))!;
    for (const words of told) expect(limits.join(' ').replaceAll('\u00a0', ' ')).toContain(words);
  });

  test('known limits of rows are those of the list', () => {
    expect(systemCardOf('servicenow').rowLimits).toEqual([10_000]);
    expect(systemCardOf('bmc').rowLimits).toEqual([30_000]);
    expect(systemCardOf('salesforce').rowLimits).toEqual([2_000, 100_000]);
  });
});

describe('presets [LOAD-09]', () => {
  test.each(PRESETS.map((preset) => [`${preset.system} ${preset.exportName}`, preset] as const))(
    '%s is found by its signature, in any order and spelling',
    (_, preset) => {
      const header = preset.signature.split('|');
      const found = findPreset(header.toReversed(), preset.system);
      expect([found?.system, found?.exportName]).toEqual([preset.system, preset.exportName]);
      const shouted = header.map((name) => ` ${name.toUpperCase()} `);
      expect(findPreset(shouted, preset.system)?.exportName).toBe(preset.exportName);
      expect(findPreset(header.slice(1), 'other')).not.toBe(preset);
      expect(SYSTEMS.map(({ id }) => id)).toContain(preset.system);
    },
  );

  test('every preset names the account', () => {
    for (const preset of PRESETS) {
      const header = [...preset.signature.split('|'), 'Email'];
      const meanings = proposeMeanings(header, preset).map(({ meaning }) => meaning);
      expect(meanings, preset.exportName).toContain('accountId');
    }
  });

  test('a preset never brings a secret in', () => {
    const preset = findPreset(['Email Address [Required]', 'Last Sign In [READ ONLY]'], 'google')!;
    const [, , secret] = proposeMeanings(
      ['Email Address [Required]', 'Last Sign In [READ ONLY]', 'Password [Required]'],
      preset,
    );
    expect(secret).toMatchObject({ isSecret: true, meaning: 'ignore' });
  });

  test('an unknown header has no preset', () => {
    expect(findPreset(['Login', 'Last seen somewhere'], 'servicenow')).toBeUndefined();
    expect(readHeaderKey('Last Sign In [READ ONLY]').key).toBe('lastsignin');
  });
});
