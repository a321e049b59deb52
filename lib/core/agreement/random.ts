/** A source of numbers that are at least 0 and less than 1. */
export type Random = () => number;

/**
 * Numbers that look random and are the same for the same seed. `seed` is a whole number; its lower 32 bits count. It is
 * SplitMix32: the additive counter of Steele, Lea & Flood 2014 with the 32-bit finaliser of MurmurHash3 (Appleby 2008).
 * Good enough to resample with, no good for a secret.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
  };
}
