"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect, useState } from "react";
import styles from "./toast.module.css";
import type { ToastInput, ToastQueue } from "./toast-queue.ts";

/** Where toasts stand and are read aloud. */
export function ToastLayer({ queue }: { queue: ToastQueue }) {
  const [manager] = useState(Base.createToastManager);
  useEffect(
    () =>
      queue.attach({
        add: (id, input) => manager.add(optionsOf(id, input, queue.dismiss)),
        close: (id) => manager.close(id),
      }),
    [queue, manager],
  );
  return (
    <Base.Provider limit={3} toastManager={manager}>
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <Shown />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function optionsOf(
  id: string,
  { title, description, tone = "info", action, timeout }: ToastInput,
  close: (id: string) => void,
) {
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

function Shown() {
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
