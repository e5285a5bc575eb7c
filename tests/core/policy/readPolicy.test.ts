import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { readPolicy } from '../../../src/core/policy/readPolicy.ts';

const copy = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(DEFAULT_POLICY)) as Record<string, unknown>;

test('the default policy passes the border unchanged', () => {
  expect(readPolicy(copy())).toEqual({ ok: true, value: DEFAULT_POLICY });
});

test.each<[string, Record<string, unknown>, string]>([
  ['a window below 14 days', { windows: { dormancy: 13, borderline: 180 } }, 'windows.dormancy'],
  ['a window above 730 days', { windows: { dormancy: 731, borderline: 1460 } }, 'windows.dormancy'],
  [
    'a borderline limit below the window',
    { windows: { dormancy: 90, borderline: 89 } },
    'windows.borderline',
  ],
  [
    'a broken window of a licence type',
    { windowsByLicenceType: { A: { dormancy: 90 } } },
    'windowsByLicenceType.A.borderline',
  ],
  ['half a day', { windows: { dormancy: 90.5, borderline: 180 } }, 'windows.dormancy'],
  [
    'a class that does not exist',
    { evidenceRules: [{ source: 'x', evidenceClass: 'work' }] },
    'evidenceRules.0.evidenceClass',
  ],
  ['a category that is not flagged', { mayBecomeCases: ['active'] }, 'mayBecomeCases.0'],
  [
    'a check switched off without a reason',
    { checksOff: [{ check: 'tenure', reason: ' ' }] },
    'checksOff.0.reason',
  ],
  ['a missing setting', { dryRun: undefined }, 'dryRun'],
  ['a text for a number', { graceDays: '14' }, 'graceDays'],
])('%s is refused by name [DEFINE-01]', (_, change, setting) => {
  expect(readPolicy({ ...copy(), ...change })).toMatchObject({ ok: false, failure: { setting } });
});

test.each([null, 'policy', 7, []])('%j is no policy', (value) => {
  expect(readPolicy(value)).toMatchObject({ ok: false, failure: { setting: 'policy' } });
});

test('what is not a setting is left out, and a licence type may have any name', () => {
  const windowsByLicenceType = JSON.parse('{"__proto__":{"dormancy":30,"borderline":60}}') as unknown;
  const read = readPolicy({ ...copy(), windowsByLicenceType, secret: 1 });
  if (!read.ok) throw new Error(read.failure.setting);
  expect(Object.keys(read.value.windowsByLicenceType)).toEqual(['__proto__']);
  expect(read.value).not.toHaveProperty('secret');
});

test('the defaults are safe: dry run, notify, freeze first, all checks on [DEFINE-17]', () => {
  expect(DEFAULT_POLICY).toMatchObject({
    dryRun: true,
    notify: true,
    platformCanFreeze: true,
    // Protected roles and people not identified are held by the guard, whatever the rule: see decideCaseStep.
    onTimeout: 'freeze',
    checksOff: [],
    windows: { dormancy: 90, borderline: 180 },
    lookBack: 400,
  });
});

test('a policy that was stored before shared addresses were a rule marks nobody by it', () => {
  const { useSharedAddresses: _, ...nonHuman } = DEFAULT_POLICY.nonHuman;
  expect(readPolicy({ ...copy(), nonHuman })).toMatchObject({
    ok: true,
    value: { nonHuman: { ...nonHuman, useSharedAddresses: false } },
  });
  expect(readPolicy({ ...copy(), nonHuman: { ...nonHuman, useSharedAddresses: 'no' } })).toMatchObject({
    ok: false,
    failure: { setting: 'nonHuman.useSharedAddresses' },
  });
});
