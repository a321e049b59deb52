import { z } from "zod";
import { roles } from "#core/review/state.ts";
import { line, required } from "./common.ts";

/** The part of a one-time link after its `#`. */
const linkToken = z.string().regex(/^[\w-]{20,100}$/u, "is not the end of a link");
/** Judged by the service, which says why one is refused; only absurd lengths end here. */
const newPassword = z.string().max(4_000);
const address = z.string().min(1).max(320);

export const signedUp = z.object({ email: z.string() }).meta({ id: "SignedUp" });

export const firstOwnerCreate = z.strictObject({
  token: linkToken,
  name: required(120),
  email: address,
  password: newPassword,
  workspaceName: required(120),
});
export type FirstOwnerCreate = z.infer<typeof firstOwnerCreate>;

export const linkRead = z.strictObject({ token: linkToken });

export const invitationView = z
  .object({
    workspace: z.string(),
    email: z.string(),
    role: z.enum(roles),
    inviter: z.string().nullable(),
    /** What accepting asks for: an account of one's own, signing in first, or nothing more. */
    next: z.enum(["sign-up", "sign-in", "accept", "other-account"]),
  })
  .meta({ id: "InvitationView" });
export type InvitationView = z.infer<typeof invitationView>;

export const invitationAccept = z.strictObject({
  token: linkToken,
  name: required(120).optional(),
  password: newPassword.optional(),
});
export type InvitationAccept = z.infer<typeof invitationAccept>;
export const joined = z
  .object({ workspace: z.string().meta({ description: "Slug" }), email: z.string() })
  .meta({ id: "Joined" });
export type Joined = z.infer<typeof joined>;

export const letterRequest = z.strictObject({ email: address });
export const passwordReset = z.strictObject({ token: linkToken, password: newPassword });
export const passwordChange = z.strictObject({ current: line(4_000).default(""), password: newPassword });
export type PasswordChange = z.infer<typeof passwordChange>;
