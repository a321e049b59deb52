"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { WebhookReplayed } from "#lib/contracts/webhooks.ts";

const HOUR = 3_600_000;
const spans = [
  { value: "1", label: "The last hour" },
  { value: "24", label: "The last day" },
  { value: "168", label: "The last week" },
  { value: "720", label: "The last 30 days" },
] as const;

/** Sends again what happened in a while that is chosen. */
export function ReplayDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const router = useRouter();
  const { notify } = useToast();
  const [hours, setHours] = useState<(typeof spans)[number]["value"]>("24");
  const replay = async () => {
    const since = new Date(Date.now() - Number(hours) * HOUR).toISOString();
    const answer = await call<WebhookReplayed>("POST", `${path}/replay`, { since });
    if (!answer.ok) {
      const { title, detail = "" } = answer.failure;
      notify({ title, description: detail, tone: "danger" });
      return false;
    }
    notify({ title: replayedWords(answer.value.queued), tone: "success" });
    router.refresh();
    return true;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Send again what happened?"
      description="Also what was never sent while the webhook was off. Each event comes under the id it had, so that a receiver can drop what it knows."
      confirmLabel="Send again"
      onConfirm={replay}
    >
      <Select label="What happened in" options={spans} value={hours} onValueChange={setHours} />
    </ConfirmDialog>
  );
}

function replayedWords(queued: number): string {
  if (queued === 0) return "Nothing happened that it is told of";
  return queued === 1 ? "One event is sent again" : `${queued.toLocaleString("en")} events are sent again`;
}
