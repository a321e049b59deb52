"use client";
import { ExternalSignIn } from "#components/auth/external-sign-in.tsx";
import { Button } from "#components/ui/button.tsx";
import { call } from "#lib/client/api.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

type Provider = { readonly id: string; readonly name: string };
type Props = { providers: readonly Provider[]; linked: readonly string[]; here: string };

/** Accounts elsewhere by which one may sign in here too. */
export function LinkedAccounts({ providers, linked, here }: Props) {
  const change = useChange();
  const open = providers.filter(({ id }) => !linked.includes(id));
  return (
    <div className={styles.form}>
      {providers
        .filter(({ id }) => linked.includes(id))
        .map(({ id, name }) => (
          <div key={id} className={styles.head}>
            <span className={styles.name}>{name}</span>
            <Button
              size="sm"
              onClick={() => change(call("DELETE", `/me/accounts/${id}`), `${name} is unlinked`)}
            >
              Unlink
            </Button>
          </div>
        ))}
      {open.length > 0 ? <ExternalSignIn providers={open} next={here} verb="Link" /> : null}
    </div>
  );
}
