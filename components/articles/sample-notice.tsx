"use client";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";

/** Says that this is the sample, and lets who may take it away do so. */
export function SampleNotice({ workspace, mayRemove }: { workspace: string; mayRemove: boolean }) {
  const router = useRouter();
  const { notify } = useToast();
  const remove = async () => {
    const answer = await call<null>("DELETE", `/workspaces/${workspace}`);
    if (!answer.ok) {
      notify({ tone: "danger", title: answer.failure.title, description: answer.failure.detail ?? "" });
      return false;
    }
    router.push("/");
    router.refresh();
    return true;
  };
  return (
    <Notice
      title="This is the sample"
      action={
        mayRemove ? (
          <ConfirmDialog
            danger
            title="Remove the sample?"
            description="Its articles, claims and accounts go for good. Your own workspaces stay as they are."
            confirmLabel="Remove the sample"
            onConfirm={remove}
            trigger={<Button size="sm">Remove the sample</Button>}
          />
        ) : null
      }
    >
      Articles written for looking around, partly annotated. Change what you like: nothing else depends on it.
    </Notice>
  );
}
