"use client";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toast.tsx";
import type { ApiResult } from "#lib/client/api.ts";

/** Sends a change, says how it went, and reads the page anew. Answers whether it was done. */
export function useChange() {
  const router = useRouter();
  const { notify } = useToast();
  return async <T>(sent: ApiResult<T>, done: string): Promise<boolean> => {
    const answer = await sent;
    if (answer.ok) {
      notify({ title: done, tone: "success" });
      router.refresh();
      return true;
    }
    notify({ title: answer.failure.title, description: answer.failure.detail ?? "", tone: "danger" });
    return false;
  };
}
