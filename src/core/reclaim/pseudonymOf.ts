const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Stable code of an account within one workspace: the first 8 characters of HMAC-SHA-256(workspace secret, canonical
 * id) in Crockford base32. `hmacHex` answers 64 hexadecimal digits. Still personal data. Source: ledger, pseudonym.
 */
export function pseudonymOf(canonicalId: string, hmacHex: (text: string) => string): string {
  let bits = BigInt(`0x${hmacHex(canonicalId).slice(0, 10)}`);
  let code = '';
  for (let place = 0; place < 8; place++) {
    code = CROCKFORD.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
}
