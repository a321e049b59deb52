"use client";
import { MessagePage } from "#components/docs/message-page.tsx";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Button } from "#components/ui/button.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const actions = (
    <>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
      <LinkButton href="/">To your articles</LinkButton>
    </>
  );
  return (
    <main>
      <MessagePage title="This page could not be shown" actions={actions} code={error.digest}>
        Something went wrong here, not with you. What was saved before is kept. Try again; if it stays, tell
        whoever runs this installation.
      </MessagePage>
    </main>
  );
}
