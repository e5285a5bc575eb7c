import { readHeaderKey } from './headerKey.ts';

const SECRET =
  /passwo?r?d|passwort|kennwort|wachtwoord|mot de passe|contrase|\bsenha\b|lösenord|adgangskode|passord\b|salasana|hasło|\bheslo\b|пароль|パスワード|密码|비밀번호|passphrase|\btoken\b|\bsecret\b|\b(api|access|private|secret|ssh|encryption|license|licence|auth) keys?\b|\bcredential\b|\bhash(ed)?\b|\bpin\b|\botp\b/;

/** Facts about a password that are not the password. */
const HARMLESS =
  /needs reset|\bchange|alteraç|cambio|änderung|geändert|modific|wijzig|変更|更改|expir|last set|\bpolicy|\breset\b|function|enabled|\bdate\b|never|strength|\bage\b|requests?|\bblock\b/;

/**
 * Whether a header looks like a password, token or key. Such a column is never imported and is named in the receipt.
 * Source of the rule: LOAD-10, and "columns that look like passwords, tokens or keys are left out".
 */
export function isSecretHeader(header: string): boolean {
  const { words } = readHeaderKey(header);
  return SECRET.test(words) && !HARMLESS.test(words);
}
