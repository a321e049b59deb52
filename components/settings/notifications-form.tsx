"use client";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox, RadioGroup } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import type { NotificationPreferences } from "#lib/contracts/notifications.ts";
import { clockOf, minutesOf } from "./minutes.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

type Props = { workspace: string; preferences: NotificationPreferences; canSend: boolean };
type Email = NotificationPreferences["email"];

const modes: readonly { value: Email; label: string; hint: string }[] = [
  { value: "at_once", label: "At once", hint: "Gathered for a minute, so that a burst is one letter" },
  { value: "digest", label: "Once a day", hint: "One letter with all that is unread, at an hour you choose" },
  { value: "off", label: "Never", hint: "You are told here only" },
];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clockOf(hour * 60) }));
const night = { quietFrom: 22 * 60, quietTo: 7 * 60 };

/** How one wants to be told by e-mail. */
export function NotificationsForm({ workspace, preferences, canSend }: Props) {
  const change = useChange();
  const [wanted, setWanted] = useState(preferences);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<NotificationPreferences>) => setWanted((old) => ({ ...old, ...part }));
  const ownZone = useOwnZone();
  // Who has never said where they are is in the browser's zone.
  const isUnsaid = preferences.timeZone === "UTC" && wanted.timeZone === "UTC";
  const timeZone = isUnsaid && ownZone ? ownZone : wanted.timeZone;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const path = `/workspaces/${workspace}/notifications/preferences`;
    await change(call("PUT", path, { ...wanted, timeZone }), "Saved");
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={save}>
      {canSend ? null : (
        <Notice tone="info" title="This installation sends no e-mail yet">
          What you choose here holds as soon as it does.
        </Notice>
      )}
      <RadioGroup
        label="By e-mail"
        options={modes}
        value={wanted.email}
        onValueChange={(email) => set({ email })}
      />
      {wanted.email === "digest" ? (
        <Select
          label="Hour"
          options={hours}
          value={String(wanted.digestHour)}
          onValueChange={(hour) => set({ digestHour: Number(hour) })}
        />
      ) : null}
      {wanted.email === "off" ? null : <QuietHours wanted={wanted} set={set} />}
      {wanted.email === "off" ? null : (
        <TimeZone timeZone={timeZone} onTimeZone={(zone) => set({ timeZone: zone })} />
      )}
      <Button type="submit" variant="primary" busy={busy}>
        Save
      </Button>
    </form>
  );
}

type QuietProps = {
  wanted: NotificationPreferences;
  set: (part: Partial<NotificationPreferences>) => void;
};

function QuietHours({ wanted: { quietFrom, quietTo }, set }: QuietProps) {
  const hasQuiet = quietFrom !== quietTo;
  return (
    <fieldset className={styles.quietHours}>
      <Checkbox
        label="Quiet hours"
        hint="What happens meanwhile comes in one letter afterwards"
        checked={hasQuiet}
        onCheckedChange={(on) => set(on ? night : { quietFrom: 0, quietTo: 0 })}
      />
      {hasQuiet ? (
        <div className={styles.times}>
          <TextField
            label="From"
            type="time"
            required
            value={clockOf(quietFrom)}
            onChange={(event) => set({ quietFrom: minutesOf(event.currentTarget.value) ?? quietFrom })}
          />
          <TextField
            label="To"
            type="time"
            required
            value={clockOf(quietTo)}
            onChange={(event) => set({ quietTo: minutesOf(event.currentTarget.value) ?? quietTo })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

function TimeZone({ timeZone, onTimeZone }: { timeZone: string; onTimeZone: (zone: string) => void }) {
  const zones = [...new Set([timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <Select
      label="Time zone"
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      value={timeZone}
      onValueChange={onTimeZone}
    />
  );
}

/** Known in the browser only, so not at the first paint. */
function useOwnZone(): string | null {
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return zone;
}
