import { sameKeys } from "#components/ui/chord.ts";

export type Keyed = { readonly keys: string };
export type Match<T> =
  | { readonly kind: "hit"; readonly binding: T }
  | { readonly kind: "prefix"; readonly pending: string }
  | { readonly kind: "none" };

/**
 * Finds what `chord` means after the presses in `pending`. Later bindings win over earlier ones, and a chord that
 * cannot continue a sequence starts anew.
 */
export function matchKeys<T extends Keyed>(bindings: readonly T[], pending: string, chord: string): Match<T> {
  const sequence = pending ? `${pending} ${chord}` : chord;
  const binding = bindings.findLast((candidate) => sameKeys(candidate.keys, sequence));
  if (binding) return { kind: "hit", binding };
  const start = `${sequence} `.toLowerCase();
  if (bindings.some((candidate) => candidate.keys.toLowerCase().startsWith(start))) {
    return { kind: "prefix", pending: sequence };
  }
  return pending ? matchKeys(bindings, "", chord) : { kind: "none" };
}
