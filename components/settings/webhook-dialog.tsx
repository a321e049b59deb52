"use client";
import { useRouter } from "next/navigation";
import { type ReactElement, useState } from "react";
import { FormProblem } from "#components/auth/form-problem.tsx";
import { fieldProblem } from "#components/auth/problems.ts";
import { useForm } from "#components/auth/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import { eventSubjects, type Webhook } from "#lib/contracts/webhooks.ts";
import styles from "./settings.module.css";
import { eventsOf, subjectWords, wantedOf } from "./webhook-words.ts";

/** What a webhook may be bound to. */
export type ProjectName = { readonly id: string; readonly name: string };

type Props = {
  readonly workspace: string;
  readonly projects: readonly ProjectName[];
  /** Left off for a new one. */
  readonly webhook?: Webhook;
  readonly trigger: ReactElement;
};

/** Makes a webhook, and shows its secret once; or changes one. */
export function WebhookDialog({ workspace, projects, webhook, trigger }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Webhook | null>(null);
  const toggle = (on: boolean) => {
    setOpen(on);
    if (on) setMade(null);
    else router.refresh();
  };
  const done = (saved: Webhook) => (saved.secret === undefined ? toggle(false) : setMade(saved));
  const title = webhook ? "Change the webhook" : "New webhook";
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={trigger}
      title={made ? "Copy the secret now" : title}
      description={made ? undefined : "It is told by ids and states, and only of what you may see yourself."}
    >
      {made ? (
        <WebhookSecret secret={made.secret ?? ""} onDone={() => toggle(false)} />
      ) : (
        <WebhookForm workspace={workspace} projects={projects} webhook={webhook} onSaved={done} />
      )}
    </Dialog>
  );
}

export function NewWebhook({ workspace, projects }: Pick<Props, "workspace" | "projects">) {
  return (
    <WebhookDialog
      workspace={workspace}
      projects={projects}
      trigger={<Button variant="primary">New webhook</Button>}
    />
  );
}

/** The secret, in the one moment in which it can be seen. */
export function WebhookSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <div className={styles.dialog}>
      <CopyField
        label="Secret"
        value={secret}
        hint="The receiver verifies by it that a request is from here. It is not shown again."
      />
      <div className={styles.actions}>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

const ALL = "all";

type FormProps = Pick<Props, "workspace" | "projects"> & {
  readonly webhook: Webhook | undefined;
  readonly onSaved: (saved: Webhook) => void;
};

function WebhookForm({ workspace, projects, webhook, onSaved }: FormProps) {
  const [wanted, setWanted] = useState(wantedOf(webhook?.events ?? ["*"]));
  const [project, setProject] = useState(webhook?.projectId ?? ALL);
  const { busy, failure, onSubmit } = useForm(({ url, description, single = "" }) => {
    const events = eventsOf({ ...wanted, kinds: single });
    const fields = { url, description, events, projectId: project === ALL ? null : project };
    const path = `/workspaces/${workspace}/webhooks`;
    return webhook
      ? call<Webhook>("PATCH", `${path}/${webhook.id}`, fields, { ifMatch: webhook.revision })
      : call<Webhook>("POST", path, fields);
  }, onSaved);
  const toggle = (subject: (typeof eventSubjects)[number], on: boolean) =>
    setWanted((now) => ({
      ...now,
      subjects: eventSubjects.filter((one) => (one === subject ? on : now.subjects.includes(one))),
    }));
  const kinds = failure && "errors" in failure ? kindsProblem(failure.errors) : undefined;
  const isAll = wanted.subjects.length === eventSubjects.length;
  const options = [
    { value: ALL, label: "All projects" },
    ...projects.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form className={styles.dialog} onSubmit={onSubmit}>
      {kinds ? null : <FormProblem failure={failure} fields={["url", "description"]} />}
      <TextField
        label="Address"
        name="url"
        type="url"
        required
        maxLength={2000}
        defaultValue={webhook?.url}
        placeholder="https://"
        hint="Where what happens is sent to, by POST"
        error={fieldProblem(failure, "url")}
      />
      <TextField
        label="Description"
        aside="optional"
        name="description"
        maxLength={500}
        defaultValue={webhook?.description}
        error={fieldProblem(failure, "description")}
      />
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>It is told of</legend>
        <Checkbox
          label="Everything"
          checked={isAll}
          indeterminate={!isAll && wanted.subjects.length > 0}
          onCheckedChange={(on) => setWanted((now) => ({ ...now, subjects: on ? eventSubjects : [] }))}
        />
        <div className={styles.nested}>
          {eventSubjects.map((subject) => (
            <Checkbox
              key={subject}
              label={subjectWords[subject]}
              checked={wanted.subjects.includes(subject)}
              onCheckedChange={(on) => toggle(subject, on)}
            />
          ))}
        </div>
      </fieldset>
      {isAll ? null : (
        <TextField
          label="Single kinds"
          aside="optional"
          name="single"
          maxLength={2000}
          defaultValue={wanted.kinds}
          hint="Such as claim.approved, claim.rejected"
          error={kinds}
        />
      )}
      <Select label="Project" options={options} value={project} onValueChange={setProject} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {webhook ? "Save" : "Make the webhook"}
        </Button>
      </div>
    </form>
  );
}

type Errors = readonly { readonly pointer: string }[];

/** Of the list as a whole, or of one in it. */
function kindsProblem(errors: Errors = []): string | undefined {
  const first = errors.find(({ pointer }) => /^\/events(?:\/|$)/u.test(pointer));
  if (!first) return undefined;
  return first.pointer === "/events"
    ? "Choose something above, or name a kind here."
    : "One of these is no kind of event. Write them such as claim.approved.";
}
