/**
 * How often a property is tried. `RUNS_TIMES=20 npm run test:fast` tries each twenty times as often, which finds what
 * one run in a hundred would: worth it after a change of the deal's rules.
 */
export const runs = (numRuns: number) => ({ numRuns: numRuns * Number(process.env.RUNS_TIMES ?? 1) });
