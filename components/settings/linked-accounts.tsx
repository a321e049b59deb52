"use client";
import { useState } from "react";
import { externalAddress } from "#components/auth/sign-in-request.ts";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

type Provider = { readonly id: string; readonly name: string };
type Props = { providers: readonly Provider[]; linked: readonly string[]; here: string };

/** Accounts elsewhere by which one may sign in here too. */
export function LinkedAccounts({ providers, linked, here }: Props) {
  return (
    <ul className={styles.accounts}>
      {providers.map((provider) => (
        <li key={provider.id} className={styles.account}>
          <span className={styles.who}>
            <span className={styles.name}>{provider.name}</span>
            <span className={styles.quiet}>{linked.includes(provider.id) ? "Linked" : "Not linked"}</span>
          </span>
          {linked.includes(provider.id) ? (
            <Unlink provider={provider} />
          ) : (
            <Link provider={provider} here={here} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Link({ provider: { id, name }, here }: { provider: Provider; here: string }) {
  const { notify } = useToast();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const address = await externalAddress(id, here);
    if (address) return location.assign(address);
    setBusy(false);
    notify({
      tone: "danger",
      title: `${name} could not be reached`,
      description: "Try again in a moment.",
    });
  };
  return (
    <Button size="sm" busy={busy} aria-label={`Link ${name}`} onClick={go}>
      Link
    </Button>
  );
}

function Unlink({ provider: { id, name } }: { provider: Provider }) {
  const change = useChange();
  return (
    <Button
      size="sm"
      aria-label={`Unlink ${name}`}
      onClick={() => change(call("DELETE", `/me/accounts/${id}`), `${name} is unlinked`)}
    >
      Unlink
    </Button>
  );
}
