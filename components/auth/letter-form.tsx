"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import styles from "./auth.module.css";
import { FormProblem } from "./form-problem.tsx";
import { fieldProblem } from "./problems.ts";
import { useForm } from "./use-form.ts";

type Props = { path: string; action: string; lasts: string };

/** Asks for a letter with a link; says the same whoever asks. */
export function LetterForm({ path, action, lasts }: Props) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { busy, failure, onSubmit } = useForm(
    ({ email }) => call<null>("POST", path, { email }),
    (_, { email = "" }) => setSentTo(email),
  );
  if (sentTo !== null) {
    return (
      <Notice tone="success" live title="Look into your mailbox">
        If {sentTo} has an account here, a link is on its way. It works once, for {lasts}.
      </Notice>
    );
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["email"]} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        required
        error={fieldProblem(failure, "email")}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
