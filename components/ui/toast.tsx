"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useDeferred } from "./deferred.ts";
import { overlays } from "./overlays.ts";
import { createToastQueue, type Toasts } from "./toast-queue.ts";

const ToastContext = createContext<Toasts | null>(null);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => createToastQueue(overlays.ask));
  const layer = useDeferred(overlays);
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
