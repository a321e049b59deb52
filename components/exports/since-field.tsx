"use client";
import { useEffect, useState } from "react";
import { Select } from "#components/ui/select.tsx";
import { call } from "#lib/client/api.ts";
import type { KeptExport, KeptExportsPage } from "#lib/contracts/exports.ts";
import type { Named } from "./choices.ts";
import { cursorOf, exportsPath } from "./export-paths.ts";
import { titleOf } from "./request-words.ts";

type Props = {
  workspace: string;
  /** Slug. */
  project: string;
  since: Named | null;
  onChange: (since: Named | null) => void;
};

const ALL = "\u0000all";
const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** `Approved claims as JSON, 1 Nov 2026, 09:30`. */
export const sinceLabel = ({ request, createdAt }: KeptExport) =>
  `${titleOf(request)}, ${time.format(Date.parse(createdAt))}`;

/** Only what changed after an earlier export, and what is no more; its cursor stands in its manifest. */
export function SinceField({ workspace, project, since, onChange }: Props) {
  const [earlier, setEarlier] = useState<readonly KeptExport[]>([]);
  const [error, setError] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    const path = `${exportsPath(workspace, project)}?limit=50`;
    void call<KeptExportsPage>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (answer.ok) setEarlier(answer.value.items.filter(({ sha256 }) => sha256 !== null));
    });
    return () => stop.abort();
  }, [workspace, project]);
  const choose = async (id: string) => {
    setError(undefined);
    const chosen = earlier.find((one) => one.id === id);
    if (!chosen) return onChange(null);
    const cursor = await cursorOf(workspace, id);
    if (cursor === null) return setError("Its manifest could not be read. Try again in a moment.");
    onChange({ value: cursor, label: sinceLabel(chosen) });
  };
  const options = [
    { value: ALL, label: "Everything" },
    ...(since ? [{ value: since.value, label: since.label }] : []),
    ...earlier
      .map((one) => ({ value: one.id, label: sinceLabel(one) }))
      .filter(({ label }) => label !== since?.label),
  ];
  return (
    <Select
      label="Only what changed since an export"
      hint={
        earlier.length === 0 && since === null
          ? "Keep an export first: the next one can then hold only what changed."
          : "What is no more is named, too."
      }
      error={error}
      options={options}
      value={since?.value ?? ALL}
      onValueChange={choose}
      disabled={options.length === 1}
    />
  );
}
