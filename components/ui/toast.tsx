"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import styles from "./toast.module.css";

export type ToastTone = "info" | "success" | "danger";
export type ToastInput = {
  title: string;
  description?: string;
  tone?: ToastTone;
  action?: { label: string; onPress: () => void };
  /** Milliseconds; 0 stays until closed. Default 6000, 10000 with an action. Danger stays. */
  timeout?: number;
};

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `notify` shows a toast and returns its id; `dismiss` takes one away. */
export function useToast() {
  const { add, close } = Base.useToastManager();
  return useMemo(
    () => ({
      notify: (input: ToastInput) => add(optionsOf(input, close)),
      dismiss: (id: string) => close(id),
    }),
    [add, close],
  );
}

let nextId = 0;

function optionsOf(
  { title, description, tone = "info", action, timeout }: ToastInput,
  close: (id: string) => void,
) {
  nextId += 1;
  const id = `toast-${nextId}`;
  const usual = tone === "danger" ? 0 : action ? 10_000 : 6_000;
  const onClick = () => {
    action?.onPress();
    close(id);
  };
  return {
    id,
    title,
    description,
    type: tone,
    timeout: timeout ?? usual,
    priority: tone === "danger" ? ("high" as const) : ("low" as const),
    ...(action ? { actionProps: { children: action.label, onClick } } : {}),
  };
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={["right", "down"]}>
      <Base.Content className={styles.content}>
        {toast.type === "danger" ? <CircleAlert /> : null}
        {toast.type === "success" ? <CircleCheck /> : null}
        <div className={styles.text}>
          <Base.Title className={styles.title} />
          <Base.Description className={styles.description} />
        </div>
        <Base.Action className={styles.action} />
        <Base.Close className={styles.close} aria-label="Dismiss">
          <X />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
