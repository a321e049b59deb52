"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { fieldErrors } from "#components/articles/field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { SourceRow } from "#lib/contracts/sources.ts";
import { SourceFields } from "./source-fields.tsx";
import { formOfSource, type SourceForm, sourcePatch } from "./source-form.ts";
import styles from "./sources.module.css";

type Props = { workspace: string; source: SourceRow; mayEdit: boolean };

/** The source's details, where they are corrected. Somebody else's change in between keeps one's own words. */
export function SourceDetails({ workspace, source, mayEdit }: Props) {
  const router = useRouter();
  const { notify } = useToast();
  const [base, setBase] = useState({ form: formOfSource(source), revision: source.revision });
  const [form, setForm] = useState(base.form);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const patch = sourcePatch(base.form, form);
  const isChanged = Object.keys(patch).length > 0;
  const save = async () => {
    setIsBusy(true);
    const path = `/workspaces/${workspace}/sources/${source.id}`;
    const answer = await call<SourceRow>("PATCH", path, patch, { ifMatch: base.revision });
    setIsBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) {
      const saved = formOfSource(answer.value);
      setBase({ form: saved, revision: answer.value.revision });
      setForm(saved);
      notify({ tone: "success", title: "Saved" });
      return router.refresh();
    }
    if (!isStale(answer.failure)) return;
    const now = formOfSource(answer.failure.current);
    setForm(merged(base.form, form, now));
    setBase({ form: now, revision: answer.failure.current.revision });
  };
  return (
    <section className={styles.details} aria-labelledby="details-title">
      <h2 id="details-title" className={styles.sectionTitle}>
        Details
      </h2>
      {failure ? (
        <Notice tone={failure.status === 412 ? "warning" : "danger"} title={failure.title} live>
          {failure.status === 412
            ? "Your words are still here, theirs are in the fields you left alone. Save again to keep it so."
            : failure.detail}
        </Notice>
      ) : null}
      <SourceFields form={form} onChange={setForm} errors={fieldErrors(failure)} disabled={!mayEdit} />
      {mayEdit ? (
        <div className={styles.actions}>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={!isChanged || form.name.trim() === ""}
            onClick={save}
          >
            Save
          </Button>
          <Button disabled={!isChanged} onClick={() => setForm(base.form)}>
            Undo changes
          </Button>
        </div>
      ) : null}
    </section>
  );
}

type Stale = ApiFailure & { current: SourceRow };

function isStale(failure: ApiFailure): failure is Stale {
  return failure.status === 412 && "current" in failure && typeof failure.current === "object";
}

/** Mine where I wrote, theirs where I did not. */
function merged(before: SourceForm, mine: SourceForm, now: SourceForm): SourceForm {
  const names = Object.keys(mine) as (keyof SourceForm)[]; // its own keys
  const kept = names.filter((name) => mine[name] !== before[name]);
  return { ...now, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) };
}
