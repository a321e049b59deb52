"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import styles from "./file-drop.module.css";

export type FileDropProps = {
  label: string;
  hint?: ReactNode;
  /** As in an input: ".txt,.html,application/pdf". */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  buttonLabel?: string;
  onFiles: (files: File[]) => void;
};

export function FileDrop(props: FileDropProps) {
  const { label, hint, accept, multiple = false, disabled = false, buttonLabel, onFiles } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a drop area in every browser
    <div
      role="group"
      aria-labelledby={id}
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden="true" />
      <p id={id} className={styles.label}>
        {label}
      </p>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <Button size="sm" disabled={disabled} onClick={() => input.current?.click()}>
        {buttonLabel ?? (multiple ? "Choose files" : "Choose a file")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
