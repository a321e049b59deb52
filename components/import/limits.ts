import { MAX_TEXT_LENGTH } from "#core/text/canonicalise.ts";

const count = new Intl.NumberFormat("en");

/** The largest request that an import may be, in bytes; the routes' own limit. */
export const LARGEST_FILE = 30_000_000;
export const limitWords = `At most ${count.format(MAX_TEXT_LENGTH)} characters of text and ${LARGEST_FILE / 1_000_000} MB a file.`;
export const formatCount = (value: number) => count.format(value);
/** `1 claim`, `2,000 claims`. */
export const counted = (value: number, noun: string) =>
  `${count.format(value)} ${noun}${value === 1 ? "" : "s"}`;
