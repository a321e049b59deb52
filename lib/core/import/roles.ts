import type { ReadOptions } from "./dataset.ts";

/** What a label marks; `hedge` only where the label says so, since nobody can be asked for it. */
export type Role = NonNullable<ReadOptions["roles"]>[string] | "hedge";

/** Words that annotation schemes use for these roles: ours, PolNeAR's, PARC's, those of quotation corpora. */
const usual: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["claim", "claim"],
  ["content", "claim"],
  ["proposition", "claim"],
  ["quotation", "claim"],
  ["quote", "claim"],
  ["source", "mention"],
  ["sourcemention", "mention"],
  ["speaker", "mention"],
  ["holder", "mention"],
  ["cue", "cue"],
  ["addressee", "addressee"],
  ["hearer", "addressee"],
  ["recipient", "addressee"],
  ["attribution", "event"],
  ["chainlink", "event"],
  ["hedge", "hedge"],
]);

/**
 * The role of a label: as told, else by its name. Case, a number at its end, a prefix before a dot and whatever follows
 * its first word say nothing (`Content2`, `custom.Claim`, `Attribution-no-source`). Null for a name that is no role.
 */
export function roleOf(label: string, roles: ReadOptions["roles"] = {}): Role | null {
  const told = Object.hasOwn(roles, label) ? roles[label] : undefined;
  if (told !== undefined) return told;
  const word = label
    .slice(0, 100)
    .replace(/^.*\./u, "")
    .toLowerCase()
    .replace(/\d+$/u, "")
    .replace(/[^a-z].*$/su, "");
  return usual.get(word) ?? null;
}
