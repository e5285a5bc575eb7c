import { ROUND_CONSTANTS } from './mixBlocks.ts';

const ROUNDS = 64;
const SCHEDULE_WORDS = 16;
const STATE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/**
 * Writes `mixBlocks` as the text of a function: the 64 rounds in a row, the constants as numbers and the schedule in
 * sixteen variables, so that nothing but the bytes is read from memory. It takes two thirds of the time of the rounds in
 * loops, compiling included, but is far too long to be written by hand; only a thread whose program is text can run it. (The
 * state is read word by word: taken apart in one go it would cost all of the gain.)
 */
export function writeMixBlocks(): string {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => writeRound(round, ROUND_CONSTANTS[round]!));
  const load = Array.from({ length: SCHEDULE_WORDS }, (_, i) => `let w${i} = view.getInt32(at + ${i * 4});`);
  return `(state, view, from, to) => {
    ${STATE.map((name, i) => `let ${name}0 = state[${i}];`).join('\n')}
    for (let at = from; at < to; at += 64) {
      ${load.join('\n')}
      ${STATE.map((name) => `let ${name} = ${name}0;`).join(' ')}
      let t = 0;
      let differs = 0;
      let differed = b ^ c;
      ${rounds.join('\n')}
      ${STATE.map((name) => `${name}0 = (${name}0 + ${name}) | 0;`).join('\n')}
    }
    ${STATE.map((name, i) => `state[${i}] = ${name}0;`).join('\n')}
  }`;
}

/**
 * A round under the names that its state has then, so that the state never moves between variables. Three rotations of one
 * word are nested: that of 14, then 5, then 6 bits gives those of 25, 11 and 6. The majority needs what differs between the
 * first two words of the state, which are the second and the third of the next round.
 */
function writeRound(round: number, constant: number): string {
  const [a, b, , d, e, f, g, h] = STATE.map(
    (_, i) => STATE[(i + STATE.length * ROUNDS - round) % STATE.length]!,
  );
  return `${round < SCHEDULE_WORDS ? '' : writeSchedule(round)}
    t = ${rotated(e!, 14)} ^ ${e};
    t = ${rotated('t', 5)} ^ ${e};
    ${h} = (${h} + ${constant} + w${round % SCHEDULE_WORDS} + ${rotated('t', 6)} + (${g} ^ (${e} & (${f} ^ ${g})))) | 0;
    ${d} = (${d} + ${h}) | 0;
    t = ${rotated(a!, 9)} ^ ${a};
    t = ${rotated('t', 11)} ^ ${a};
    differs = ${a} ^ ${b};
    ${h} = (${h} + ${rotated('t', 2)} + (${b} ^ (differs & differed))) | 0;
    differed = differs;`;
}

/** The word of a round takes the place of that sixteen rounds before. */
function writeSchedule(round: number): string {
  const [own, x, added, y] = [0, 1, 9, 14].map((after) => `w${(round + after) % SCHEDULE_WORDS}`);
  const s0 = `(${rotated(x!, 7)} ^ ${rotated(x!, 18)} ^ (${x} >>> 3))`;
  const s1 = `(${rotated(y!, 17)} ^ ${rotated(y!, 19)} ^ (${y} >>> 10))`;
  return `${own} = (${own} + ${added} + ${s0} + ${s1}) | 0;`;
}

const rotated = (word: string, bits: number): string => `((${word} >>> ${bits}) | (${word} << ${32 - bits}))`;
