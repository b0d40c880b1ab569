import fc from 'fast-check'

/** A judge of a change must not depend on luck. `FC_SEED=random npx vitest run` looks for what this seed misses. */
const wanted = process.env.FC_SEED
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_122) })
