/** Heads that are numbered. Texts with further ones keep all of their digits. */
export const MOST_HEADS = 1 << 13;
/** Instead of the number of a head. */
export const NO_HEAD = -1;

const FIRST_SLOTS = 1 << 8;

/**
 * Numbers what the dates of many rows share: the form of their text, its first digits (mostly those of the date) and the
 * day that they mean.
 */
export class TextHeads {
  count = 0;
  readonly forms = new Uint8Array(MOST_HEADS);
  readonly digits = new Int32Array(MOST_HEADS);
  readonly days = new Int32Array(MOST_HEADS);
  /** Bits that hold the digits behind the head. */
  readonly bits = new Uint8Array(MOST_HEADS);
  /** Number of a head + 1, 0 for a free slot. */
  private slots = new Uint16Array(FIRST_SLOTS);

  /** Number of a head; {@link NO_HEAD} when there are too many others. `bits` follow from the form. */
  numberOf(form: number, digits: number, day: number, bits: number): number {
    const { slots, forms, days } = this;
    const mask = slots.length - 1;
    let slot = hashOf(form, digits, day) & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      const head = taken - 1;
      if (this.digits[head] === digits && days[head] === day && forms[head] === form) return head;
      slot = (slot + 1) & mask;
    }
    const head = this.count;
    if (head === MOST_HEADS) return NO_HEAD;
    forms[head] = form;
    days[head] = day;
    this.digits[head] = digits;
    this.bits[head] = bits;
    slots[slot] = head + 1;
    this.count = head + 1;
    if (this.count * 2 > slots.length) this.widen();
    return head;
  }

  private widen(): void {
    const slots = new Uint16Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let head = 0; head < this.count; head += 1) {
      let slot = hashOf(this.forms[head]!, this.digits[head]!, this.days[head]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = head + 1;
    }
    this.slots = slots;
  }
}

function hashOf(form: number, digits: number, day: number): number {
  let hash = Math.imul(digits, 0x9e37_79b1) ^ Math.imul(day, 0x85eb_ca6b) ^ form;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}
