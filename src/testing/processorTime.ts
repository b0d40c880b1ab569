/** Counts the milliseconds of processor time that this process spends from now on: other programs do not slow it down. */
export function processorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}
