"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProblem } from "#components/auth/form-problem.tsx";
import { fieldProblem } from "#components/auth/problems.ts";
import { useForm } from "#components/auth/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type Scope, scopes } from "#core/review/state.ts";
import { call } from "#lib/client/api.ts";
import type { ApiToken } from "#lib/contracts/workspaces.ts";
import styles from "./settings.module.css";

const scopeWords: Record<Scope, string> = {
  read: "Read articles, claims, comments and sources",
  write: "Import articles; write claims, comments and sources",
  review: "Approve, reject, ask for changes",
  export: "Export",
  admin: "Members, projects and the codebook; your account",
};
const lifetimes = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "366", label: "A year" },
] as const;

/** Makes a personal token; its secret is shown here once. */
export function TokenDialog() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<ApiToken | null>(null);
  const toggle = (on: boolean) => {
    setOpen(on);
    if (on) setMade(null);
    else router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button variant="primary">New token</Button>}
      title={made ? "Copy the token now" : "New token"}
      description={made ? undefined : "It never may do more than your role does."}
    >
      {made ? (
        <div className={styles.dialog}>
          <CopyField
            label={made.name}
            value={made.token ?? ""}
            hint="Send it as Authorization: Bearer … It is not shown again."
          />
          <div className={styles.actions}>
            <Button variant="primary" onClick={() => toggle(false)}>
              Done
            </Button>
          </div>
        </div>
      ) : (
        <TokenForm onMade={setMade} />
      )}
    </Dialog>
  );
}

function TokenForm({ onMade }: { onMade: (token: ApiToken) => void }) {
  const [days, setDays] = useState<(typeof lifetimes)[number]["value"]>("90");
  const [chosen, setChosen] = useState<readonly Scope[]>(["read"]);
  const { busy, failure, onSubmit } = useForm(
    ({ name }) => call<ApiToken>("POST", "/tokens", { name, scopes: chosen, expiresInDays: Number(days) }),
    onMade,
  );
  const toggle = (scope: Scope, on: boolean) =>
    setChosen(scopes.filter((one) => (one === scope ? on : chosen.includes(one))));
  return (
    <form className={styles.dialog} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["name"]} />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={120}
        hint="What it is for, such as nightly export"
        error={fieldProblem(failure, "name")}
      />
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>It may</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={scopeWords[scope]}
            checked={scope === "read" || chosen.includes(scope)}
            disabled={scope === "read"}
            onCheckedChange={(on) => toggle(scope, on)}
          />
        ))}
      </fieldset>
      <Select label="Works for" options={lifetimes} value={days} onValueChange={setDays} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          Make the token
        </Button>
      </div>
    </form>
  );
}
