"use client";
import { type FormEvent, useState } from "react";
import type { ApiFailure, ApiResult } from "#lib/client/api.ts";

type Fields = Record<string, string>;

/** A form that sends its fields and shows what came back; busy from the press until the page is left. */
export function useForm<T>(
  send: (fields: Fields) => ApiResult<T>,
  done: (answer: T, fields: Fields) => unknown,
) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    const fields: Fields = Object.fromEntries(entries);
    setBusy(true);
    setFailure(null);
    const answer = await send(fields);
    if (answer.ok) await done(answer.value, fields);
    else setFailure(answer.failure);
    setBusy(false);
  }
  return { busy, failure, onSubmit };
}
