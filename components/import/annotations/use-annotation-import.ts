import { useEffect, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type {
  AnnotationImport,
  ImportPatch,
  ImportRun,
  ImportUndo,
} from "#lib/contracts/annotation-imports.ts";

/** How often a running import is asked how far it is. */
const ASK_EVERY = 1_000;

export type Busy = "reading" | "changing" | "starting" | "ending" | null;

/** One import on this page, from the files to what became of them. */
export function useAnnotationImport(base: string) {
  const [shown, setShown] = useState<AnnotationImport | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const address = `${base}/annotation-imports`;
  const own = shown ? `${address}/${shown.id}` : address;
  useProgress(shown, own, setShown);

  async function ask(doing: Busy, asked: ReturnType<typeof call<AnnotationImport>>): Promise<boolean> {
    setBusy(doing);
    setFailure(null);
    const answer = await asked;
    setBusy(null);
    if (answer.ok) setShown(answer.value);
    else setFailure(answer.failure);
    return answer.ok;
  }
  return {
    shown,
    busy,
    failure,
    hand: (files: readonly File[]) => ask("reading", call("POST", address, formOf(files))),
    open: (id: string) => ask("reading", call("GET", `${address}/${id}`)),
    change: (patch: ImportPatch) => ask("changing", call("PATCH", own, patch)),
    run: async (options: ImportRun) => {
      const isDone = await ask("starting", call("POST", `${own}/run`, options));
      // What stood against it is written down with the import.
      if (!isDone) await call<AnnotationImport>("GET", own).then((now) => now.ok && setShown(now.value));
      return isDone;
    },
    undo: () => ask("ending", call("POST", `${own}/undo`)),
    readUndo: () => call<ImportUndo>("GET", `${own}/undo`),
    discard: async () => {
      await call("DELETE", own);
      setFailure(null);
      setShown(null);
    },
    close: () => {
      setFailure(null);
      setShown(null);
    },
  };
}

export type AnnotationImports = ReturnType<typeof useAnnotationImport>;

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  // A folder's files keep their place in it, by which brat's texts and annotations are told apart.
  for (const file of files) form.append("files", file, file.webkitRelativePath || file.name);
  return form;
}

function useProgress(
  shown: AnnotationImport | null,
  address: string,
  setShown: (now: AnnotationImport) => void,
): void {
  const isRunning = shown?.state === "queued" || shown?.state === "running";
  useEffect(() => {
    if (!isRunning) return;
    let isOver = false;
    const timer = setInterval(async () => {
      const now = await call<AnnotationImport>("GET", address);
      if (now.ok && !isOver) setShown(now.value);
    }, ASK_EVERY);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isRunning, address, setShown]);
}
