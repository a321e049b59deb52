import { useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { TextArea, TextField } from "./text-field.tsx";

function Form() {
  const [name, setName] = useState("");
  const [notes, setNotes] = useState("");
  return (
    <>
      <TextField label="Name" maxLength={10} value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <TextArea
        label="Notes"
        maxLength={10}
        value={notes}
        onChange={(e) => setNotes(e.currentTarget.value)}
      />
    </>
  );
}

it.each(["Name", "Notes"])("%s cuts nothing that is pasted, and says that it is too long", async (label) => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  root.render(<Form />);
  try {
    const field = page.getByRole("textbox", { name: label });
    await field.fill("It rained all day.");
    await expect.element(field).toHaveValue("It rained all day.");
    await expect.element(field).toHaveAccessibleDescription(/18 characters are more than the 10 that fit/u);
    await expect.element(field).toBeInvalid();
    await field.fill("It rained.");
    await expect.element(field).not.toHaveAccessibleDescription(/characters/u);
  } finally {
    root.unmount();
    place.remove();
  }
});
