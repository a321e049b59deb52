"use client";
import { Button } from "#components/ui/button.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { call } from "#lib/client/api.ts";
import styles from "./auth.module.css";
import { FormProblem } from "./form-problem.tsx";
import { LinkProblem } from "./link-problem.tsx";
import { NewPassword } from "./new-password.tsx";
import { fieldProblem } from "./problems.ts";
import { signIn } from "./sign-in-request.ts";
import { useForm } from "./use-form.ts";
import { useLink } from "./use-link.ts";

/** A password by a one-time link: the first one of a new account, or a new one. */
export function ResetForm() {
  const link = useLink<{ email: string }>("/identity/passwords/read");
  const token = link.kind === "open" ? link.token : "";
  const { busy, failure, onSubmit } = useForm(
    ({ password }) => call<{ email: string }>("POST", "/identity/passwords/reset", { token, password }),
    async ({ email }, { password = "" }) => {
      await signIn("password", { email, password });
      location.assign("/");
    },
  );
  if (link.kind === "reading") return <SkeletonLines lines={3} />;
  if (link.kind === "broken") {
    return <LinkProblem failure={link.failure} remedy="Whoever runs Sourceline can make one at any time." />;
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["password"]} />
      <p className={styles.fixed}>
        For <strong>{link.content.email}</strong>
      </p>
      <input type="hidden" name="username" autoComplete="username" value={link.content.email} readOnly />
      <NewPassword label="New password" error={fieldProblem(failure, "password")} />
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        Set password and sign in
      </Button>
    </form>
  );
}
