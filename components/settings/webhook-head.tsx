"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { Webhook } from "#lib/contracts/webhooks.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";
import { type ProjectName, WebhookDialog, WebhookSecret } from "./webhook-dialog.tsx";
import { Stand } from "./webhook-list.tsx";
import { ReplayDialog } from "./webhook-replay.tsx";
import { eventsInWords, standOf } from "./webhook-words.ts";

type Props = {
  readonly workspace: string;
  readonly webhook: Webhook;
  readonly projects: readonly ProjectName[];
  /** Whose sight it has. */
  readonly holder: string;
};

/** One webhook: how it stands, and what can be done with it. */
export function WebhookHead({ workspace, webhook, projects, holder }: Props) {
  const { why } = standOf(webhook);
  const project = projects.find(({ id }) => id === webhook.projectId);
  return (
    <section className={styles.section} aria-label="Webhook">
      <Link href={`/w/${workspace}/settings/webhooks`} className={styles.back}>
        All webhooks
      </Link>
      <div className={styles.head}>
        <div className={styles.who}>
          <h2 className={styles.address}>{webhook.url}</h2>
          {webhook.description ? <p className={styles.about}>{webhook.description}</p> : null}
        </div>
        <Actions workspace={workspace} webhook={webhook} projects={projects} />
      </div>
      <Facts>
        <Stand webhook={webhook} />
        <span>{eventsInWords(webhook.events)}</span>
        {webhook.projectId === null ? null : <span>{project?.name ?? "One project"}</span>}
        <span>As {holder} sees it</span>
        <LastDelivered at={webhook.lastDeliveredAt} />
        {webhook.oldSecretUntil ? (
          <span>
            The old secret ends <RelativeTime at={webhook.oldSecretUntil} />
          </span>
        ) : null}
      </Facts>
      {why === "" ? null : (
        <Notice tone={webhook.isActive ? "warning" : "info"} title={webhook.isActive ? why : "It is off"}>
          {webhook.isActive ? null : `${why} What happened meanwhile can be sent by a replay once it is on.`}
        </Notice>
      )}
    </section>
  );
}

function LastDelivered({ at }: { at: string | null }): ReactNode {
  if (at === null) return <span>Nothing delivered yet</span>;
  return (
    <span>
      Last delivered <RelativeTime at={at} />
    </span>
  );
}

type Asked = "remove" | "rotate" | "replay" | null;

function Actions({ workspace, webhook, projects }: Omit<Props, "holder">) {
  const change = useChange();
  const [asked, setAsked] = useState<Asked>(null);
  const path = `/workspaces/${workspace}/webhooks/${webhook.id}`;
  const ifMatch = webhook.revision;
  const turn = (isActive: boolean) =>
    change(call("PATCH", path, { isActive }, { ifMatch }), isActive ? "It is on" : "It is off");
  const close = (open: boolean) => (open ? undefined : setAsked(null));
  return (
    <div className={styles.buttons}>
      {webhook.isActive ? (
        <Button onClick={() => change(call("POST", `${path}/ping`), "A test is on its way")}>
          Send a test
        </Button>
      ) : (
        <Button variant="primary" onClick={() => turn(true)}>
          Switch on
        </Button>
      )}
      <WebhookDialog
        workspace={workspace}
        projects={projects}
        webhook={webhook}
        trigger={<Button>Change</Button>}
      />
      <Menu align="end" trigger={<Button>More</Button>}>
        {webhook.isActive ? <MenuItem onSelect={() => setAsked("replay")}>Replay…</MenuItem> : null}
        <MenuItem onSelect={() => setAsked("rotate")}>New secret…</MenuItem>
        {webhook.isActive ? <MenuItem onSelect={() => void turn(false)}>Switch off</MenuItem> : null}
        <MenuItem danger onSelect={() => setAsked("remove")}>
          Remove…
        </MenuItem>
      </Menu>
      {asked === "replay" ? <ReplayDialog path={path} onClose={() => setAsked(null)} /> : null}
      {asked === "rotate" ? <RotateDialog path={path} revision={ifMatch} onOpenChange={close} /> : null}
      {asked === "remove" ? (
        <RemoveDialog workspace={workspace} path={path} revision={ifMatch} onOpenChange={close} />
      ) : null}
    </div>
  );
}

type Question = {
  readonly path: string;
  readonly revision: number;
  readonly onOpenChange: (open: boolean) => void;
};

function RemoveDialog({ workspace, path, revision, onOpenChange }: Question & { workspace: string }) {
  const router = useRouter();
  const change = useChange();
  const remove = async () => {
    const isDone = await change(
      call("DELETE", path, undefined, { ifMatch: revision }),
      "The webhook is removed",
    );
    if (isDone) router.push(`/w/${workspace}/settings/webhooks`);
    return isDone;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title="Remove this webhook?"
      description="Nothing more is sent to it, and its deliveries are forgotten. It cannot be undone."
      confirmLabel="Remove"
      danger
      onConfirm={remove}
    />
  );
}

function RotateDialog({ path, revision, onOpenChange }: Question) {
  const router = useRouter();
  const { notify } = useToast();
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    onOpenChange(false);
    router.refresh();
  };
  const rotate = async () => {
    const answer = await call<Webhook>("POST", `${path}/rotate-secret`, undefined, { ifMatch: revision });
    if (answer.ok) setSecret(answer.value.secret ?? "");
    else notify({ title: answer.failure.title, description: answer.failure.detail ?? "", tone: "danger" });
    return false;
  };
  if (secret === null) {
    return (
      <ConfirmDialog
        open
        onOpenChange={onOpenChange}
        title="Give it a new secret?"
        description="For 24 hours every request is signed by both, so that the receiver can change over. Then the old one is worth nothing."
        confirmLabel="New secret"
        onConfirm={rotate}
      />
    );
  }
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : close())} title="Copy the secret now">
      <WebhookSecret secret={secret} onDone={close} />
    </Dialog>
  );
}
