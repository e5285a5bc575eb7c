/** Yes-or-no cell: 0 not stated, 1 no, 2 yes; the codes of `FLAG_NOT_STATED`, `FLAG_NO`, `FLAG_YES`. */
export type Flag = 0 | 1 | 2;

const YES = new Set(
  'true yes y 1 x on enabled active ja oui si sí sì wahr vrai verdadero vero waar aktiv actif actief activo attivo ativo sim tak ano evet да はい 是 예 kyllä igen allow allowed'.split(
    ' ',
  ),
);
const NO = new Set(
  'false no n 0 - off disabled inactive nein non nee falsch faux falso onwaar inaktiv inactif inactief inactivo inattivo inativo não nao nie ne нет いいえ 否 아니요 nej nei ei nem hayır none'.split(
    ' ',
  ),
);

/** Reads a flag in any of the words that exports use; anything else is not stated. Case and outer space do not matter. */
export function readFlag(text: string): Flag {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return 2;
  return NO.has(word) ? 1 : 0;
}

const statusWords = (code: number, words: string): [string, number][] =>
  words.split(',').map((word) => [word.trim(), code]);

/** Codes of `ACCOUNT_STATUSES`: 1 active, 2 suspended, 3 deactivated, 4 invited. */
const STATUS_BY_WORD: ReadonlyMap<string, number> = new Map([
  ...statusWords(
    1,
    'active, enabled, open, licensed, current, in use, member, admin, owner, staged active, provisioned, 512, 66048',
  ),
  ...statusWords(
    1,
    'aktiv, aktiviert, actif, actief, activo, activa, attivo, attiva, ativo, aktywny, password expired, recovery, password reset, approved, registered, confirmed',
  ),
  ...statusWords(
    2,
    'suspended, locked, locked out, frozen, blocked, ldap_blocked, blocked_pending_approval, banned, paused, on hold, gesperrt, suspendu, geblokkeerd, bloqueado',
  ),
  ...statusWords(
    2,
    'ausgesetzt, suspendiert, suspendue, bloqué, bloquée, suspendido, suspendida, bloqueada, suspenso, suspensa, sospeso, sospesa, bloccato, bloccata, opgeschort, zablokowany, zablokovaný, заблокирован, заблокирована, 停止, 一時停止, ロック',
  ),
  ...statusWords(
    3,
    'inactive, deactivated, disabled, archived, closed, deleted, deprovisioned, removed, terminated, retired, left, former, 514, 66050',
  ),
  ...statusWords(
    3,
    'inaktiv, deaktiviert, inactif, désactivé, inactief, uitgeschakeld, inactivo, inactiva, inattivo, disattivato, inativo, nieaktywny',
  ),
  ...statusWords(
    3,
    'désactivée, inactive, desactivado, desactivada, deshabilitado, deshabilitada, disattivata, disabilitato, disabilitata, desativado, desativada, inativa, inattiva, gedeactiveerd, wyłączony, 無効, 停用, 禁用, 비활성',
  ),
  ...statusWords(
    1,
    'activée, activé, active, habilitado, habilitada, activado, activada, abilitato, abilitata, ativa, ativado, ativada, ingeschakeld, geactiveerd, 有効, 启用, 啟用, 正常, 활성',
  ),
  ...statusWords(
    1,
    'aktivní, aktív, aktiivinen, activ, aktif, etkin, активен, активна, активный, включен, włączony, 사용',
  ),
  ...statusWords(
    3,
    'neaktivní, inaktív, passiivinen, inactiv, pasif, devre dışı, неактивен, неактивна, отключен, отключена',
  ),
  // An archived account is out of use like a closed one, whether a status or a column of yes and no says so.
  ...statusWords(3, 'archiviert, archivé, archivado, archiviato, gearchiveerd, arquivado'),
  ...statusWords(
    4,
    'invited, pending, pending invitation, invitation sent, invite sent, pending activation, pendingacceptance, staged, not accepted, not activated',
  ),
]);

const ACCOUNT_DISABLED = 0x2;
const NORMAL_ACCOUNT = 0x200;

/** Status behind the flags of a directory account (`userAccountControl`); 0 when the number has no such flags. */
const readAccountControl = (flags: number): number =>
  (flags & NORMAL_ACCOUNT) === 0 ? 0 : (flags & ACCOUNT_DISABLED) === 0 ? 1 : 3;

/** Code of `ACCOUNT_STATUSES`; yes means active, no means deactivated, an unknown word is unknown (0). */
export function readStatus(text: string): number {
  const word = text.trim().toLowerCase();
  const known = STATUS_BY_WORD.get(word);
  if (known !== undefined) return known;
  if (/^\d{3,9}$/.test(word)) return readAccountControl(Number(word));
  const flag = readFlag(word);
  return flag === 2 ? 1 : flag === 1 ? 3 : 0;
}

/** As {@link readStatus} for a column of the reversed sense: yes means suspended, no means active. */
export function readSuspended(text: string): number {
  const flag = readFlag(text);
  if (flag === 2) return 2;
  return flag === 1 ? 1 : readStatus(text);
}

/** Headers of the reversed sense whose *yes* closes the account for good; *suspended* and *blocked* keep the seat. */
const CLOSES = /delet|deactivat|disabled|inacti|inakti|archiv|deaktiv|d[eé]sactiv|disattiv|desativ/i;

/** As {@link readSuspended}, by what the header says of its *yes*: deleted, disabled and archived accounts are deactivated. */
export function readReversedStatus(header: string): (text: string) => number {
  if (!CLOSES.test(header)) return readSuspended;
  return (text) => {
    const status = readSuspended(text);
    return status === 2 ? 3 : status;
  };
}

/** Codes of `USER_TYPES`: 1 human, 2 machine, 3 AI, 4 guest, 5 bot, 6 shared, 7 room. */
const USER_TYPE_BY_WORD: ReadonlyMap<string, number> = new Map([
  ...statusWords(
    1,
    'human, person, user, member, employee, contractor, regular, internal, atlassian, usermailbox',
  ),
  ...statusWords(
    2,
    'machine, service, service account, system, integration, application, app, technical, api, robot account',
  ),
  ...statusWords(3, 'ai, ai agent, agent identity, virtual agent'),
  ...statusWords(4, 'guest, external, guest user, external user'),
  ...statusWords(5, 'bot, automation, guest automation, workflow bot'),
  ...statusWords(6, 'shared, sharedmailbox, shared mailbox, team, group'),
  ...statusWords(7, 'room, roommailbox, equipment, equipmentmailbox, resource'),
]);

/** Code of `USER_TYPES`; an unknown word is unknown (0). */
export const readUserType = (text: string): number => USER_TYPE_BY_WORD.get(text.trim().toLowerCase()) ?? 0;
