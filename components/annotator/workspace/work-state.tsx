"use client";
import { useState } from "react";
import { Select } from "#components/ui/select.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { WorkState as State } from "#core/review/state.ts";
import { call } from "#lib/client/api.ts";
import { useWorkspace } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

const options = [
  { value: "open" as const, label: "Open" },
  { value: "in_progress" as const, label: "In progress" },
  { value: "finished" as const, label: "Finished" },
];

/** One's own work on this article: "finished" is not "approved" (rules.md 3). */
export function WorkState() {
  const { article, me, workspace, announce } = useWorkspace();
  const { notify } = useToast();
  const [state, setState] = useState<State>(
    article.work.find(({ userId }) => userId === me.id)?.state ?? "open",
  );
  const change = async (next: State) => {
    const before = state;
    setState(next);
    const result = await call("PUT", `/workspaces/${workspace}/articles/${article.id}/work`, { state: next });
    if (result.ok) return announce(`Your work on this article: ${next.replace("_", " ")}.`);
    setState(before);
    notify({
      tone: "danger",
      title: "Your work state was not saved",
      description: result.failure.detail ?? "",
    });
  };
  return (
    <Select
      size="sm"
      className={styles.work}
      aria-label="Your work on this article"
      value={state}
      options={options}
      onValueChange={change}
    />
  );
}
