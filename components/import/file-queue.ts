import { useEffect, useRef, useState } from "react";
import { call } from "#lib/client/api.ts";
import type { ImportAnswer } from "#lib/contracts/articles.ts";
import { LARGEST_FILE } from "./limits.ts";

export type FileStatus = "waiting" | "storing" | ImportAnswer["rows"][number]["status"];
export type FileRow = {
  readonly key: number;
  readonly name: string;
  readonly status: FileStatus;
  readonly title: string | null;
  readonly articleId: string | null;
  readonly reason: string | null;
};

/** One request a file, one at a time: a large one holds up nobody's answer, and each row is true when it appears. */
export function useFileQueue(address: string) {
  const [rows, setRows] = useState<readonly FileRow[]>([]);
  const files = useRef(new Map<number, File>());
  const nextKey = useRef(0);
  const isStoring = rows.some(({ status }) => status === "storing");
  const first = rows.find(({ status }) => status === "waiting");
  useEffect(() => {
    const file = first && files.current.get(first.key);
    if (isStoring || !first || !file) return;
    const set = (change: Partial<FileRow>) =>
      setRows((held) => held.map((row) => (row.key === first.key ? { ...row, ...change } : row)));
    set({ status: "storing" });
    void stored(address, file).then(set);
  }, [address, first, isStoring]);
  const add = (given: readonly File[]) => {
    const added = given.map((file) => {
      nextKey.current += 1;
      files.current.set(nextKey.current, file);
      return rowOf(nextKey.current, file);
    });
    setRows((held) => [...held, ...added]);
  };
  const retry = (key: number) =>
    setRows((held) =>
      held.map((row) => (row.key === key ? { ...row, status: "waiting", reason: null } : row)),
    );
  return { rows, add, retry };
}

function rowOf(key: number, { name, size }: File): FileRow {
  const row = { key, name, status: "waiting", title: null, articleId: null, reason: null } as const;
  if (size <= LARGEST_FILE) return row;
  const reason = `It has ${(size / 1_000_000).toFixed(1)} MB; at most ${LARGEST_FILE / 1_000_000} MB are taken.`;
  return { ...row, status: "failed", reason };
}

async function stored(address: string, file: File): Promise<Partial<FileRow>> {
  const form = new FormData();
  form.append("file", file);
  const answer = await call<ImportAnswer>("POST", address, form);
  if (!answer.ok) return { status: "failed", reason: answer.failure.detail ?? answer.failure.title };
  const [row] = answer.value.rows;
  if (!row) return { status: "failed", reason: "The server answered nothing about it." };
  return { status: row.status, title: row.title, articleId: row.articleId, reason: row.problem ?? row.note };
}
