"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

export type Tab<V extends string = string> = {
  value: V;
  label: ReactNode;
  count?: number;
  content: ReactNode;
};
export type TabsProps<V extends string> = {
  tabs: readonly Tab<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  "aria-label"?: string;
};

export function Tabs<V extends string>({ tabs, value, defaultValue, onValueChange, ...rest }: TabsProps<V>) {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      // Base UI types tab values as any; the values are those of `tabs`.
      onValueChange={(next) => onValueChange?.(next as V)}
      className={styles.root}
    >
      <Base.List className={styles.list} aria-label={rest["aria-label"]}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
