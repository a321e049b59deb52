const LONGEST = 320;

/**
 * The one spelling an address is stored and compared in, or null when it is not one plain address. Quotes, lists,
 * comments, display names and letters outside ASCII are how a look-alike reaches somebody else's account.
 */
export function emailAddress(raw: string): string | null {
  const address = raw.trim();
  if (address.length > LONGEST || !/^[\x21-\x7e]+$/u.test(address)) return null;
  const isPlain = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/iu.test(address);
  return isPlain && !address.includes("..") ? address.toLowerCase() : null;
}
