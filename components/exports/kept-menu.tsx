"use client";
import { CalendarClock, Ellipsis, Link as LinkIcon, RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ExportLink, KeptExport } from "#lib/contracts/exports.ts";
import { cursorOf, exportPath } from "./export-paths.ts";
import type { KeptRowProps } from "./kept-row.tsx";
import { titleOf } from "./request-words.ts";
import { sinceLabel } from "./since-field.tsx";

/** What is done with a kept export now and then. */
export function KeptMenu({ workspace, reader, one, onChange, onSince, onAgain }: KeptRowProps) {
  const [link, setLink] = useState<ExportLink | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const { notify } = useToast();
  const say = ({ title, detail = "" }: Pick<ApiFailure, "title" | "detail">) =>
    notify({ title, description: detail, tone: "danger" });
  const path = exportPath(workspace, one.id);
  const makeLink = async () => {
    const answer = await call<ExportLink>("POST", `${path}/links`);
    if (answer.ok) setLink(answer.value);
    else say(answer.failure);
  };
  const takeAsSince = async () => {
    const cursor = await cursorOf(workspace, one.id);
    if (cursor === null) say({ title: "Its manifest could not be read", detail: "Try again in a moment." });
    else onSince(one.request, { value: cursor, label: sinceLabel(one) });
  };
  const remove = async () => {
    const answer = await call<null>("DELETE", path);
    if (answer.ok) onChange({ ...one, state: "expired" });
    else say(answer.failure);
    return answer.ok;
  };
  const mayRemove = isRemovable(one, reader);
  if (one.sha256 === null && !mayRemove) return null;
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="sm" label={`More for ${titleOf(one.request)}`} icon={<Ellipsis />} />}
      >
        {one.state === "done" ? (
          <MenuItem icon={<LinkIcon />} onSelect={makeLink}>
            Copy a link for five minutes
          </MenuItem>
        ) : null}
        {one.sha256 === null ? null : (
          <MenuItem icon={<CalendarClock />} onSelect={takeAsSince}>
            Export what changed since
          </MenuItem>
        )}
        {one.sha256 === null ? null : (
          <MenuItem icon={<RotateCw />} onSelect={() => onAgain(one)}>
            Keep the same again, as it is now
          </MenuItem>
        )}
        {mayRemove ? (
          <MenuItem danger icon={<Trash2 />} onSelect={() => setRemoving(true)}>
            Take away…
          </MenuItem>
        ) : null}
      </Menu>
      <LinkDialog link={link} onClose={() => setLink(null)} />
      <ConfirmDialog
        title="Take this export away?"
        description="Its file is deleted and cannot be downloaded again. What is known of it stays: its manifest, its hash, and that it was made. Copies that somebody has can still be verified."
        confirmLabel="Take away"
        danger
        open={isRemoving}
        onOpenChange={setRemoving}
        onConfirm={remove}
      />
    </>
  );
}

/** Their own, and admins all. */
function isRemovable({ state, requestedBy }: KeptExport, { userId, role }: KeptRowProps["reader"]): boolean {
  const isHere = state === "done" || state === "queued" || state === "running";
  return isHere && (requestedBy.id === userId || role === "admin" || role === "owner");
}

function LinkDialog({ link, onClose }: { link: ExportLink | null; onClose: () => void }) {
  return (
    <Dialog
      title="A link for five minutes"
      description="Whoever has it can download the file, without signing in. Hand it to a program or a colleague now."
      open={link !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <CopyField label="Link" value={link?.url ?? ""} />
    </Dialog>
  );
}
