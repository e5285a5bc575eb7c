import { describe, expect, test } from 'vitest';
import type { SchemaKind } from '../../../../src/core/ingest/kinds/fileKind.ts';
import { missingColumns } from '../../../../src/core/ingest/kinds/kindNeeds.ts';
import { schemaOf } from '../../../../src/core/ingest/kinds/kindSchemas.ts';
import { matchHeaders } from '../../../../src/core/ingest/kinds/proposeTableColumns.ts';
import { proposeMeanings } from '../../../../src/core/ingest/proposeMeanings.ts';

const nameOf = (header: string): string =>
  header.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const USERS =
  'account_id user_name email user_principal_name display_name employee_number licence_type account_status user_type ' +
  'web_service_only integration_user delegates created_on assigned_on activated_on retired_on invited_on last_action ' +
  'last_sign_in last_sso_sign_in last_attempt last_background role permissions vip delegate_or_approver unit_text ' +
  'cost_centre department division manager inherited_from open_records queues scheduled_jobs default_owner_of ' +
  'expected_pattern subject_type jurisdiction project criticality';

/**
 * Canonical columns of each kind as they are listed; then those that it cannot be read without, `or` between columns of
 * which one is enough.
 */
const KINDS = [
  [
    'activity',
    'account_id user_name email date event_type count licence_type module capability log_on log_off',
    'account_id or user_name or email, date or month or log_on',
  ],
  [
    'roster',
    'employee_number full_name user_name user_principal_name email other_emails status joined_on left_on ' +
      'contract_ends_on employment_type unit_id unit_name department division cost_centre manager_employee_number ' +
      'manager_email unit_owner unit_owner_contact role job_title directory_status project criticality jurisdiction ' +
      'expected_pattern',
    'employee_number or email, unit_id',
  ],
  [
    'purchases',
    'order_reference vendor product licence_type quantity unit_price price_period currency starts_on ends_on kind ' +
      'contract_line note',
    'order_reference, licence_type, quantity, starts_on',
  ],
  [
    'assets',
    'asset_id subject_type name assigned_to licence_type installed_on last_used retired_on unit_id status jurisdiction',
    'asset_id, subject_type',
  ],
  [
    'absences',
    'employee_number email starts_on ends_on part_time_pattern',
    'employee_number or email, starts_on',
  ],
  [
    'onCall',
    'employee_number email account_id schedule starts_on ends_on',
    'employee_number or email or account_id, starts_on, ends_on',
  ],
  [
    'closedTickets',
    'ticket_id case_reference closed_on tag closed_by comment',
    'ticket_id, case_reference, closed_on, tag',
  ],
] as const;

/** What is missing of a file in which these canonical columns are mapped. */
const missingOf = (kind: SchemaKind, names: readonly string[]) =>
  missingColumns(
    schemaOf(kind),
    names.map((meaning) => ({ meaning })),
  );

describe.each(KINDS)('the canonical columns of %s', (kind, listed, needed) => {
  const headers = listed.split(' ');

  test('are all known by their own names, and make a whole file [LOAD-08]', () => {
    expect(matchHeaders(schemaOf(kind), headers)).toEqual(headers.map(nameOf));
    expect(missingOf(kind, headers.map(nameOf))).toEqual([]);
  });

  test('are asked for where the kind cannot be read without them, and no other is [LOAD-08]', () => {
    const groups = needed.split(', ').map((group) => group.split(' or ').map(nameOf));
    expect(missingOf(kind, []).map((group) => group.toSorted())).toEqual(
      groups.map((group) => group.toSorted()),
    );
    const all = headers.map(nameOf);
    for (const group of groups) {
      const without = all.filter((name) => !group.includes(name));
      expect(missingOf(kind, without).flat().toSorted()).toEqual(group.toSorted());
      for (const one of group) expect(missingOf(kind, [...without, one])).toEqual([]);
    }
  });
});

test('modules and tiers are read by account or unit and module, or by account, tier and capability [LOAD-08]', () => {
  const headers =
    'account_id unit_id module date count tier capability last_used period_start period_end'.split(' ');
  expect(matchHeaders(schemaOf('modules'), headers)).toEqual(headers.map(nameOf));
  for (const whole of [
    ['accountId', 'module', 'date'],
    ['unitId', 'module', 'periodStart', 'periodEnd'],
    ['accountId', 'tier', 'capability'],
  ]) {
    expect(missingOf('modules', whole)).toEqual([]);
  }
  expect(missingOf('modules', ['unitId', 'tier', 'capability']).length).toBeGreaterThan(0);
});

test('a unit mapping names units, with the values that they stand for or as a list of them [LOAD-08]', () => {
  const headers = 'source_value unit_id unit_name unit_owner unit_owner_contact seasonal_note'.split(' ');
  expect(matchHeaders(schemaOf('unitMapping'), headers)).toEqual(headers.map(nameOf));
  expect(missingOf('unitMapping', ['sourceValue', 'unitId'])).toEqual([]);
  expect(missingOf('unitMapping', ['unitId', 'unitName'])).toEqual([]);
  expect(missingOf('unitMapping', ['sourceValue', 'unitName'])).toEqual([['unitId']]);
});

test('a row of answers is a case number with its decision, a licence type and a reason [LOAD-08]', () => {
  expect(schemaOf('answers').columns.map(({ name }) => name)).toEqual([
    'caseNumber',
    'decision',
    'targetLicenceType',
    'reason',
  ]);
});

test('the canonical columns of users are all known by their own names [LOAD-08]', () => {
  const headers = USERS.split(' ');
  const meanings = proposeMeanings(headers).map(({ meaning }) => meaning);
  expect(meanings).toEqual(headers.map((header) => (header === 'unit_text' ? 'unit' : nameOf(header))));
});
