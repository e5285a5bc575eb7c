import { ownedText } from './ownedText.ts';

const WIDEST_BYTE = 0xff;

/**
 * Numbers distinct keys 0, 1, 2, … in the order in which they are first met. An open-addressing hash table over
 * typed arrays: a million keys cost their characters and about 16 bytes each, and no string stays alive.
 *
 * Keys whose characters all fit a byte stand one after another in `pool`; the others are kept as strings.
 */
export class KeyIndex {
  private count = 0;
  /** Number of the key + 1, or 0 for a free slot. Twice as many slots as keys, or more. */
  private slots = new Uint32Array(1 << 12);
  private hashes = new Uint32Array(1 << 11);
  /** End of each key in `pool`; a key starts where the one before ends. */
  private ends = new Uint32Array(1 << 11);
  private pool = new Uint8Array(1 << 15);
  private readonly wideKeys = new Map<number, string>();

  get size(): number {
    return this.count;
  }

  /** Number of the key; `size` grows by one when the key is new. */
  numberOf(key: string): number {
    let hash = 0x811c_9dc5;
    let bits = 0;
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      bits |= unit;
      hash = Math.imul(hash ^ unit, 0x0100_0193);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const isWide = bits > WIDEST_BYTE;

    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.slots[slot]!; taken !== 0; taken = this.slots[slot]!) {
      const candidate = taken - 1;
      if (this.hashes[candidate] === hash && this.isKey(candidate, key, isWide)) return candidate;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count + 1;
    return this.append(key, hash, isWide);
  }

  private isKey(candidate: number, key: string, isWide: boolean): boolean {
    if (isWide) return this.wideKeys.get(candidate) === key;
    const start = candidate === 0 ? 0 : this.ends[candidate - 1]!;
    if (this.ends[candidate]! - start !== key.length || this.wideKeys.has(candidate)) return false;
    for (let at = 0; at < key.length; at += 1) {
      if (this.pool[start + at] !== key.charCodeAt(at)) return false;
    }
    return true;
  }

  private append(key: string, hash: number, isWide: boolean): number {
    const number = this.count;
    if (number === this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.ends = doubled(this.ends);
    }
    let end = number === 0 ? 0 : this.ends[number - 1]!;
    if (isWide) {
      this.wideKeys.set(number, ownedText(key));
    } else {
      while (end + key.length > this.pool.length) {
        const wider = new Uint8Array(this.pool.length * 2);
        wider.set(this.pool);
        this.pool = wider;
      }
      for (let at = 0; at < key.length; at += 1) this.pool[end + at] = key.charCodeAt(at);
      end += key.length;
    }
    this.hashes[number] = hash;
    this.ends[number] = end;
    this.count = number + 1;
    if (this.count * 2 > this.slots.length) this.spread();
    return number;
  }

  private spread(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = this.hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
