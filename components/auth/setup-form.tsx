"use client";
import { Button } from "#components/ui/button.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import styles from "./auth.module.css";
import { FormProblem } from "./form-problem.tsx";
import { LinkProblem } from "./link-problem.tsx";
import { NewPassword } from "./new-password.tsx";
import { fieldProblem } from "./problems.ts";
import { signIn } from "./sign-in-request.ts";
import { useForm } from "./use-form.ts";
import { useLink } from "./use-link.ts";

const fields = ["name", "email", "password", "workspaceName"];

/** The first run: who owns this installation, and what the first workspace is called. */
export function SetupForm() {
  const link = useLink<null>("/identity/first-owner/read");
  const token = link.kind === "open" ? link.token : "";
  const { busy, failure, onSubmit } = useForm(
    (given) => call<{ email: string }>("POST", "/identity/first-owner", { ...given, token }),
    async ({ email }, given) => {
      await signIn("password", { email, password: given.password ?? "" });
      location.assign("/");
    },
  );
  if (link.kind === "reading") return <SkeletonLines lines={5} />;
  if (link.kind === "broken") {
    return (
      <LinkProblem
        failure={link.failure}
        remedy="A new link is printed each time Sourceline starts, as long as it has no owner."
      />
    );
  }
  const problem = (field: string) => fieldProblem(failure, field);
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={fields} />
      <TextField
        label="Your name"
        name="name"
        size="lg"
        autoComplete="name"
        required
        error={problem("name")}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        required
        error={problem("email")}
      />
      <NewPassword error={problem("password")} />
      <TextField
        label="Name of the workspace"
        name="workspaceName"
        size="lg"
        required
        hint="The desk, newsroom or institute. It can be changed."
        error={problem("workspaceName")}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        Begin
      </Button>
    </form>
  );
}
