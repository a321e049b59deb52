import { LinkButton } from "#components/layout/link-button.tsx";
import { MessagePage } from "./message-page.tsx";

/** What is said of an address that leads nowhere, or nowhere for this reader: no word tells the two apart. */
export function NothingHere() {
  return (
    <MessagePage title="There is nothing here" actions={<LinkButton href="/">To your articles</LinkButton>}>
      The address leads nowhere, or to something that you may not see. Nothing of yours has changed. If
      somebody sent you here, ask them whether you are a member of their workspace.
    </MessagePage>
  );
}
