"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProjectDialog } from "./project-dialog.tsx";

export function NewProject({ workspace }: { workspace: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Plus />} onClick={() => setIsOpen(true)}>
        New project
      </Button>
      {isOpen ? <ProjectDialog workspace={workspace} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
