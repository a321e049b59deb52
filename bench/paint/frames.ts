/** Milliseconds: half as much again as a frame at 60 Hz. */
const SLOW_FRAME = 25;

/** Resolves once a frame has been made: layout and paint are part of it. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });
}

/** From the call to the end of the last slow frame it caused; five quick frames in a row end the wait. */
export async function time(work: () => void | Promise<void>): Promise<number> {
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  await work();
  await nextFrame();
  let done = performance.now();
  let frame = done;
  for (let quick = 0; quick < 5; quick += 1) {
    await nextFrame();
    const now = performance.now();
    if (now - frame > SLOW_FRAME) {
      done = now;
      quick = -1;
    }
    frame = now;
  }
  return done - start;
}
