// What a person starting the program reads while it works. Plain JavaScript: used before the install.

/** Something that went wrong in a way its message explains: shown without a stack. */
export class Explained extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says what is being done, does it, and says how long it took when that was long enough to notice. */
export async function step(title, work) {
  const begun = Date.now();
  say(`· ${title} …`);
  const result = await work();
  const seconds = (Date.now() - begun) / 1000;
  if (seconds >= 0.5) say(`  done in ${seconds.toFixed(1)} s`);
  return result;
}

/** Runs `main`; an explained failure is printed and ends the process with 1, any other keeps its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    say(
      error instanceof Explained || isSettings(error)
        ? `\n✗ ${error.message}`
        : `\n✗ ${error?.stack ?? error}`,
    );
    process.exitCode = 1;
  }
}

function isSettings(error) {
  return ["InvalidEnvironment", "UnusableSecret"].includes(error?.constructor?.name);
}
