"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (children: "keep" | "remove") => void;
};

/** A claim with others nested in it: what becomes of them? */
export function RemoveDialog({ open, onOpenChange, onChoose }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title="Other claims are nested in this one"
      description="Kept claims receive this claim's links, so that their chains stay whole. It can be undone."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button onClick={() => onChoose("remove")}>Remove them too</Button>
          <Button variant="primary" onClick={() => onChoose("keep")}>
            Keep the nested claims
          </Button>
        </>
      }
    />
  );
}
