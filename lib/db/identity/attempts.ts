import { database } from "../client.ts";

export type Attempt = {
  readonly id: string;
  readonly email: string;
  readonly address: string;
  readonly at: Date;
};
export type FailureCounts = {
  /** Of this account from this address, since its last success from there. */
  readonly here: number;
  /** Of this account from anywhere. */
  readonly account: number;
  /** From this address, whatever the account. */
  readonly address: number;
  /** When the oldest of those counted was made. */
  readonly oldest: Date | null;
};

/** Recorded before the password is looked at, and outside any transaction: a burst cannot outrun the count. */
export async function recordAttempt({ id, email, address, at }: Attempt): Promise<void> {
  await database().signInAttempt.create({ data: { id, email, address, at, succeeded: false } });
}

export async function markSucceeded(id: string): Promise<void> {
  await database().signInAttempt.update({ where: { id }, data: { succeeded: true } });
}

/** An attempt that was turned away unlooked-at does not lengthen the wait. */
export async function forgetAttempt(id: string): Promise<void> {
  await database().signInAttempt.deleteMany({ where: { id } });
}

/**
 * Failures since the given moment, this attempt included. Others that are under way count too: of those let through,
 * the one recorded last has seen all the rest, so that no burst gets more than the limit through.
 */
export async function countFailures(attempt: Attempt, since: Date): Promise<FailureCounts> {
  const [row] = await database().$queryRaw<FailureCounts[]>`
    with recent as (
      select * from sign_in_attempts
      where at > ${since} and (email = ${attempt.email} or address = ${attempt.address})
    ), last_success as (
      select coalesce(max(at), '-infinity'::timestamptz) as at from recent
      where succeeded and email = ${attempt.email} and address = ${attempt.address}
    ), failed as (
      select recent.* from recent, last_success where not recent.succeeded and recent.at > last_success.at
    )
    select
      count(*) filter (where email = ${attempt.email} and address = ${attempt.address})::int as here,
      count(*) filter (where email = ${attempt.email})::int as account,
      count(*) filter (where address = ${attempt.address})::int as address,
      min(at) as oldest
    from failed`;
  return row ?? { here: 0, account: 0, address: 0, oldest: null };
}

export async function forgetAttemptsBefore(moment: Date): Promise<void> {
  await database().$executeRaw`delete from sign_in_attempts where at < ${moment}`;
}
