import { useCallback, useEffect, useRef } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import { LiveLink } from "#lib/client/live/live-link.ts";
import { usePages } from "#lib/client/use-pages.ts";
import type { KeptExport, KeptExportsPage } from "#lib/contracts/exports.ts";
import { exportPath, exportsPath } from "./export-paths.ts";

/** Progress is not announced, only its end: while one is made it is asked for. */
const LOOK_EVERY = 1_500;

const isUnderWay = ({ state }: KeptExport) => state === "queued" || state === "running";

/** Kept exports, newest first: told live when one is done, asked for while one is made. */
export function useKept(workspace: string, project: string, userId: string, first: KeptExportsPage) {
  const path = exportsPath(workspace, project);
  const pages = usePages(first, path);
  const { rows, setRows } = pages;
  const put = useCallback(
    (...news: readonly KeptExport[]) =>
      setRows((held) => {
        const byId = new Map([...held, ...news].map((one) => [one.id, one]));
        return [...byId.values()].toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
      }),
    [setRows],
  );
  const look = useCallback(
    async (id: string) => {
      const answer = await call<KeptExport>("GET", exportPath(workspace, id));
      if (answer.ok) put(answer.value);
    },
    [workspace, put],
  );
  const lookAll = useCallback(async () => {
    const answer = await call<KeptExportsPage>("GET", path);
    if (answer.ok) put(...answer.value.items);
  }, [path, put]);

  // Another project's exports are told of, too: this one's list says which are its own.
  const known = useRef(new Set<string>());
  known.current = new Set(rows.map(({ id }) => id));
  useEffect(() => {
    const link = new LiveLink(workspace, userId, null);
    link.listen({
      onChange: ({ kind, objectId }) => {
        if (kind !== "export.changed" || objectId === null) return;
        void (known.current.has(objectId) ? look(objectId) : lookAll());
      },
      onReset: () => void lookAll(),
    });
    return () => link.close();
  }, [workspace, userId, look, lookAll]);

  const waiting = rows
    .filter(isUnderWay)
    .map(({ id }) => id)
    .join(" ");
  useEffect(() => {
    if (waiting === "") return;
    const timer = setInterval(() => {
      for (const id of waiting.split(" ")) void look(id);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [waiting, look]);
  const { notify } = useToast();
  const keepAgain = async ({ request }: KeptExport) => {
    const answer = await call<KeptExport>("POST", path, request);
    if (answer.ok) put(answer.value);
    else notify({ title: answer.failure.title, description: answer.failure.detail ?? "", tone: "danger" });
  };
  return { ...pages, put, keepAgain };
}
export type Kept = ReturnType<typeof useKept>;
