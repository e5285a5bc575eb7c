import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. Synchronous, so that it can be used between two writes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of bytes, 64 hexadecimal digits. */
export const sha256HexOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** HMAC-SHA-256 under a workspace secret of 64 hexadecimal digits: the function that pseudonyms are made with. */
export function hmacHexUnder(secret: string): (text: string) => string {
  const key = hexToBytes(secret);
  return (text) => bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
}

/** 32 random hexadecimal digits: the salt of one personal part. */
export const nextSalt = (): string => bytesToHex(randomBytes(16));

/** 64 random hexadecimal digits: the secret of a workspace. */
export const nextSecret = (): string => bytesToHex(randomBytes(32));
