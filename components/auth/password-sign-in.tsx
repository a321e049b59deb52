"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import styles from "./auth.module.css";
import { type SignInOutcome, signIn } from "./sign-in-request.ts";

type Refusal = Exclude<SignInOutcome, { kind: "done" }>;

type Props = {
  /** A path of this site, already judged by the page; null stays here. */
  next: string | null;
  email?: string;
};

export function PasswordSignIn({ next, email = "" }: Props) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const outcome = await signIn("password", {
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
    // A whole page load: nothing the signed-out browser has kept may stay.
    if (outcome.kind === "done") return next === null ? location.reload() : location.assign(next);
    setRefusal(outcome);
    setBusy(false);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {refusal ? (
        <Notice tone="danger" live title={wordsOf(refusal).title}>
          {wordsOf(refusal).body}
        </Notice>
      ) : null}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        defaultValue={email}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        size="lg"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}

export function wordsOf(refusal: Refusal): { title: string; body: string } {
  switch (refusal.kind) {
    case "no-match":
      return {
        title: "That e-mail and password do not go together",
        body: "Check both. Passwords tell capitals from small letters.",
      };
    case "too-many": {
      const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
      return {
        title: "Too many attempts",
        body: `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again, or set a new password.`,
      };
    }
    case "used-up":
      return {
        title: "This link has been used or has run out",
        body: "Each link works once. Ask for a new one.",
      };
    case "unreachable":
      return { title: "The server did not answer", body: "Check the connection and try again." };
    case "unexpected":
      return { title: "Signing in did not work", body: "It has been logged. Try again in a moment." };
  }
}
