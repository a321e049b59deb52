import { useEffect, useRef, useState } from "react";

const TYPING_PAUSE = 250;

/** Words as they are typed, told once their writer pauses. */
export function useSearchWords(asked: string, tell: (words: string) => void) {
  const [typed, setTyped] = useState(asked);
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (typed.trim() === asked.trim()) return;
    const timer = setTimeout(() => latest.current(typed.trim()), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return [typed, setTyped] as const;
}
