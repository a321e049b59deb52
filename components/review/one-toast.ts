import type { useToast } from "#components/ui/toast.tsx";

type Toasts = ReturnType<typeof useToast>;

/** Toasts of which a new one takes the former's place, so that they never pile up over the form. */
export function oneToast({ notify, dismiss }: Toasts): Toasts & { readonly clear: () => void } {
  let shown: string | null = null;
  const clear = (): void => {
    if (shown !== null) dismiss(shown);
    shown = null;
  };
  return {
    notify: (input) => {
      clear();
      const id = notify(input);
      // What went wrong stays until it is read and closed.
      if (input.tone !== "danger") shown = id;
      return id;
    },
    dismiss,
    clear,
  };
}
