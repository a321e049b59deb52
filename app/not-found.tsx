import { NothingHere } from "#components/docs/nothing-here.tsx";

export default function NotFound() {
  return (
    <main>
      <NothingHere />
    </main>
  );
}
