import { expect, test } from 'vitest';
import { SUBJECT_UNREAD, readSubjectType } from '../../../src/core/ingest/subjectWords.ts';
import { SUBJECT_TYPES } from '../../../src/core/inventory/subjectTypes.ts';

const nameOf = (text: string): string => {
  const code = readSubjectType(text);
  return code === SUBJECT_UNREAD ? 'unread' : SUBJECT_TYPES[code]!;
};

test('an unread word has a code of its own', () => {
  expect(SUBJECT_UNREAD).toBe(SUBJECT_TYPES.length);
});

test.each([
  ['user', 'user'],
  ['Per-User', 'user'],
  ['Named user', 'user'],
  ['Benutzer', 'user'],
  ['utilisateur', 'user'],
  ['gebruiker', 'user'],
  ['usuario', 'user'],
  ['utente', 'user'],
  ['пользователь', 'user'],
  ['用户', 'user'],
  ['device', 'device'],
  ['Computer', 'device'],
  ['mobile_phone', 'device'],
  ['Gerät', 'device'],
  ['Gerät'.normalize('NFD'), 'device'],
  ['poste de travail', 'device'],
  ['apparaat', 'device'],
  ['dispositivo', 'device'],
  ['urządzenie', 'device'],
  ['デバイス', 'device'],
  ['virtual', 'virtual'],
  ['Virtual environment', 'virtual'],
  ['VM', 'virtual'],
  ['VDI', 'virtual'],
  ['virtuelle Maschine', 'virtual'],
  ['environnement virtuel', 'virtual'],
  ['virtuele machine', 'virtual'],
  ['máquina virtual', 'virtual'],
  ['ambiente virtuale', 'virtual'],
  ['仮想マシン', 'virtual'],
  ['', 'unknown'],
  ['NULL', 'unknown'],
  ['n/a', 'unknown'],
  ['unbekannt', 'unknown'],
  ['msDS-GroupManagedServiceAccount', 'unread'],
  ['Anna Ek', 'unread'],
  ['group', 'unread'],
])('%j is read as %s [LOAD-18]', (text, expected) => {
  expect(nameOf(text)).toBe(expected);
});
