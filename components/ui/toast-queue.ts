export type ToastTone = "info" | "success" | "danger";
export type ToastInput = {
  title: string;
  description?: string;
  tone?: ToastTone;
  action?: { label: string; onPress: () => void };
  /** Milliseconds; 0 stays until closed. Default 6000, 10000 with an action. Danger stays. */
  timeout?: number;
};

/** What shows toasts, once it has been fetched. */
export type ToastStage = {
  readonly add: (id: string, input: ToastInput) => void;
  readonly close: (id: string) => void;
};

export type Toasts = {
  /** Shows a toast and returns its id. */
  readonly notify: (input: ToastInput) => string;
  readonly dismiss: (id: string) => void;
};

export type ToastQueue = Toasts & {
  /** Hands over what waits, and from then on everything; returns how to let go. */
  readonly attach: (stage: ToastStage) => () => void;
};

/** Keeps toasts until there is something to show them. `ask` is called when one waits. */
export function createToastQueue(ask: () => void): ToastQueue {
  const waiting = new Map<string, ToastInput>();
  let stage: ToastStage | null = null;
  let last = 0;
  return {
    notify: (input) => {
      last += 1;
      const id = `toast-${last}`;
      if (stage) stage.add(id, input);
      else {
        waiting.set(id, input);
        ask();
      }
      return id;
    },
    dismiss: (id) => {
      waiting.delete(id);
      stage?.close(id);
    },
    attach: (next) => {
      stage = next;
      for (const [id, input] of waiting) next.add(id, input);
      waiting.clear();
      return () => {
        stage = null;
      };
    },
  };
}
