"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./auth.module.css";
import { externalAddress } from "./sign-in-request.ts";

type Props = { providers: readonly { id: string; name: string }[]; next: string };

export function ExternalSignIn({ providers, next }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  async function go(id: string) {
    setBusy(id);
    setFailed(false);
    const address = await externalAddress(id, next);
    if (address) return location.assign(address);
    setFailed(true);
    setBusy(null);
  }
  return (
    <div className={styles.stack}>
      {failed ? (
        <Notice tone="danger" live title="That account could not be reached">
          Try again in a moment, or sign in another way.
        </Notice>
      ) : null}
      {providers.map(({ id, name }) => (
        <Button key={id} size="lg" busy={busy === id} onClick={() => go(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
