/** The only reasons to work without a workspace actor (rules.md 6). */
export const systemPurposes = [
  "outbox",
  "jobs",
  "webhooks",
  "migrate",
  "seed",
  "audit-verify",
  "public-profile",
  "identity",
] as const;
export type SystemPurpose = (typeof systemPurposes)[number];

// Not exported: a value with this key can be written in this file only.
const minted: unique symbol = Symbol("system permit");

/** Leave to work for the installation itself, in one workspace or in none; every use is audited by its caller. */
export type SystemPermit<W extends string | null = string | null> = {
  readonly [minted]: true;
  readonly purpose: SystemPurpose;
  readonly workspaceId: W;
};

/** Leave for one purpose in one workspace. */
export function systemPermit(purpose: SystemPurpose, workspaceId: string): SystemPermit<string>;
/** Leave for one purpose outside any workspace: identity tables, migrations. */
export function systemPermit(purpose: SystemPurpose): SystemPermit<null>;
export function systemPermit(purpose: SystemPurpose, workspaceId: string | null = null): SystemPermit {
  return { [minted]: true, purpose, workspaceId };
}
