"use client";
import { useState } from "react";
import { FormProblem } from "#components/auth/form-problem.tsx";
import { NewPassword } from "#components/auth/new-password.tsx";
import { fieldProblem } from "#components/auth/problems.ts";
import { useForm } from "#components/auth/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { Me } from "#lib/contracts/workspaces.ts";
import styles from "./settings.module.css";

export function NameForm({ name, email }: { name: string; email: string }) {
  const { notify } = useToast();
  const { busy, failure, onSubmit } = useForm(
    (given) => call<Me>("PATCH", "/me", { name: given.name }),
    () => notify({ title: "Your name is saved", tone: "success" }),
  );
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["name"]} />
      <TextField label="E-mail" value={email} readOnly hint="The address you were invited at." />
      <TextField
        label="Name"
        name="name"
        defaultValue={name}
        required
        maxLength={120}
        autoComplete="name"
        error={fieldProblem(failure, "name")}
      />
      <Button type="submit" busy={busy}>
        Save name
      </Button>
    </form>
  );
}

export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { notify } = useToast();
  // A new key empties the fields, whose words nobody should find there afterwards.
  const [round, setRound] = useState(0);
  const { busy, failure, onSubmit } = useForm(
    ({ current = "", password }) => call<null>("POST", "/me/password", { current, password }),
    () => {
      setRound(round + 1);
      notify({
        title: "Your password is set",
        description: "Your other sessions have ended.",
        tone: "success",
      });
    },
  );
  return (
    <form key={round} className={styles.form} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["current", "password"]} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasPassword ? (
        <TextField
          label="Current password"
          name="current"
          type="password"
          required
          autoComplete="current-password"
          error={fieldProblem(failure, "current")}
        />
      ) : null}
      <NewPassword label="New password" size="md" error={fieldProblem(failure, "password")} />
      <Button type="submit" busy={busy}>
        Set password
      </Button>
    </form>
  );
}
