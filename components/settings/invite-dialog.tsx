"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProblem } from "#components/auth/form-problem.tsx";
import { fieldProblem } from "#components/auth/problems.ts";
import { useForm } from "#components/auth/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import type { Invitation } from "#lib/contracts/workspaces.ts";
import { type givenRoles, roleOptions } from "./roles.ts";
import styles from "./settings.module.css";

/** Invites somebody; the link is shown here once, to be passed on. */
export function InviteDialog({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Invitation | null>(null);
  const toggle = (on: boolean) => {
    setOpen(on);
    if (on) setMade(null);
    else router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button variant="primary">Invite</Button>}
      title={made ? "Pass this link on" : "Invite somebody"}
      description={
        made ? undefined : "They choose their own name and password. The link works once, for seven days."
      }
    >
      {made ? (
        <div className={styles.dialog}>
          <CopyField
            label={`Invitation for ${made.email}`}
            value={made.link ?? ""}
            hint={
              made.sent
                ? "It was also sent by e-mail. It is not shown again."
                : "Nothing was sent: pass it on yourself. It is not shown again."
            }
          />
          <div className={styles.actions}>
            <Button onClick={() => setMade(null)}>Invite another</Button>
            <Button variant="primary" onClick={() => toggle(false)}>
              Done
            </Button>
          </div>
        </div>
      ) : (
        <InviteForm workspace={workspace} onMade={setMade} />
      )}
    </Dialog>
  );
}

type FormProps = { workspace: string; onMade: (invitation: Invitation) => void };

function InviteForm({ workspace, onMade }: FormProps) {
  const [role, setRole] = useState<(typeof givenRoles)[number]>("editor");
  const { busy, failure, onSubmit } = useForm(
    ({ email }) => call<Invitation>("POST", `/workspaces/${workspace}/invitations`, { email, role }),
    onMade,
  );
  return (
    <form className={styles.dialog} onSubmit={onSubmit}>
      <FormProblem failure={failure} fields={["email"]} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        required
        autoComplete="off"
        error={fieldProblem(failure, "email")}
      />
      <Select label="Role" options={roleOptions} value={role} onValueChange={setRole} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          Make the link
        </Button>
      </div>
    </form>
  );
}
