"use client";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import type { InvitationView, Joined } from "#lib/contracts/identity.ts";
import styles from "./auth.module.css";
import { FormProblem } from "./form-problem.tsx";
import { LinkProblem } from "./link-problem.tsx";
import { NewPassword } from "./new-password.tsx";
import { PasswordSignIn } from "./password-sign-in.tsx";
import { fieldProblem } from "./problems.ts";
import { signIn } from "./sign-in-request.ts";
import { useForm } from "./use-form.ts";
import { useLink } from "./use-link.ts";

/** An invitation: with a new account, with the one that is signed in, or after signing in. */
export function JoinForm({ signOut }: { signOut: () => Promise<void> }) {
  const link = useLink<InvitationView>("/identity/invitations/read");
  if (link.kind === "reading") return <SkeletonLines lines={5} />;
  if (link.kind === "broken") {
    return <LinkProblem failure={link.failure} remedy="Ask whoever invited you to do so again." />;
  }
  const { content: invitation, token } = link;
  return (
    <div className={styles.stack}>
      <p className={styles.fixed}>
        {invitation.inviter ?? "An admin"} invites <strong>{invitation.email}</strong> to{" "}
        <strong>{invitation.workspace}</strong> as {article(invitation.role)} {invitation.role}.
      </p>
      <NextStep invitation={invitation} token={token} signOut={signOut} />
    </div>
  );
}

type StepProps = { invitation: InvitationView; token: string; signOut: () => Promise<void> };

function NextStep({ invitation, token, signOut }: StepProps) {
  switch (invitation.next) {
    case "sign-up":
    case "accept":
      return <Accept invitation={invitation} token={token} />;
    case "sign-in":
      return (
        <>
          <Notice title="You have an account here">Sign in, and come back to this page to join.</Notice>
          <PasswordSignIn email={invitation.email} next={null} />
        </>
      );
    case "other-account":
      return (
        <>
          <Notice tone="warning" title="You are signed in as somebody else">
            This invitation is for {invitation.email} only. Sign out, then open the link again.
          </Notice>
          <Button size="lg" onClick={() => signOut()}>
            Sign out
          </Button>
          <LinkButton href="/" variant="quiet" size="lg">
            Stay signed in
          </LinkButton>
        </>
      );
  }
}

function Accept({ invitation, token }: Pick<StepProps, "invitation" | "token">) {
  const isNew = invitation.next === "sign-up";
  const { busy, failure, onSubmit } = useForm(
    (given) => call<Joined>("POST", "/identity/invitations/accept", { ...given, token }),
    async ({ email, workspace }, given) => {
      if (isNew) await signIn("password", { email, password: given.password ?? "" });
      location.assign(`/w/${workspace}`);
    },
  );
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={isNew ? ["name", "password"] : []} />
      {isNew ? (
        <>
          <TextField
            label="Your name"
            name="name"
            size="lg"
            autoComplete="name"
            required
            hint="As your colleagues know you."
            error={fieldProblem(failure, "name")}
          />
          <NewPassword error={fieldProblem(failure, "password")} />
        </>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        Join {invitation.workspace}
      </Button>
    </form>
  );
}

const article = (role: string) => (/^[aeiou]/u.test(role) ? "an" : "a");
