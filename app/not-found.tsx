import { MessagePage } from "#components/docs/message-page.tsx";
import { LinkButton } from "#components/layout/link-button.tsx";

export default function NotFound() {
  return (
    <MessagePage title="There is nothing here" actions={<LinkButton href="/">To your articles</LinkButton>}>
      The address leads nowhere, or to something that you may not see. Nothing of yours has changed. If
      somebody sent you here, ask them whether you are a member of their workspace.
    </MessagePage>
  );
}
