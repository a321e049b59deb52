"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { deferred, useDeferred } from "./deferred.ts";
import { createToastQueue, type Toasts } from "./toast-queue.ts";

export const toastLayer = deferred(() => import("./toast-layer.tsx"));
const ToastContext = createContext<Toasts | null>(null);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => createToastQueue(toastLayer.ask));
  const layer = useDeferred(toastLayer);
  return (
    <ToastContext value={queue}>
      {children}
      {layer ? <layer.ToastLayer queue={queue} /> : null}
    </ToastContext>
  );
}

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("Toasts need a ToastProvider above them");
  return toasts;
}
