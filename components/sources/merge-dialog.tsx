"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fieldErrors } from "#components/articles/field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Option } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call, queryString } from "#lib/client/api.ts";
import type { SourceRow, SourcesPage } from "#lib/contracts/sources.ts";
import { isAnonymous, typeLabel } from "./labels.ts";
import { sourcePath } from "./paths.ts";
import styles from "./sources.module.css";

type Props = { workspace: string; source: SourceRow; onClose: () => void };

/** Joins this source to another one that is the same; can be taken back. */
export function MergeDialog({ workspace, source, onClose }: Props) {
  const router = useRouter();
  const { notify } = useToast();
  const search = useSourceSearch(workspace, source.id);
  const [into, setInto] = useState<Option | null>(null);
  const [reason, setReason] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const merge = async () => {
    if (!into) return;
    setIsBusy(true);
    const body = { into: into.value, ...(reason.trim() && { reason: reason.trim() }) };
    const path = `/workspaces/${workspace}/sources/${source.id}`;
    const answer = await call<SourceRow>("POST", `${path}/merge`, body);
    setIsBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    const undo = async () => {
      if ((await call("POST", `${path}/unmerge`)).ok) router.push(sourcePath(workspace, source.id));
    };
    notify({ title: `Merged into ${into.label}`, action: { label: "Undo", onPress: () => void undo() } });
    router.push(sourcePath(workspace, answer.value.id));
  };
  const errors = fieldErrors(failure);
  const needsReason = isAnonymous(source.identification);
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Merge “${source.name}”`}
      description="Chains that name it will name the other one, which keeps this name as an alias. It can be taken back."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={!into || (needsReason && !reason.trim())}
            onClick={merge}
          >
            Merge
          </Button>
        </>
      }
    >
      {failure && Object.keys(errors).length === 0 ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      <div className={styles.stack}>
        <Combobox
          label="Into"
          placeholder="Name or alias"
          options={search.options}
          value={into}
          onValueChange={setInto}
          onQueryChange={search.look}
          loading={search.isLoading}
          error={errors.into}
        />
        <TextArea
          label="Reason"
          aside={needsReason ? "needed for an anonymous source" : "optional"}
          value={reason}
          maxLength={2000}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

const TYPING_PAUSE = 200;

function useSourceSearch(workspace: string, except: string) {
  const [query, setQuery] = useState("");
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [isLoading, setIsLoading] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setIsLoading(true);
      const path = `/workspaces/${workspace}/sources${queryString({ q: query, limit: 20 })}`;
      const answer = await call<SourcesPage>("GET", path, undefined, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setIsLoading(false);
      if (answer.ok) setOptions(answer.value.items.filter(({ id }) => id !== except).map(optionOf));
    }, TYPING_PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, except, query]);
  return { options, isLoading, look: (words: string) => setQuery(words.trim()) };
}

function optionOf({ id, name, type, claimCount }: SourceRow): Option {
  const claims = claimCount === 1 ? "1 claim" : `${claimCount} claims`;
  return { value: id, label: name, hint: `${typeLabel(type)} · ${claims}` };
}
